// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/GenerateOrder.h"
#include "app/MeasureOrder.h"
#include "app/TraceOrder.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/JsonFile.h"
#include "core/jobs/JobFile.h"

#include <QCoreApplication>

namespace cw {
namespace {

constexpr qint64 longestJob = qint64{1} << 24;

void addRunOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("JOB.json"),
        QCoreApplication::translate("Run", "A job as data: {\"job\": \"trace\", \"settings\": {...}}."));
    addCommonOptions(parser);
    addOutputOptions(parser);
}

/// What the command line says itself goes before what the job says.
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

int runJob(const QString &path, TraceOrder order, const QJsonObject &overrides, const Terminal &terminal)
{
    JobFile file = JobFile::read(readSmallFile(path, longestJob), path);
    for (auto setting = overrides.begin(); setting != overrides.end(); ++setting)
        file.settings.insert(setting.key(), setting.value());
    if (file.job == measureJob)
        return carryOut(MeasureOrder{fromJson<MeasureSettings>(file.settings), order.outputs, order.project}, terminal);
    if (file.job == generateJob) {
        if (!order.outputs.isEmpty())
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The job of %1 writes a text, which goes to the terminal: leave out "
                                                   "--out."),
                        {path.toStdString()});
        return carryOut(GenerateOrder{fromJson<GenerateSettings>(file.settings), order.project}, terminal);
    }
    order.settings = fromJson<TraceSettings>(file.settings);
    return carryOut(order, terminal);
}

Action readRun(const QCommandLineParser &parser)
{
    requirePlaces(parser, 1, 1, "JOB.json");
    TraceOrder order;
    readOutputOptions(parser, order);
    return [path = parser.positionalArguments().first(), order, overrides = overridesOf(parser)](
               const Terminal &terminal) { return runJob(path, order, overrides, terminal); };
}

} // namespace

const Verb &runVerb()
{
    static const Verb verb{"run", QT_TRANSLATE_NOOP("Verb", "Does a job that is written down as JSON."), addRunOptions,
                           readRun, true};
    return verb;
}

} // namespace cw
