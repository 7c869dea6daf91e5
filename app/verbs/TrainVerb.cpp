// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/data/AlignedRows.h"
#include "core/jobs/TrainDemoJob.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Train", key);
}

QJsonObject toJson(const DemoLine &line)
{
    return {{QStringLiteral("key"), QLatin1String(line.key)},
            {QStringLiteral("value"), std::isfinite(line.value) ? QJsonValue(line.value) : QJsonValue()},
            {QStringLiteral("rule"),
             line.rule == DemoLine::Rule::AtLeast ? QStringLiteral("at_least") : QStringLiteral("at_most")},
            {QStringLiteral("bar"), line.bar},
            {QStringLiteral("met"), line.isMet()}};
}

QStringList toRow(const DemoLine &line)
{
    const QString bar = QString::number(line.bar);
    return {QCoreApplication::translate("Demo", line.text), QString::number(line.value, 'g', 4),
            (line.rule == DemoLine::Rule::AtLeast ? text(QT_TRANSLATE_NOOP("Train", "at least %1"))
                                                  : text(QT_TRANSLATE_NOOP("Train", "at most %1")))
                .arg(bar),
            line.isMet() ? text(QT_TRANSLATE_NOOP("Train", "met")) : text(QT_TRANSLATE_NOOP("Train", "not met"))};
}

int showLines(const QString &out, const DemoLines &lines, const Terminal &terminal)
{
    const bool accepted = std::all_of(lines.begin(), lines.end(), [](const DemoLine &line) { return line.isMet(); });
    QJsonArray list;
    QVector<QStringList> rows;
    for (const DemoLine &line : lines) {
        list.append(toJson(line));
        rows.append(toRow(line));
    }
    terminal.answer(
        {{QStringLiteral("out"), out}, {QStringLiteral("accepted"), accepted}, {QStringLiteral("lines"), list}},
        aligned(rows));
    if (!accepted)
        terminal.note(text(QT_TRANSLATE_NOOP("Train", "%1 is written, but does not reach every bar.")).arg(out));
    return accepted ? Success : Failure;
}

int trainDemoModel(const TrainDemoSettings &settings, const Terminal &terminal)
{
    TrainDemoJob job(settings);
    DemoLines lines;
    QObject::connect(&job, &TrainDemoJob::trained, &job, [&lines](const DemoLines &found) { lines = found; });
    {
        TerminalMonitor monitor(terminal);
        valueOrThrow(job.runHere(monitor));
    }
    return showLines(settings.out, lines, terminal);
}

void addTrainOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("demo"),
                                 text(QT_TRANSLATE_NOOP("Train", "Trains the demo model from its seeded grammar.")));
    addOptionsOf<TrainDemoSettings>(parser);
}

void requireCpu(const QCommandLineParser &parser)
{
    const QString device = parser.value(QStringLiteral("device"));
    const QString dtype = parser.value(QStringLiteral("dtype"));
    if (device.startsWith(QLatin1String("cuda")) || dtype.endsWith(QLatin1String("16")))
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error",
                                      "The demo model is trained on the CPU in fp32 only, so that it comes out "
                                      "the same: leave out --device and --dtype."));
}

Action readTrain(const QCommandLineParser &parser)
{
    const QString what = parser.positionalArguments().value(0);
    if (what == QLatin1String("finetune") || what == QLatin1String("tickets"))
        throw Error(Error::Kind::Unsupported, QT_TRANSLATE_NOOP("Error", "This version has no train %1 yet."),
                    {what.toStdString()});
    requirePlaces(parser, 1, 1, "demo");
    if (what != QLatin1String("demo"))
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be trained; name demo."),
                    {what.toStdString()});
    requireCpu(parser);
    const auto settings = fromCommandLine<TrainDemoSettings>(parser);
    settings.check();
    return [settings](const Terminal &terminal) { return trainDemoModel(settings, terminal); };
}

} // namespace

const Verb &trainVerb()
{
    static const Verb verb{"train", QT_TRANSLATE_NOOP("Verb", "Trains a model: train demo makes the demo model."),
                           addTrainOptions, readTrain};
    return verb;
}

} // namespace cw
