// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TraceOutput.h"
#include "app/TraceTable.h"
#include "app/verbs/Verb.h"
#include "core/data/AlignedRows.h"
#include "core/data/GenerationFile.h"
#include "core/data/MeasureFile.h"
#include "core/data/TraceFile.h"
#include "core/data/WholeFile.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/JobFile.h"
#include "core/project/EditRecipe.h"
#include "core/project/GenerationArchive.h"
#include "core/project/LocateArchive.h"
#include "core/project/MeasureArchive.h"
#include "core/project/MgLevelsArchive.h"
#include "core/project/Project.h"
#include "core/project/ProjectExport.h"
#include "core/project/TraceArchive.h"
#include "widgets/models/RunsModel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <algorithm>

namespace cw {
namespace {

const QString runOption = QStringLiteral("run");
const QString outOption = QStringLiteral("out");
const QString jobOption = QStringLiteral("job");
const QStringList laterDeeds{QStringLiteral("rerun"), QStringLiteral("verify")};

/// What a command asks of a project; run 0: none was named.
struct ProjectOrder {
    QString deed;
    QString file;
    std::int64_t run = 0;
    QStringList outputs;
    QString job;
};

QString text(const char *key)
{
    return QCoreApplication::translate("ProjectVerb", key);
}

QString emptyText()
{
    return text(QT_TRANSLATE_NOOP("ProjectVerb", "The project has no runs and no edits yet."));
}

QJsonValue timeOf(std::int64_t milliseconds)
{
    return milliseconds > 0
               ? QJsonValue(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs))
               : QJsonValue();
}

QString commandOf(const RunRecord &run)
{
    return JobFile{run.job, run.settings}.command();
}

QJsonObject listed(const RunRecord &run)
{
    return {{QStringLiteral("id"), static_cast<qint64>(run.id)},
            {QStringLiteral("job"), run.job},
            {QStringLiteral("state"), name(run.state)},
            {QStringLiteral("title"), titleOf(run)},
            {QStringLiteral("prompt"), run.settings.value(QLatin1String("prompt"))},
            {QStringLiteral("started"), timeOf(run.started)},
            {QStringLiteral("ended"), timeOf(run.ended)}};
}

QJsonObject listed(const EditRecord &edit)
{
    return {{QStringLiteral("id"), edit.id},
            {QStringLiteral("title"), edit.title},
            {QStringLiteral("on"), edit.isOn},
            {QStringLiteral("alpha"), edit.alpha}};
}

QJsonObject shown(const EditRecord &edit)
{
    QJsonObject object = listed(edit);
    object[QStringLiteral("base")] = edit.base;
    object[QStringLiteral("note")] = edit.note;
    object[QStringLiteral("recipe")] = edit.recipe;
    object[QStringLiteral("facts")] = edit.facts;
    return object;
}

/// Its place in the stack, which is on and how strong, and what is known of it.
QStringList row(const EditRecord &edit, qsizetype place)
{
    const QString state =
        edit.isOn ? text(QT_TRANSLATE_NOOP("ProjectVerb", "on")) : text(QT_TRANSLATE_NOOP("ProjectVerb", "off"));
    return {text(QT_TRANSLATE_NOOP("ProjectVerb", "edit %1")).arg(place + 1), state,
            text(QT_TRANSLATE_NOOP("ProjectVerb", "strength %1")).arg(edit.alpha), edit.title,
            editFactsFrom(edit.facts).brief(edit.alpha)};
}

QJsonObject shown(const RunRecord &run)
{
    QJsonObject object = listed(run);
    object[QStringLiteral("model")] = run.model;
    object[QStringLiteral("settings")] = run.settings;
    object[QStringLiteral("device")] = run.device;
    object[QStringLiteral("dtype")] = run.dtype;
    object[QStringLiteral("version")] = run.version;
    object[QStringLiteral("message")] = run.message;
    object[QStringLiteral("command")] = commandOf(run);
    return object;
}

int listRuns(const Project &project, const Terminal &terminal)
{
    QJsonArray runs;
    QVector<QStringList> rows;
    for (const RunRecord &run : valueOrThrow(project.runs())) {
        runs.append(listed(run));
        rows.append({QString::number(run.id), name(run.state), run.job, titleOf(run)});
    }
    QJsonArray edits;
    QVector<QStringList> stack;
    for (const EditRecord &edit : valueOrThrow(project.edits())) {
        edits.append(listed(edit));
        stack.append(row(edit, stack.size()));
    }
    QString table = aligned(rows);
    if (!stack.isEmpty())
        table += (rows.isEmpty() ? QString() : QStringLiteral("\n\n")) + aligned(stack);
    terminal.answer({{QStringLiteral("runs"), runs}, {QStringLiteral("edits"), edits}},
                    table.isEmpty() ? emptyText() : table);
    return Success;
}

int showProject(const Project &project, const Terminal &terminal)
{
    QJsonArray models;
    QJsonArray runs;
    QString table;
    for (const ModelRecord &model : valueOrThrow(project.models())) {
        models.append(QJsonObject{{QStringLiteral("fingerprint"), model.fingerprint},
                                  {QStringLiteral("path"), model.path},
                                  {QStringLiteral("hash"), model.hash.isEmpty() ? QJsonValue() : model.hash}});
        table += model.path + QStringLiteral("  ") + model.fingerprint.left(12) + u'\n';
    }
    for (const RunRecord &run : valueOrThrow(project.runs())) {
        runs.append(shown(run));
        table += QStringLiteral("\n%1  %2\n    %3\n").arg(run.id).arg(name(run.state), commandOf(run));
    }
    QJsonArray edits;
    for (const EditRecord &edit : valueOrThrow(project.edits())) {
        const QString command = attempt([&edit] { return recipeJob(edit).command(); }).value_or(QString());
        table += u'\n' + row(edit, edits.size()).join(QStringLiteral("  ")) + u'\n';
        if (!command.isEmpty())
            table += QStringLiteral("    %1\n").arg(command);
        edits.append(shown(edit));
    }
    if (table.isEmpty())
        table = emptyText();
    terminal.answer({{QStringLiteral("path"), project.path()},
                     {QStringLiteral("models"), models},
                     {QStringLiteral("runs"), runs},
                     {QStringLiteral("edits"), edits}},
                    table);
    return Success;
}

int giveText(const Project &project, const ProjectOrder &order, const RunRecord &run, const Terminal &terminal)
{
    const Generation generation = valueOrThrow(loadGeneration(project, run.id));
    const QJsonObject json = generationJson(generation, run.seconds());
    for (const QString &path : order.outputs) {
        if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "%1 cannot hold a text: give a name that ends in .json."),
                        {path.toStdString()});
        writeWholeFile(path, QJsonDocument(json).toJson());
    }
    terminal.answer(json, generationText(generation));
    return Success;
}

