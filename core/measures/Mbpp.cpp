// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Mbpp.h"

#include "core/data/DataFolder.h"
#include "core/measures/CodeTask.h"

namespace cw {
namespace {

/// The paper's form, up to where the program begins.
QString asked(const MbppTask &task)
{
    return QString(QStringLiteral("You are an expert Python programmer, and here is your task: ") + task.text +
                   QStringLiteral(" Your code should pass these tests:\n\n") + task.tests.join(u'\n') +
                   QStringLiteral("\n[BEGIN]\n"));
}

/// The full file, else the sanitized one: its tasks have other names, for their texts and tests differ.
std::vector<CodeProblem> problemsOf(const QString &path, const QString &prefix)
{
    const std::vector<MbppTask> tasks = readMbpp(path);
    std::vector<MbppTask> shown;
    for (const MbppTask &task : tasks)
        if (task.isShown())
            shown.push_back(task);
    std::vector<CodeProblem> problems;
    for (const MbppTask &task : tasks) {
        if (!task.isTest())
            continue;
        problems.push_back(mbppProblem(task, shown));
        problems.back().id.prepend(prefix);
    }
    if (shown.size() != 3 || problems.empty())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 lacks the tasks 2, 3 and 4, which prompts show, or all from 11 to "
                                               "510, which are the test; get it again from where it came from."),
                    {path.toStdString()});
    return problems;
}

} // namespace

CodeProblem mbppProblem(const MbppTask &task, const std::vector<MbppTask> &shown)
{
    QString prompt;
    for (const MbppTask &example : shown)
        prompt += asked(example) + example.code + QStringLiteral("\n[DONE]\n\n");
    // The set-up of some tests makes objects of the program's classes.
    return {QString::number(task.id),
            task.text,
            prompt + asked(task),
            {},
            QString(task.setup + u'\n' + task.tests.join(u'\n'))};
}

const MeasureInfo &mbppInfo()
{
    static const MeasureInfo info = [] {
        MeasureInfo made{
            "mbpp",
            "MBPP",
            MeasureInfo::Role::Guard,
            MeasureInfo::Form::Causal,
            QT_TRANSLATE_NOOP("Measure",
                              "Austin et al. 2021, tasks 11 to 510 behind three shown ones; pass@k of Chen et al. "
                              "2021, one program by the likeliest tokens, several at temperature 0.8 and top-p 0.95, "
                              "512 tokens at most"),
            "mbpp",
            {QT_TRANSLATE_NOOP("Measure", "Three tests judge a program, and the prompt shows them; some descriptions "
                                          "do not say all that is tested."),
             QT_TRANSLATE_NOOP("Measure", "Small models pass none, and a guard at 0 cannot get worse.")},
            CodeTask::columns(),
            CodeTask::numbers(),
            {QT_TRANSLATE_NOOP("Measure", "task")}};
        made.margin = 1;
        return made;
    }();
    return info;
}

std::unique_ptr<MeasureTask> openMbpp(const MeasureSources &sources, const MeasureModel &)
{
    const QString set = QStringLiteral("mbpp");
    const QString sanitized = sources.folder.find(set, QStringLiteral("sanitized"));
    const bool isFull = sanitized.isEmpty() || !sources.folder.find(set, QStringLiteral("tasks")).isEmpty();
    std::vector<CodeProblem> problems =
        isFull ? problemsOf(sources.folder.require(set, QStringLiteral("tasks")), QStringLiteral("MBPP/"))
               : problemsOf(sanitized, QStringLiteral("MBPP-sanitized/"));
    return openCodeTask(std::move(problems), {QStringLiteral("[DONE]")}, sources);
}

} // namespace cw
