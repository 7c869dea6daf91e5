// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SelectionFile.h"

#include "core/checkpoint/JsonFile.h"
#include "core/engine/Error.h"

#include <QJsonArray>

namespace cw {
namespace {

constexpr qint64 longestSelection = qint64{1} << 26;
constexpr double highestNumber = 1e15; ///< up to which a double holds every whole number

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
        for (const QJsonValue &layer : listOf(m_selection.value(QLatin1String("layers")), QStringLiteral("layers")))
            words.layers.push_back(number(layer, QStringLiteral("layers")));
        for (const QJsonValue &name : listOf(m_selection.value(QLatin1String("modules")), QStringLiteral("modules"))) {
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
                    QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is no part of a selection, which has lists of numbers for "
                                               "%3."),
                    {m_source.toStdString(), key.toStdString(), known().join(QStringLiteral(", ")).toStdString()});
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
            for (const QJsonValue &each : listOf(list.value(), key))
                line += (line.empty() ? "" : ",") + place(each, key, arePairs);
            if (!line.empty())
                words.push_back(list.key().toStdString() + ':' + line);
        }
        return words;
    }

    const QJsonObject &m_selection;
    const QString &m_source;
};

} // namespace

TickWords ticksFromJson(const QJsonObject &selection, const QString &source)
{
    return SelectionReader(selection, source).read();
}

TickWords readSelection(const QString &path)
{
    return ticksFromJson(parseJsonObject(readSmallFile(path, longestSelection), path), path);
}

} // namespace cw
