// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ConfigReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <limits>

namespace cw {
namespace {

std::string shown(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return json.mid(1, json.size() - 2).left(60).toStdString();
}

} // namespace

ConfigReader::ConfigReader(QJsonObject object, QString path, QString section)
    : m_object(std::move(object)), m_path(std::move(path)), m_section(std::move(section))
{
}

QString ConfigReader::present(const char *keys) const
{
    const QStringList names = QString::fromLatin1(keys).split(u'|');
    for (const QString &name : names)
        if (!m_object.value(name).isUndefined() && !m_object.value(name).isNull())
            return name;
    return names.front();
}

QJsonValue ConfigReader::value(const char *key) const
{
    return m_object.value(present(key));
}

std::string ConfigReader::named(const char *key) const
{
    return QString(m_section + present(key)).toStdString();
}

bool ConfigReader::has(const char *key) const
{
    const QJsonValue found = value(key);
    return !found.isUndefined() && !found.isNull();
}

void ConfigReader::refuse(const char *key, const char *why) const
{
    if (!has(key))
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no value for \"%2\"."),
                    {path(), named(key)});
    throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1: \"%2\" is %3, but %4."),
                {path(), named(key), shown(value(key)), why});
}

std::string ConfigReader::text(const char *key) const
{
    if (!value(key).isString())
        refuse(key, "it must be a text");
    return value(key).toString().toStdString();
}

std::string ConfigReader::firstText(const char *key) const
{
    const QJsonValue first = value(key).toArray().at(0);
    if (!first.isString())
        refuse(key, "it must be a list of texts");
    return first.toString().toStdString();
}

std::vector<std::string> ConfigReader::texts(const char *key) const
{
    std::vector<std::string> result;
    const QJsonArray list = value(key).toArray();
    for (const QJsonValue text : list) {
        if (!text.isString())
            refuse(key, "it must be a list of texts");
        result.push_back(text.toString().toStdString());
    }
    return result;
}

std::vector<std::string> ConfigReader::repeatedTexts(const char *key, int limit) const
{
    std::vector<std::string> result;
    const QJsonArray groups = value(key).toArray();
    for (const QJsonValue group : groups) {
        const QJsonArray pattern = group.toArray().at(0).toArray();
        const int times = group.toArray().at(1).toInt(-1);
        if (pattern.isEmpty() || times < 0 || times > limit)
            refuse(key, "it must be a list of [[\"global\", ...], times]");
        for (int i = 0; i < times && result.size() <= static_cast<std::size_t>(limit); ++i)
            for (const QJsonValue text : pattern)
                result.push_back(text.toString().toStdString());
    }
    return result;
}

int ConfigReader::size(const char *key) const
{
    if (count(key) < 1)
        refuse(key, "it must be a whole number from 1 to 2147483647");
    return count(key);
}

int ConfigReader::count(const char *key) const
{
    const qint64 number = value(key).toInteger(-1);
    if (!value(key).isDouble() || number < 0 || number > std::numeric_limits<int>::max())
        refuse(key, "it must be a whole number from 1 to 2147483647");
    return static_cast<int>(number);
}

std::vector<double> ConfigReader::positives(const char *key) const
{
    std::vector<double> result;
    const QJsonArray list = value(key).toArray();
    for (const QJsonValue number : list) {
        result.push_back(number.toDouble());
        if (!std::isfinite(result.back()) || result.back() <= 0)
            refuse(key, "it must be a list of numbers above 0");
    }
    return result;
}

double ConfigReader::positive(const char *key) const
{
    const double number = value(key).toDouble();
    if (!value(key).isDouble() || !std::isfinite(number) || number <= 0)
        refuse(key, "it must be a number above 0");
    return number;
}

bool ConfigReader::flag(const char *key, bool otherwise) const
{
    if (!has(key))
        return otherwise;
    if (!value(key).isBool())
        refuse(key, "it must be true or false");
    return value(key).toBool();
}

std::optional<ConfigReader> ConfigReader::section(const char *key) const
{
    if (!has(key))
        return std::nullopt;
    if (!value(key).isObject())
        refuse(key, "it must be an object");
    return ConfigReader(value(key).toObject(), m_path, m_section + QLatin1String(key) + u'.');
}

} // namespace cw
