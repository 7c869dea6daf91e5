// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Generation.h"

#include "core/engine/Error.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace cw {
namespace {

const QStringList &endNames()
{
    static const QStringList names{QString(),
                                   QStringLiteral("eos"),
                                   QStringLiteral("stop"),
                                   QStringLiteral("max"),
                                   QStringLiteral("context"),
                                   QStringLiteral("cancelled")};
    return names;
}

QJsonArray toJson(const std::vector<std::int64_t> &numbers)
{
    QJsonArray array;
    for (const std::int64_t number : numbers)
        array.append(static_cast<qint64>(number));
    return array;
}

std::vector<std::int64_t> wholeNumbers(const QJsonValue &value)
{
    std::vector<std::int64_t> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue number : array)
        numbers.push_back(number.toInteger(-1));
    return numbers;
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue text : array)
        result << text.toString();
    return result;
}

QJsonObject toJson(const GeneratedText &text)
{
    return {{QStringLiteral("ids"), toJson(text.ids)},
            {QStringLiteral("tokens"), QJsonArray::fromStringList(text.tokens)},
            {QStringLiteral("text"), text.text},
            {QStringLiteral("stopped"), text.end == TextEnd::None ? QJsonValue() : QJsonValue(name(text.end))}};
}

GeneratedText textFromJson(const QJsonObject &object)
{
    GeneratedText text;
    text.ids = wholeNumbers(object.value(QLatin1String("ids")));
    text.tokens = strings(object.value(QLatin1String("tokens")));
    text.text = object.value(QLatin1String("text")).toString();
    const auto end = endNames().indexOf(object.value(QLatin1String("stopped")).toString());
    text.end = static_cast<TextEnd>(std::max(qsizetype{0}, end));
    return text;
}

} // namespace

QString name(TextEnd end)
{
    return endNames()[static_cast<int>(end)];
}

QString describe(TextEnd end)
{
    switch (end) {
    case TextEnd::None: break;
    case TextEnd::Eos: return QCoreApplication::translate("Generation", "Ended by the model.");
    case TextEnd::Stop: return QCoreApplication::translate("Generation", "Stopped at a stop string.");
    case TextEnd::Max: return QCoreApplication::translate("Generation", "Length reached.");
    case TextEnd::Context: return QCoreApplication::translate("Generation", "Context full.");
    case TextEnd::Cancelled: return QCoreApplication::translate("Generation", "Stopped by hand.");
    }
    return {};
}

Generation::Generation(const GenerateRun &begun)
    : run(begun), texts(static_cast<std::size_t>(std::max(0, begun.settings.samples)))
{
}

void Generation::grow(const TextPiece &piece)
{
    GeneratedText &text = texts[static_cast<std::size_t>(piece.sample)];
    text.ids.insert(text.ids.end(), piece.ids.begin(), piece.ids.end());
    text.tokens << piece.tokens;
    text.text += piece.text;
    text.end = piece.end;
}

void Generation::stop()
{
    for (GeneratedText &text : texts)
        if (text.end == TextEnd::None)
            text.end = TextEnd::Cancelled;
}

bool Generation::isComplete() const
{
    return std::none_of(texts.begin(), texts.end(), [](const GeneratedText &text) {
        return text.end == TextEnd::None || text.end == TextEnd::Cancelled;
    });
}

QJsonObject inputsToJson(const GenerateRun &run)
{
    return {{QStringLiteral("ids"), toJson(run.ids)},
            {QStringLiteral("tokens"), QJsonArray::fromStringList(run.tokens)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(run.notes)}};
}

QJsonObject textsToJson(const Generation &generation)
{
    QJsonArray texts;
    for (const GeneratedText &text : generation.texts)
        texts.append(toJson(text));
    return {{QStringLiteral("texts"), texts}};
}

void readBack(const QJsonObject &inputs, const QJsonObject &texts, Generation &generation)
{
    GenerateRun &run = generation.run;
    run.ids = wholeNumbers(inputs.value(QLatin1String("ids")));
    run.tokens = strings(inputs.value(QLatin1String("tokens")));
    run.notes = strings(inputs.value(QLatin1String("notes")));
    const QJsonArray stored = texts.value(QLatin1String("texts")).toArray();
    generation.texts.clear();
    for (const QJsonValue text : stored)
        generation.texts.push_back(textFromJson(text.toObject()));
    const bool isEmpty = texts.isEmpty(); // it was stopped before its first piece was kept
    if (isEmpty)
        generation.texts.resize(static_cast<std::size_t>(run.settings.samples));
    if (run.ids.empty() || static_cast<int>(generation.texts.size()) != run.settings.samples)
        throw Error(Error::Kind::Storage,
                    QT_TRANSLATE_NOOP("Error", "What the project says about this text does not fit together: write it "
                                               "again."));
}

} // namespace cw
