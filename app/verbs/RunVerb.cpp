// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/TraceOrder.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/JsonFile.h"
#include "core/jobs/JobFile.h"

#include <QCoreApplication>

namespace cw {
namespace {

constexpr qint64 longestJob = qint64{1} << 24;
using Override = std::pair<const Field<TraceSettings> *, QJsonValue>;

void addRunOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("JOB.json"),
        QCoreApplication::translate("Run", "A job as data: {\"job\": \"trace\", \"settings\": {...}}."));
    addCommonOptions(parser);
    addOutputOptions(parser);
}

/// What the command line says itself goes before what the job says.
std::vector<Override> overridesOf(const QCommandLineParser &parser)
{
    std::vector<Override> overrides;
    for (const Field<TraceSettings> &field : TraceSettings::fields()) {
        const QString key = QLatin1String(field.key);
        if (!parser.optionNames().contains(key) || key == QLatin1String("project"))
            continue;
        if (const auto value = given(parser, field, 0))
            overrides.emplace_back(&field, *value);
    }
    return overrides;
}

int runJob(const QString &path, TraceOrder order, const std::vector<Override> &overrides, const Terminal &terminal)
{
    const JobFile file = JobFile::read(readSmallFile(path, longestJob), path);
    order.settings = fromJson<TraceSettings>(file.settings);
    for (const auto &[field, value] : overrides)
        field->set(order.settings, value);
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
