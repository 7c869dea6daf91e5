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

QJsonValue ConfigReader::value(const char *key) const
{
    return m_object.value(QLatin1String(key));
}

std::string ConfigReader::named(const char *key) const
{
    return m_section.toStdString() + key;
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

int ConfigReader::size(const char *key) const
{
    const qint64 number = value(key).toInteger(-1);
    if (!value(key).isDouble() || number < 1 || number > std::numeric_limits<int>::max())
        refuse(key, "it must be a whole number from 1 to 2147483647");
    return static_cast<int>(number);
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
