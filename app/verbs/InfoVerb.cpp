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
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MemoryFacts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

const QString familiesOption = QStringLiteral("families");
const QString hashOption = QStringLiteral("hash");
const QString tokensOption = QStringLiteral("tokens");
const QStringList later{QStringLiteral("check")};

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

/// What is asked about a model.
struct InfoOrder {
    QString folder;
    bool withHash = false;
    QString device;
    QString dtype;
    std::int64_t tokens = MemoryFacts::usualTokens;
};

int showModel(const InfoOrder &order, const Terminal &terminal)
{
    const LoadedModel model = loadModel(order.folder, order.device, order.dtype);
    const auto &checkpoint = model.checkpoint;
    QJsonObject result = describeModel(model);
    result[QStringLiteral("memory")] = memoryFacts(model, order.tokens).json();
    if (order.withHash) {
        TerminalMonitor monitor(terminal, JobStatus::Unit::Bytes);
        result[QStringLiteral("hash")] = checkpoint->hash(monitor);
    }
    QVector<QStringList> rows;
    addRows(rows, result, {});
    terminal.answer(result, aligned(rows));
    return Success;
}

void addInfoOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("MODEL"), text(QT_TRANSLATE_NOOP("Info", "Folder of the checkpoint.")));
    parser.addOption({familiesOption, text(QT_TRANSLATE_NOOP("Info", "Lists the families of models that are known."))});
    parser.addOption({hashOption, text(QT_TRANSLATE_NOOP("Info", "Reads all weights, checks their numbers and gives "
                                                                 "their hash."))});
    parser.addOption({tokensOption,
                      text(QT_TRANSLATE_NOOP("Info", "Length of the text whose memory is forecast (default: 256).")),
                      QStringLiteral("N")});
    addLater(parser, later);
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
    refuseLater(parser, later);
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
