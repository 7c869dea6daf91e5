// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Confinement.h"

#include <QByteArray>
#include <QStringList>

class QProcess;

namespace cw {

class Monitor;

/// How a program ended.
struct SandboxResult {
    enum class End { Passed, Failed, TimedOut, Killed };

    End end = End::Killed;
    int exitCode = -1;  ///< of a program that ended by itself
    QByteArray output;  ///< its beginning
    QByteArray message; ///< the beginning of what it wrote to stderr
};

/// Runs Python programs that nobody has read, by bubblewrap: in namespaces of their own, without a network, a home, the
/// environment or anything to write to but one small folder in memory, never as root. SandboxCheck proves it.
class Sandbox {
public:
    /// The exit code by which a program says that it passed. One that ends in another way before its last line, also
    /// without an error, has not: append ending() to it.
    static constexpr int passedCode = 77;
    static QByteArray ending();

    /// folders: where bubblewrap and Python are looked for; the sandbox sees those of the system alone.
    explicit Sandbox(const SandboxLimits &limits = {},
                     const QStringList &folders = {QStringLiteral("/usr/bin"), QStringLiteral("/bin")});

    const SandboxLimits &limits() const { return m_limits; }
    /// Throws Error of kind Unsupported that names what is missing: bubblewrap or Python.
    void require() const;
    /// Throws Error of kind Unsupported where the sandbox itself does not start, Cancelled as the monitor does. However
    /// it is left, the program and all it has started are killed.
    SandboxResult run(const QByteArray &program, Monitor &monitor) const;

private:
    QStringList arguments() const;
    bool follow(QProcess &process, SandboxResult &result, Monitor &monitor) const;
    SandboxResult judged(const QProcess &process, SandboxResult result, bool isInTime) const;

    SandboxLimits m_limits;
    QString m_bubblewrap; ///< empty where it is not installed
    QString m_python;
};

} // namespace cw
