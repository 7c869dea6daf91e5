// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Confinement.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace cw {

/// A program that tries to do what the sandbox must not let it, and passes only where it cannot.
struct SandboxProbe {
    const char *name;   ///< "network"
    const char *breach; ///< what is wrong where it does not pass, marked with QT_TRANSLATE_NOOP("Error", ...)
    QByteArray program;
};

/// What lies outside of the sandbox, for the probes to reach for.
struct SandboxOutside {
    int port = 0;   ///< of this machine's loopback, where somebody listens
    QString file;   ///< one that may be read by everybody
    QString folder; ///< the home
};

std::vector<SandboxProbe> sandboxProbes(const SandboxLimits &limits, const SandboxOutside &outside);

} // namespace cw
