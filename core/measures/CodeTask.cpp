// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/CodeTask.h"

#include "core/engine/PartMonitor.h"
#include "core/measures/MeasureModel.h"
#include "core/measures/PassAtK.h"
#include "core/sandbox/SandboxCheck.h"

#include <zlib.h>

namespace cw {
namespace {

constexpr std::int64_t tenth = 1000; ///< of an item's progress

enum Column { Samples, Passed, PassAt1, PassAt10 };

std::vector<MeasureItem> itemsOf(const std::vector<CodeProblem> &problems)
{
    std::vector<MeasureItem> items;
    for (const CodeProblem &problem : problems)
        items.push_back({problem.id, problem.text, {}, {problem.id}, items.size()});
    return items;
}

std::uint32_t seedOf(const CodeProblem &problem, std::uint32_t seed)
{
    const QByteArray id = problem.id.toUtf8();
    return static_cast<std::uint32_t>(
        crc32(seed, reinterpret_cast<const Bytef *>(id.constData()), static_cast<uInt>(id.size())));
}

} // namespace

CodeTask::CodeTask(std::vector<CodeProblem> problems, CodeWriting writing, const Sandbox &sandbox)
    : MeasureTask(itemsOf(problems)), m_problems(std::move(problems)), m_writing(std::move(writing)), m_sandbox(sandbox)
{
}

std::vector<ItemOutcome> CodeTask::run(std::size_t first, const MeasureModel &model, Monitor &monitor) const
{
    const CodeProblem &problem = m_problems[items()[first].source];
    CodeWriting writing = m_writing;
    writing.seed = seedOf(problem, m_writing.seed);
    ItemOutcome outcome;
    QStringList written;
    try {
        // Most of the time goes into writing.
        PartMonitor within(monitor, 0, 9 * tenth, 10 * tenth);
        written = writeCode(model, problem.prompt, writing, within);
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Input)
            throw;
        outcome.leftOut = error;
        return {outcome};
    }
    PartMonitor within(monitor, 9 * tenth, tenth, 10 * tenth);
    const int n = m_writing.samples;
    const int c = countPassed(problem, written, m_sandbox, within);
    outcome.values = {static_cast<float>(n), static_cast<float>(c), static_cast<float>(passAtK(n, c, 1)),
                      static_cast<float>(passAtK(n, c, 10))};
    return {outcome};
}

std::vector<ValueColumn> CodeTask::columns()
{
    return {{"n", QT_TRANSLATE_NOOP("Measure", "programs written")},
            {"c", QT_TRANSLATE_NOOP("Measure", "programs that pass")},
            {"pass_at_1", QT_TRANSLATE_NOOP("Measure", "pass@1")},
            {"pass_at_10", QT_TRANSLATE_NOOP("Measure", "pass@10")}};
}

std::vector<NumberRule> CodeTask::numbers()
{
    using Unit = NumberRule::Unit;
    using Aim = NumberRule::Aim;
    return {{"pass_at_1", QT_TRANSLATE_NOOP("Measure", "pass@1"), Unit::Percent, Aim::Higher, 0,
             inPercent(meanOf(PassAt1))},
            {"pass_at_10", QT_TRANSLATE_NOOP("Measure", "pass@10"), Unit::Percent, Aim::Higher, 0,
             inPercent(meanOf(PassAt10))}};
}

std::unique_ptr<MeasureTask> openCodeTask(std::vector<CodeProblem> problems, const QStringList &stops,
                                          const MeasureSources &sources)
{
    CodeWriting writing;
    writing.samples = sources.samples;
    writing.seed = sources.seed;
    writing.stops = stops;
    const Sandbox sandbox;
    SilentMonitor silent;
    checkSandbox(sandbox, silent);
    return std::make_unique<CodeTask>(std::move(problems), writing, sandbox);
}

} // namespace cw