int giveLocated(const Project &project, const ProjectOrder &order, const RunRecord &run, const Terminal &terminal)
{
    const Located located = valueOrThrow(loadLocated(project, run.id));
    for (const QString &path : order.outputs)
        writeLocated(path, located);
    terminal.answer(toJson(located), describe(located));
    return Success;
}

int giveLevels(const Project &project, const ProjectOrder &order, const RunRecord &run, const Terminal &terminal)
{
    const MgLevels levels = valueOrThrow(loadLevels(project, run.id)).levels;
    for (const QString &path : order.outputs)
        writeLevels(path, levels);
    terminal.answer(toJson(levels), describe(levels));
    return Success;
}

int giveMeasure(const Project &project, const ProjectOrder &order, const Terminal &terminal)
{
    const MeasureProgress progress = valueOrThrow(loadMeasure(project, order.run));
    MeasureReport report;
    report.add(progress, summarise(progress));
    for (const QString &path : order.outputs)
        writeReport(path, report);
    terminal.answer(reportJson(report), reportText(report));
    return Success;
}

/// One run: its numbers on the terminal or in files, its job in a file.
int giveRun(const Project &project, const ProjectOrder &order, const Terminal &terminal)
{
    const RunRecord run = valueOrThrow(project.run(order.run));
    if (!order.job.isEmpty())
        writeWholeFile(order.job, JobFile{run.job, run.settings}.text());
    if (run.job == measureJob)
        return giveMeasure(project, order, terminal);
    if (run.job == generateJob)
        return giveText(project, order, run, terminal);
    if (run.job == locateJob)
        return giveLocated(project, order, run, terminal);
    if (run.job == mgLevelsJob)
        return giveLevels(project, order, run, terminal);
    const TraceProgress trace = valueOrThrow(loadTrace(project, order.run));
    for (const QString &path : order.outputs)
        writeOutput(path, trace, run.seconds());
    terminal.answer(traceJson(trace, run.seconds()), traceTable(trace, run.seconds()));
    return Success;
}

