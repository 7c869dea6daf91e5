// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// A task of HumanEval (Chen et al. 2021).
struct HumanEvalTask {
    QString id;         ///< "HumanEval/0"
    QString prompt;     ///< a function's head with its description
    QString entryPoint; ///< the function's name
    QString solution;   ///< a body that passes
    QString test;       ///< defines check(candidate)
};

/// Reads HumanEval.jsonl.gz or what is in it. Throws Error naming file and line: of kind File, or Format where a field
/// is missing, an id comes twice or nothing is in it.
std::vector<HumanEvalTask> readHumanEval(const QString &path);

} // namespace cw
