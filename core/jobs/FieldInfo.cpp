// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/FieldInfo.h"

#include "core/engine/Error.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

std::string shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest).toStdString();
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    return value.isObject() ? "an object" : "null";
}

QJsonValue numberOrText(const QString &text)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue fromText(FieldForm form, const QString &text)
{
    if (form == FieldForm::Words)
        return QJsonArray::fromStringList(text.split(QLatin1Char(',')));
    return form == FieldForm::Number || form == FieldForm::Word ? numberOrText(text) : QJsonValue(text);
}

QString toText(const QJsonValue &value)
{
    return QString::fromStdString(shown(value));
}

QString optionName(const char *key)
{
    return QStringLiteral("--") + QLatin1String(key);
}

} // namespace

void addOption(QCommandLineParser &parser, const FieldInfo &field)
{
    const QString help = QCoreApplication::translate("Option", field.help);
    if (field.form == FieldForm::Place || field.form == FieldForm::Places) {
        parser.addPositionalArgument(QLatin1String(field.value), help);
        return;
    }
    parser.addOption({QString::fromLatin1(field.key), help, QString::fromLatin1(field.value)});
    if (field.item)
        parser.addOption({QString::fromLatin1(field.item),
                          QCoreApplication::translate("Option", "One of --%1, taken as it is; may be repeated.")
                              .arg(QLatin1String(field.key)),
                          QStringLiteral("TEXT")});
}

std::optional<QJsonValue> given(const QCommandLineParser &parser, const FieldInfo &field, int places)
{
    if (field.form == FieldForm::Place) {
        const QStringList placed = parser.positionalArguments();
        return placed.size() > places ? std::optional<QJsonValue>(placed[places]) : std::nullopt;
    }
    if (field.form == FieldForm::Places) {
        const QStringList placed = parser.positionalArguments().mid(places);
        return placed.isEmpty() ? std::nullopt : std::optional<QJsonValue>(QJsonArray::fromStringList(placed));
    }
    const QString key = QLatin1String(field.key);
    if (field.form == FieldForm::Texts) {
        const QStringList texts = parser.values(key);
        return texts.isEmpty() ? std::nullopt : std::optional<QJsonValue>(QJsonArray::fromStringList(texts));
    }
    QJsonArray items;
    if (field.item)
        items = QJsonArray::fromStringList(parser.values(QLatin1String(field.item)));
    if (!parser.isSet(key))
        return items.isEmpty() ? std::nullopt : std::optional<QJsonValue>(items);
    if (!items.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "Give either --%1 or --%2, not both."),
                    {field.key, field.item});
    return fromText(field.form, onlyValue(parser, key));
}

QString onlyValue(const QCommandLineParser &parser, const QString &option)
{
    if (const qsizetype count = parser.values(option).size(); count > 1)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "--%1 is given %2 times: give it once."),
                    {option.toStdString(), std::to_string(count)});
    return parser.value(option);
}

QStringList argumentsFor(const FieldInfo &field, const QJsonValue &value)
{
    if (field.form == FieldForm::Place)
        return {toText(value)};
    if (field.form == FieldForm::Places)
        return textsOf(field.key, value);
    if (field.form != FieldForm::Words && field.form != FieldForm::Texts)
        return {optionName(field.key), toText(value)};
    const QStringList texts = textsOf(field.key, value);
    const bool hasComma = texts.join(QString()).contains(QLatin1Char(','));
    if (field.form == FieldForm::Words && (!field.item || (texts.size() > 1 && !hasComma)))
        return {optionName(field.key), texts.join(QLatin1Char(','))};
    QStringList arguments;
    for (const QString &text : texts)
        arguments << optionName(field.form == FieldForm::Texts ? field.key : field.item) << text;
    return arguments;
}

QString textOf(const char *key, const QJsonValue &value)
{
    if (!value.isString())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The setting %1 must be a text, not %2."),
                    {key, shown(value)});
    return value.toString();
}

QStringList textsOf(const char *key, const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (const QJsonValue item : items) {
        if (item.isString())
            texts << item.toString();
    }
    if (!value.isArray() || texts.size() != items.size())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The setting %1 must be a list of texts, not %2."),
                    {key, shown(value)});
    return texts;
}

double numberOf(const char *key, const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble(std::nan(""));
    if (!(number >= least && number <= most))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The setting %1 must be a number from %2 to %3, not %4."),
                    {key, shown(least), shown(most), shown(value)});
    return number;
}

qint64 wholeOf(const char *key, const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble(std::nan(""));
    const bool fits = number >= static_cast<double>(least) && number <= static_cast<double>(most);
    if (!fits || number != std::floor(number))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The setting %1 must be a whole number from %2 to %3, not %4."),
                    {key, std::to_string(least), std::to_string(most), shown(value)});
    return static_cast<qint64>(number);
}

int choiceOf(const char *key, const QJsonValue &value, const QStringList &names)
{
    const auto position = value.isString() ? names.indexOf(value.toString()) : -1;
    if (position < 0)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The setting %1 must be one of %2, not %3."),
                    {key, names.join(QStringLiteral(", ")).toStdString(), shown(value)});
    return static_cast<int>(position);
}

QStringList joinedArguments(const QStringList &places, const QStringList &options)
{
    const bool looksLikeOption =
        std::any_of(places.begin(), places.end(), [](const QString &place) { return place.startsWith(u'-'); });
    return looksLikeOption ? options + QStringList{QStringLiteral("--")} + places : places + options;
}

QString shellLine(const QStringList &arguments)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    QStringList quoted;
    for (QString argument : arguments) {
        if (!plain.match(argument).hasMatch())
            argument =
                QLatin1Char('\'') + argument.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
        quoted << argument;
    }
    return quoted.join(QLatin1Char(' '));
}

void throwUnknownSetting(const QString &key, const QStringList &known)
{
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no setting %1 here; the settings are %2."),
                {key.toStdString(), known.join(QStringLiteral(", ")).toStdString()});
}

} // namespace cw