int exportProject(const Project &project, const ProjectOrder &order, const Terminal &terminal)
{
    const QByteArray dump = exportedProject(project);
    for (const QString &path : order.outputs)
        writeWholeFile(path, dump);
    if (order.outputs.isEmpty())
        terminal.answer(QString::fromUtf8(dump));
    return Success;
}

int actOn(const ProjectOrder &order, const Terminal &terminal)
{
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (order.deed == QLatin1String("new")) {
        valueOrThrow(project.create(order.file));
        terminal.answer({{QStringLiteral("path"), project.path()}}, project.path());
        return Success;
    }
    for (const QString &path : order.outputs)
        checkOutput(path);
    valueOrThrow(project.open(order.file));
    if (order.run > 0)
        return giveRun(project, order, terminal);
    if (order.deed == QLatin1String("list"))
        return listRuns(project, terminal);
    return order.deed == QLatin1String("show") ? showProject(project, terminal)
                                               : exportProject(project, order, terminal);
}

void addProjectOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("DEED"),
                                 text(QT_TRANSLATE_NOOP("ProjectVerb", "new, list, show or export.")));
    parser.addPositionalArgument(QStringLiteral("FILE.cwp"), text(QT_TRANSLATE_NOOP("ProjectVerb", "The project.")));
    parser.addOption({runOption, text(QT_TRANSLATE_NOOP("ProjectVerb", "With show and export: this run alone.")),
                      QStringLiteral("N")});
    parser.addOption({outOption,
                      text(QT_TRANSLATE_NOOP("ProjectVerb", "With export: a file for the project (.json) or, with "
                                                            "--run, for the run's numbers or maps.")),
                      QStringLiteral("FILE")});
    parser.addOption({jobOption,
                      text(QT_TRANSLATE_NOOP("ProjectVerb", "With export --run: a file for the run's settings, which "
                                                            "counterweight run does again.")),
                      QStringLiteral("JOB.json")});
    addCommonOptions(parser);
}

Action readProject(const QCommandLineParser &parser)
{
    static const QStringList deeds{QStringLiteral("new"), QStringLiteral("list"), QStringLiteral("show"),
                                   QStringLiteral("export")};
    requirePlaces(parser, 2, 2, "new, list, show or export, and FILE.cwp");
    const QStringList given = parser.positionalArguments();
    if (laterDeeds.contains(given.first()))
        throw Error(Error::Kind::Unsupported, QT_TRANSLATE_NOOP("Error", "This version has no project %1 yet."),
                    {given.first().toStdString()});
    choiceOf("DEED", given.first(), deeds);
    ProjectOrder order{given[0], given[1], 0, parser.values(outOption), parser.value(jobOption)};
    if (parser.isSet(runOption))
        order.run = wholeOf("run", QJsonValue(parser.value(runOption).toLongLong()), 1, qint64{1} << 52);
    if (!order.job.isEmpty() && order.run == 0)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "--job writes one run's settings: name it by --run N."));
    const bool writes = !order.outputs.isEmpty() || !order.job.isEmpty();
    if (writes && order.deed != QLatin1String("export"))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "project %1 writes no file: take project export for --out and --job."),
                    {order.deed.toStdString()});
    const auto isJson = [](const QString &path) { return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive); };
    if (order.run == 0 && !std::all_of(order.outputs.begin(), order.outputs.end(), isJson))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "A whole project is written as .json: name one run by --run N for its "
                                               "numbers or maps."));
    return [order](const Terminal &terminal) { return actOn(order, terminal); };
}

} // namespace

const Verb &projectVerb()
{
    static const Verb verb{"project", QT_TRANSLATE_NOOP("Verb", "Makes projects, says what is in them, takes it out."),
                           addProjectOptions, readProject};
    return verb;
}

} // namespace cw
