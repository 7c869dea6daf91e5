// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TraceOutput.h"
#include "app/TraceRunner.h"
#include "app/verbs/Verb.h"
#include "core/data/DemoProse.h"
#include "core/data/Resources.h"
#include "core/project/Project.h"
#include "core/project/TraceArchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>
#include <algorithm>

namespace cw {
namespace {

const QString outOption = QStringLiteral("out");
constexpr std::size_t promptsOfEachLeaning = 6;

/// The demo's occupations that lean most to either side, in turn.
std::vector<Occupation> shownOccupations()
{
    std::vector<Occupation> known;
    for (const Occupation &occupation : readOccupations(resource(QStringLiteral("occupations.csv"))))
        if (occupation.demo)
            known.push_back(occupation);
    std::stable_sort(known.begin(), known.end(),
                     [](const Occupation &a, const Occupation &b) { return a.share > b.share; });
    std::vector<Occupation> shown;
    for (std::size_t i = 0; i < std::min(promptsOfEachLeaning, known.size() / 2); ++i) {
        shown.push_back(known[i]);
        shown.push_back(known[known.size() - 1 - i]);
    }
    return shown;
}

/// Sentences of the grammar's own kinds, so that the demo model knows them.
std::vector<TraceSettings> demoTraces(const QString &model)
{
    std::vector<DemoFrame> frames;
    for (const DemoFrame &frame : demoWords().frames)
        if (frame.role == DemoRole::Subject && frame.text.find('{') == std::string::npos)
            frames.push_back(frame);
    std::vector<TraceSettings> traces;
    for (const Occupation &occupation : shownOccupations()) {
        const DemoFrame &frame = frames[traces.size() / 2 % frames.size()];
        TraceSettings settings;
        settings.model = model;
        settings.prompt = QString::fromStdString(DemoProse::plainPrompt(occupation.name.toStdString(), frame));
        settings.subject = occupation.name;
        settings.targets = QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
        traces.push_back(settings);
    }
    return traces;
}

/// A trace that the project holds finished already.
std::optional<TracedRun> finishedTrace(const Project &project, const TraceSettings &settings)
{
    for (const RunRecord &run : project.runs().value_or(QVector<RunRecord>()))
        if (run.state == RunState::Done && run.settings == toJson(settings))
            if (const auto trace = loadTrace(project, run.id))
                return TracedRun{*trace, run.seconds(), false};
    return std::nullopt;
}

QString fileName(std::size_t number, const TraceSettings &settings)
{
    return QStringLiteral("%1-%2")
        .arg(number, 2, 10, QLatin1Char('0'))
        .arg(QString(settings.subject).replace(u' ', u'-'));
}

QJsonObject writtenTrace(const QDir &folder, const QString &name, const TracedRun &traced)
{
    QJsonArray files;
    for (const char *ending : {".csv", ".svg", ".png"}) {
        writeOutput(folder.filePath(name + QLatin1String(ending)), traced.progress, traced.seconds);
        files.append(QString(name + QLatin1String(ending)));
    }
    return {{QStringLiteral("prompt"), traced.progress.run.settings.prompt},
            {QStringLiteral("subject"), traced.progress.run.settings.subject},
            {QStringLiteral("files"), files}};
}

int runDemo(const QString &out, const Terminal &terminal)
{
    const std::vector<TraceSettings> traces = demoTraces(resource(QStringLiteral("demo-model")));
    const QDir folder(out);
    if (!folder.mkpath(QStringLiteral(".")))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be made: name another one."),
                    {out.toStdString()});
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QString file = folder.absoluteFilePath(QStringLiteral("demo.cwp"));
    openForRuns(project, file);
    QJsonArray done;
    bool isInterrupted = false;
    for (std::size_t i = 0; i < traces.size() && !isInterrupted; ++i) {
        terminal.note(QStringLiteral("%1/%2 %3").arg(i + 1).arg(traces.size()).arg(traces[i].prompt));
        const std::optional<TracedRun> earlier = finishedTrace(project, traces[i]);
        const TracedRun traced = earlier ? *earlier : TraceRunner(terminal, &project).run(traces[i]);
        isInterrupted = traced.isInterrupted;
        if (!isInterrupted)
            done.append(writtenTrace(folder, fileName(i + 1, traces[i]), traced));
    }
    terminal.answer({{QStringLiteral("folder"), folder.absolutePath()},
                     {QStringLiteral("project"), file},
                     {QStringLiteral("prompts"), done},
                     {QStringLiteral("complete"), !isInterrupted}},
                    QCoreApplication::translate("Verb", "Traced %1 prompts of the demo model. In %2: demo.cwp with "
                                                        "every run, and for each prompt its numbers (.csv) and its "
                                                        "maps (.svg, .png).")
                        .arg(done.size())
                        .arg(folder.absolutePath()));
    return isInterrupted ? Interrupted : Success;
}

void addDemoOptions(QCommandLineParser &parser)
{
    parser.addOption({outOption,
                      QCoreApplication::translate("Option", "Works without a window and writes into this folder "
                                                            "(default without a display: demo-out)."),
                      QStringLiteral("DIR")});
    addCommonOptions(parser);
}

Action readDemo(const QCommandLineParser &parser)
{
    requirePlaces(parser, 0, 0, "no argument");
    const QString out = parser.isSet(outOption) ? parser.value(outOption) : QStringLiteral("demo-out");
    return [out](const Terminal &terminal) { return runDemo(out, terminal); };
}

} // namespace

const Verb &demoVerb()
{
    static const Verb verb{"demo", QT_TRANSLATE_NOOP("Verb", "Opens the demo; without a display traces its prompts."),
                           addDemoOptions, readDemo};
    return verb;
}

} // namespace cw
