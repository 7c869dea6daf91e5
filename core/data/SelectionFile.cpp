// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SelectionFile.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cw {
namespace {

constexpr qint64 longestSelection = qint64{1} << 26;
constexpr double highestNumber = 1e15; ///< up to which a double holds every whole number

constexpr char selectionForm[] = R"({"layers": [0], "modules": ["layers.1.attn.out"], )"
                                 R"("rows": {"layers.2.mlp.out": [7, 9]}, "neurons": {"layers.3": [12]}, )"
                                 R"("weights": {"layers.2.mlp.out": [[7, 31]]}})";

/// Reads one selection and names it where something in it is wrong.
class SelectionReader {
public:
    SelectionReader(const QJsonObject &selection, const QString &source) : m_selection(selection), m_source(source) {}

    TickWords read()
    {
        for (const QString &key : m_selection.keys())
            if (!known().contains(key))
                refuse(key);
        TickWords words;
        for (const QJsonValue layer : listOf(m_selection.value(QLatin1String("layers")), QStringLiteral("layers")))
            words.layers.push_back(number(layer, QStringLiteral("layers")));
        for (const QJsonValue name : listOf(m_selection.value(QLatin1String("modules")), QStringLiteral("modules"))) {
            if (!name.isString())
                refuse(QStringLiteral("modules"));
            words.modules.push_back(name.toString().toStdString());
        }
        words.rows = named(QStringLiteral("rows"), false);
        words.neurons = named(QStringLiteral("neurons"), false);
        words.weights = named(QStringLiteral("weights"), true);
        return words;
    }

private:
    static const QStringList &known()
    {
        static const QStringList keys{QStringLiteral("layers"), QStringLiteral("modules"), QStringLiteral("rows"),
                                      QStringLiteral("neurons"), QStringLiteral("weights")};
        return keys;
    }

    [[noreturn]] void refuse(const QString &key) const
    {
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1: what it has for \"%2\" is no part of a selection, which is of "
                                               "this form: %3."),
                    {m_source.toStdString(), key.toStdString(), selectionForm});
    }

    QJsonArray listOf(const QJsonValue &value, const QString &key) const
    {
        if (!value.isUndefined() && !value.isArray())
            refuse(key);
        return value.toArray();
    }

    std::string number(const QJsonValue &value, const QString &key) const
    {
        const double number = value.toDouble(-1);
        if (!(number >= 0 && number <= highestNumber) || number != static_cast<double>(static_cast<qint64>(number)))
            refuse(key);
        return std::to_string(static_cast<qint64>(number));
    }

    std::string place(const QJsonValue &value, const QString &key, bool isPair) const
    {
        if (!isPair)
            return number(value, key);
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2)
            refuse(key);
        return number(pair[0], key) + '/' + number(pair[1], key);
    }

    std::vector<std::string> named(const QString &key, bool arePairs) const
    {
        const QJsonValue value = m_selection.value(key);
        if (!value.isUndefined() && !value.isObject())
            refuse(key);
        const QJsonObject lists = value.toObject();
        std::vector<std::string> words;
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            std::string line;
            for (const QJsonValue each : listOf(list.value(), key))
                line += (line.empty() ? "" : ",") + place(each, key, arePairs);
            if (!line.empty())
                words.push_back(list.key().toStdString() + ':' + line);
        }
        return words;
    }

    const QJsonObject &m_selection;
    const QString &m_source;
};

[[noreturn]] void refuseWord(const QString &word)
{
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "\"%1\" is no number, range or place that a selection could keep."),
                {word.toStdString()});
}

qint64 numberIn(const QString &digits, const QString &word)
{
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number < 0)
        refuseWord(word);
    return number;
}

/// "7", "9-12" and "7/31", as numbers and pairs.
void appendPlaces(QJsonArray &places, const QString &word)
{
    const QStringList pair = word.split(u'/');
    const QStringList ends = word.split(u'-');
    if (pair.size() == 2) {
        places.append(QJsonArray{numberIn(pair[0], word), numberIn(pair[1], word)});
        return;
    }
    if (ends.size() > 2)
        refuseWord(word);
    for (qint64 number = numberIn(ends.first(), word); number <= numberIn(ends.last(), word); ++number)
        places.append(number);
}

/// "layers.2.mlp.out:7,9" and the like, by the names before the colon.
QJsonObject namedPlaces(const std::vector<std::string> &words)
{
    QJsonObject lists;
    for (const std::string &each : words) {
        const QString word = QString::fromStdString(each);
        const QString name = word.section(u':', 0, 0);
        QJsonArray places = lists.value(name).toArray();
        for (const QString &place : word.section(u':', 1).split(u','))
            appendPlaces(places, place);
        lists.insert(name, places);
    }
    return lists;
}

} // namespace

TickWords ticksFromJson(const QJsonObject &selection, const QString &source)
{
    return SelectionReader(selection, source).read();
}

TickWords readSelection(const QString &path)
{
    return ticksFromJson(parseJsonObject(readSmallFile(path, longestSelection), path), path);
}

QJsonObject selectionJson(const TickWords &words)
{
    QJsonArray layers;
    for (const std::string &layer : words.layers)
        appendPlaces(layers, QString::fromStdString(layer));
    QJsonArray modules;
    for (const std::string &module : words.modules)
        modules.append(QString::fromStdString(module));
    QJsonObject selection{{QStringLiteral("layers"), layers},
                          {QStringLiteral("modules"), modules},
                          {QStringLiteral("rows"), namedPlaces(words.rows)},
                          {QStringLiteral("neurons"), namedPlaces(words.neurons)},
                          {QStringLiteral("weights"), namedPlaces(words.weights)}};
    for (const QString &key : selection.keys())
        if (selection[key].toArray().isEmpty() && selection[key].toObject().isEmpty())
            selection.remove(key);
    return selection;
}

void writeSelection(const QString &path, const TickWords &words)
{
    writeWholeFile(path, QJsonDocument(selectionJson(words)).toJson());
}

} // namespace cw
