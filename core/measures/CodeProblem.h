// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace cw {

class Monitor;
class Sandbox;

/// A program that is to be written, and how it is judged.
struct CodeProblem {
    QString id;     ///< "HumanEval/0"
    QString text;   ///< to be read by people
    QString prompt; ///< what the model goes on with
    QString before; ///< what stands before its text in the program
    QString after;  ///< the tests

    /// The whole program, which passes when it reaches its end.
    QByteArray program(const QString &written) const;
};

/// How many of the texts that a model wrote pass. Throws Error as Sandbox::run() does.
int countPassed(const CodeProblem &problem, const QStringList &written, const Sandbox &sandbox, Monitor &monitor);

} // namespace cw
