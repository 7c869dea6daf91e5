// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/CodeProblem.h"
#include "core/measures/CodeWriter.h"
#include "core/measures/Measure.h"
#include "core/sandbox/Sandbox.h"

namespace cw {

/// A measure whose items are programs to be written: a model writes some for each, and those that pass are counted. An
/// item is a part of its own.
class CodeTask final : public MeasureTask {
public:
    /// writing.seed: of the whole measure; each problem takes its own from it and its id, so that neither the order nor
    /// other problems matter.
    CodeTask(std::vector<CodeProblem> problems, CodeWriting writing, const Sandbox &sandbox);

    std::vector<ItemOutcome> run(std::size_t first, const MeasureModel &model, Monitor &monitor) const override;

    static std::vector<ValueColumn> columns();
    static std::vector<NumberRule> numbers();

private:
    std::vector<CodeProblem> m_problems; ///< by the items' sources
    CodeWriting m_writing;
    Sandbox m_sandbox;
};

/// The task of a measure that writes programs, once the sandbox is proven on this machine. Throws Error as
/// checkSandbox() does.
std::unique_ptr<MeasureTask> openCodeTask(std::vector<CodeProblem> problems, const QStringList &stops,
                                          const MeasureSources &sources);

} // namespace cw
