// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/EditOrder.h"
#include "app/GenerateOrder.h"
#include "app/LocateOrder.h"
#include "app/MeasureOrder.h"
#include "app/MgLevelsOrder.h"
#include "app/TableOrder.h"
#include "app/TraceOrder.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/JsonFile.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/JobFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace cw {
namespace {

const QString dataOption = QStringLiteral("data");
constexpr qint64 longestJob = qint64{1} << 24;

void addRunOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("JOB.json"),
        QCoreApplication::translate("Run", "A job as data: {\"job\": \"trace\", \"settings\": {...}}."));
    parser.addPositionalArgument(QStringLiteral("MODEL"),
                                 QCoreApplication::translate("Run", "Models that a job is done with instead of its "
                                                                    "own."),
                                 QStringLiteral("[MODEL...]"));
    parser.addOption({dataOption, QCoreApplication::translate("Run", "Folder with the data sets of a measure."),
                      QStringLiteral("DIR")});
    addCommonOptions(parser);
    addOutputOptions(parser);
}

/// A job as a command asks for it.
struct RunOrder {
    QString path;
    QJsonObject overrides; ///< what the command line says itself goes before what the job says
    QStringList models;
    QString data;
    TraceOrder outputs; ///< its files and its project
};

QJsonObject overridesOf(const QCommandLineParser &parser)
{
    QJsonObject overrides;
    for (const Field<TraceSettings> &field : TraceSettings::fields()) {
        const QString key = QLatin1String(field.key);
        if (!parser.optionNames().contains(key))
            continue;
        if (const auto value = given(parser, field, 0))
            overrides.insert(key, *value);
    }
    return overrides;
}

/// Puts the models of the command line into the job's settings.
void placeModels(JobFile &file, const RunOrder &order)
{
    if (file.job == measureJob || file.job == tableJob) {
        if (!order.models.isEmpty())
            file.settings.insert(QStringLiteral("models"), QJsonArray::fromStringList(order.models));
        if (!order.data.isEmpty())
            file.settings.insert(QStringLiteral("data"), order.data);
        return;
    }
    if (order.models.size() > 1 || !order.data.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The job of %1 takes one model and no data sets: leave out the others."),
                    {order.path.toStdString()});
    if (!order.models.isEmpty())
        file.settings.insert(QStringLiteral("model"), order.models.first());
}

int runText(const JobFile &file, const RunOrder &order, const Terminal &terminal)
{
    if (!order.outputs.outputs.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The job of %1 writes a text, which goes to the terminal: leave out "
                                               "--out."),
                    {order.path.toStdString()});
    return carryOut(GenerateOrder{fromJson<GenerateSettings>(file.settings), order.outputs.project}, terminal);
}

int runEdit(const JobFile &file, const RunOrder &order, const Terminal &terminal)
{
    EditOutputs outputs;
    outputs.project = order.outputs.project;
    for (const QString &path : order.outputs.outputs)
        (path.endsWith(QLatin1String(".safetensors")) ? outputs.patch : outputs.out) = path;
    return carryOut(EditOrder{file, outputs}, terminal);
}

int runJob(const RunOrder &order, const Terminal &terminal)
{
    JobFile file = JobFile::read(readSmallFile(order.path, longestJob), order.path);
    for (auto setting = order.overrides.begin(); setting != order.overrides.end(); ++setting)
        file.settings.insert(setting.key(), setting.value());
    placeModels(file, order);
    if (file.job == measureJob)
        return carryOut(
            MeasureOrder{fromJson<MeasureSettings>(file.settings), order.outputs.outputs, order.outputs.project},
            terminal);
    if (file.job == tableJob) {
        TableOrder table = TableOrder::read(file.settings);
        table.outputs = order.outputs.outputs;
        table.project = order.outputs.project;
        return carryOut(table, terminal);
    }
    if (makesEdit(file.job))
        return runEdit(file, order, terminal);
    if (file.job == mgLevelsJob)
        return carryOut(
            MgLevelsOrder{fromJson<MgEditSettings>(file.settings), order.outputs.outputs, {}, order.outputs.project},
            terminal);
    if (file.job == locateJob)
        return carryOut(
            LocateOrder{
                fromJson<LocateSettings>(file.settings), order.outputs.outputs.value(0), {}, order.outputs.project},
            terminal);
    if (file.job == generateJob)
        return runText(file, order, terminal);
    TraceOrder trace = order.outputs;
    trace.settings = fromJson<TraceSettings>(file.settings);
    return carryOut(trace, terminal);
}

Action readRun(const QCommandLineParser &parser)
{
    requirePlaces(parser, 1, 1000, "JOB.json");
    RunOrder order;
    readOutputOptions(parser, order.outputs);
    order.path = parser.positionalArguments().first();
    for (const QString &model : parser.positionalArguments().mid(1))
        order.models << QFileInfo(model).absoluteFilePath();
    if (parser.isSet(dataOption))
        order.data = QFileInfo(parser.value(dataOption)).absoluteFilePath();
    order.overrides = overridesOf(parser);
    return [order](const Terminal &terminal) { return runJob(order, terminal); };
}

} // namespace

const Verb &runVerb()
{
    static const Verb verb{"run", QT_TRANSLATE_NOOP("Verb", "Does a job that is written down as JSON."), addRunOptions,
                           readRun, true};
    return verb;
}

} // namespace cw
