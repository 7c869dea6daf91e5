// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Family.h"
#include "core/checkpoint/ModuleCounts.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/SpecJson.h"
#include "core/data/AlignedRows.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MemoryFacts.h"
#include "core/jobs/ParityJob.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

const QString familiesOption = QStringLiteral("families");
const QString hashOption = QStringLiteral("hash");
const QString checkOption = QStringLiteral("check");
const QString probeOption = QStringLiteral("probe");
const QString tokensOption = QStringLiteral("tokens");

/// What a command asks about a checkpoint.
struct InfoOrder {
    QString folder;
    QString device;
    QString dtype;
    QString reference; ///< stored logits to compare with; empty: none
    bool probes = false;
    bool withHash = false;
    std::int64_t tokens = MemoryFacts::usualTokens;
};

QString text(const char *key)
{
    return QCoreApplication::translate("Info", key);
}

int showFamilies(const Terminal &terminal)
{
    QJsonArray list;
    QVector<QStringList> rows;
    for (const Family &family : families()) {
        list.append(QJsonObject{{QStringLiteral("family"), QLatin1String(family.modelType)},
                                {QStringLiteral("architecture"), QLatin1String(family.architectures.front())},
                                {QStringLiteral("masked"), family.switches.masked}});
        rows.append({QLatin1String(family.modelType), QLatin1String(family.architectures.front()),
                     family.switches.masked ? text(QT_TRANSLATE_NOOP("Info", "at masks"))
                                            : text(QT_TRANSLATE_NOOP("Info", "from the left"))});
    }
    terminal.answer({{QStringLiteral("families"), list}}, aligned(rows));
    return Success;
}

QJsonObject describeModel(const LoadedModel &model)
{
    const Checkpoint &checkpoint = *model.checkpoint;
    QJsonObject modules;
    for (const ModuleCount &count : moduleCounts(*model.model))
        modules[QString::fromStdString(count.module)] = static_cast<qint64>(count.numbers);
    return {{QStringLiteral("folder"), checkpoint.folder()},
            {QStringLiteral("spec"), toJson(checkpoint.spec())},
            {QStringLiteral("parameters"), static_cast<qint64>(checkpoint.parameterCount())},
            {QStringLiteral("modules"), modules},
            {QStringLiteral("type"), checkpoint.storageType()},
            {QStringLiteral("fileBytes"), static_cast<qint64>(checkpoint.fileBytes())},
            {QStringLiteral("fingerprint"), checkpoint.fingerprint()},
            {QStringLiteral("device"), deviceName(model.model->placement())},
            {QStringLiteral("dtype"), typeName(model.model->placement())}};
}

/// The object as lines, inner objects indented.
void addRows(QVector<QStringList> &rows, const QJsonObject &object, const QString &indent)
{
    for (auto item = object.begin(); item != object.end(); ++item) {
        rows.append({indent + item.key(), item.value().toVariant().toString()});
        if (item.value().isObject())
            addRows(rows, item.value().toObject(), indent + u"  ");
    }
}

ParityReport compared(const LoadedModel &model, const QString &reference, const Terminal &terminal)
{
    ParityJob job(model, reference);
    ParityReport report;
    QObject::connect(&job, &ParityJob::compared, &job, [&report](const ParityReport &found) { report = found; });
    TerminalMonitor monitor(terminal);
    valueOrThrow(job.runHere(monitor));
    return report;
}

int showModel(const InfoOrder &order, const Terminal &terminal)
{
    const LoadedModel model = loadModel(order.folder, order.device, order.dtype);
    QJsonObject result = describeModel(model);
    result[QStringLiteral("memory")] = memoryFacts(model, order.tokens).json();
    if (order.withHash) {
        TerminalMonitor monitor(terminal, JobStatus::Unit::Bytes);
        result[QStringLiteral("hash")] = model.checkpoint->hash(monitor);
    }
    bool holds = true;
    QStringList notes;
    const auto compare = [&](const QString &key, const QString &reference) {
        const ParityReport report = compared(model, reference, terminal);
        result[key] = toJson(report);
        holds = holds && report.parity.holds();
        notes << describe(report);
    };
    if (!order.reference.isEmpty())
        compare(checkOption, order.reference);
    if (order.probes)
        compare(probeOption, {});
    QVector<QStringList> rows;
    addRows(rows, result, {});
    terminal.answer(result, aligned(rows));
    for (const QString &note : notes)
        terminal.note(note);
    return holds ? Success : Failure;
}

void addInfoOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("MODEL"), text(QT_TRANSLATE_NOOP("Info", "Folder of the checkpoint.")));
    parser.addOption({familiesOption, text(QT_TRANSLATE_NOOP("Info", "Lists the families of models that are known."))});
    parser.addOption({hashOption, text(QT_TRANSLATE_NOOP("Info", "Reads all weights, checks their numbers and gives "
                                                                 "their hash."))});
    parser.addOption(
        {checkOption,
         text(QT_TRANSLATE_NOOP("Info", "Compares the model's logits with stored ones: safetensors \"ids\" "
                                        "and \"logits\"; exit code 1 if they differ.")),
         QStringLiteral("REFERENCE")});
    parser.addOption({probeOption, text(QT_TRANSLATE_NOOP("Info", "Compares the device and type with the CPU in fp32; "
                                                                  "exit code 1 if they differ."))});
    parser.addOption({tokensOption,
                      text(QT_TRANSLATE_NOOP("Info", "Length of the text whose memory is forecast (default: 256).")),
                      QStringLiteral("N")});
    addCommonOptions(parser);
}

std::int64_t tokensGiven(const QCommandLineParser &parser)
{
    if (!parser.isSet(tokensOption))
        return MemoryFacts::usualTokens;
    const QString given = parser.value(tokensOption);
    bool isNumber = false;
    const qint64 number = given.toLongLong(&isNumber);
    return wholeOf("tokens", isNumber ? QJsonValue(number) : QJsonValue(given), 1, 1000000);
}

Action readInfo(const QCommandLineParser &parser)
{
    if (parser.isSet(familiesOption)) {
        requirePlaces(parser, 0, 0, "--families alone");
        return showFamilies;
    }
    requirePlaces(parser, 1, 1, "MODEL");
    InfoOrder order;
    order.folder = parser.positionalArguments().first();
    order.withHash = parser.isSet(hashOption);
    order.device =
        parser.isSet(QStringLiteral("device")) ? parser.value(QStringLiteral("device")) : QStringLiteral("auto");
    order.dtype =
        parser.isSet(QStringLiteral("dtype")) ? parser.value(QStringLiteral("dtype")) : QStringLiteral("auto");
    order.reference = parser.value(checkOption);
    order.probes = parser.isSet(probeOption);
    order.tokens = tokensGiven(parser);
    return [order](const Terminal &terminal) { return showModel(order, terminal); };
}

} // namespace

const Verb &infoVerb()
{
    static const Verb verb{"info", QT_TRANSLATE_NOOP("Verb", "Says what a checkpoint is."), addInfoOptions, readInfo};
    return verb;
}

} // namespace cw
