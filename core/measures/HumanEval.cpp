// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/HumanEval.h"

#include "core/data/DataFolder.h"
#include "core/measures/CodeTask.h"

namespace cw {

CodeProblem humanEvalProblem(const HumanEvalTask &task)
{
    return {task.id, task.prompt, task.prompt, task.prompt,
            QString(task.test + QStringLiteral("\ncheck(%1)").arg(task.entryPoint))};
}

const MeasureInfo &humanEvalInfo()
{
    static const MeasureInfo info = [] {
        MeasureInfo made{
            "humaneval",
            "HumanEval",
            MeasureInfo::Role::Guard,
            MeasureInfo::Form::Causal,
            QT_TRANSLATE_NOOP("Measure", "Chen et al. 2021, eq. 1; one program by the likeliest tokens, several at "
                                         "temperature 0.8 and top-p 0.95, 512 tokens at most"),
            "humaneval",
            {QT_TRANSLATE_NOOP("Measure", "MG-Editing takes 16 of these tasks as text to recover ability with, and "
                                          "many models have seen them in training."),
             QT_TRANSLATE_NOOP("Measure", "Small models pass none, and a guard at 0 cannot get worse.")},
            CodeTask::columns(),
            CodeTask::numbers(),
            {QT_TRANSLATE_NOOP("Measure", "task")}};
        made.margin = 1;
        return made;
    }();
    return info;
}

std::unique_ptr<MeasureTask> openHumanEval(const MeasureSources &sources, const MeasureModel &)
{
    std::vector<CodeProblem> problems;
    const QString path = sources.folder.require(QStringLiteral("humaneval"), QStringLiteral("tasks"));
    for (const HumanEvalTask &task : readHumanEval(path))
        problems.push_back(humanEvalProblem(task));
    const QStringList stops{QStringLiteral("\nclass"), QStringLiteral("\ndef"), QStringLiteral("\n#"),
                            QStringLiteral("\nif"), QStringLiteral("\nprint")};
    return openCodeTask(std::move(problems), stops, sources);
}

} // namespace cw
