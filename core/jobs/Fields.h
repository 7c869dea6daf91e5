// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/FieldInfo.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace cw {

/// One setting of a job's settings struct S. S::fields() is the one table from which JSON, command line, "copy as
/// command" and equality come.
template <class S> struct Field : FieldInfo {
    std::function<QJsonValue(const S &)> get;
    std::function<void(S &, const QJsonValue &)> set; ///< throws Error of kind Input naming the key
};

template <class S> Field<S> textField(const FieldInfo &info, QString S::*member)
{
    return {info, [member](const S &s) { return QJsonValue(s.*member); },
            [member, key = info.key](S &s, const QJsonValue &value) { s.*member = textOf(key, value); }};
}

/// A whole number from least to most.
template <class S, class T> Field<S> wholeField(const FieldInfo &info, T S::*member, qint64 least, qint64 most)
{
    return {info, [member](const S &s) { return QJsonValue(static_cast<qint64>(s.*member)); },
            [=, key = info.key](S &s, const QJsonValue &value) {
                s.*member = static_cast<T>(wholeOf(key, value, least, most));
            }};
}

/// A number from least to most.
template <class S> Field<S> numberField(const FieldInfo &info, double S::*member, double least, double most)
{
    return {info, [member](const S &s) { return QJsonValue(s.*member); },
            [=, key = info.key](S &s, const QJsonValue &value) { s.*member = numberOf(key, value, least, most); }};
}

/// An enumeration whose values 0, 1, 2 ... have these names.
template <class S, class E> Field<S> choiceField(const FieldInfo &info, E S::*member, const QStringList &names)
{
    return {info, [=](const S &s) { return QJsonValue(names[static_cast<int>(s.*member)]); },
            [=, key = info.key](S &s, const QJsonValue &value) {
                s.*member = static_cast<E>(choiceOf(key, value, names));
            }};
}

template <class S> QJsonObject toJson(const S &settings)
{
    QJsonObject object;
    for (const Field<S> &field : S::fields())
        object.insert(QLatin1String(field.key), field.get(settings));
    return object;
}

/// Settings that are not in object keep their defaults. Throws Error of kind Input naming the key that is unknown or
/// has a value it cannot have.
template <class S> S fromJson(const QJsonObject &object)
{
    S settings;
    QStringList known;
    for (const Field<S> &field : S::fields())
        known << QLatin1String(field.key);
    for (const QString &key : object.keys()) {
        const auto position = known.indexOf(key);
        if (position < 0)
            throwUnknownSetting(key, known);
        S::fields()[static_cast<std::size_t>(position)].set(settings, object.value(key));
    }
    return settings;
}

template <class S> void addOptions(QCommandLineParser &parser)
{
    for (const Field<S> &field : S::fields())
        addOption(parser, field);
}

/// What a command line says that was read with addOptions(); errors as fromJson().
template <class S> S fromCommandLine(const QCommandLineParser &parser)
{
    S settings;
    int places = 0;
    for (const Field<S> &field : S::fields()) {
        if (const auto value = given(parser, field, places))
            field.set(settings, *value);
        places += field.form == FieldForm::Place ? 1 : 0;
    }
    return settings;
}

/// The arguments that fromCommandLine() reads back as these settings; what has its default is left out.
template <class S> QStringList toArguments(const S &settings)
{
    const S usual;
    QStringList places;
    QStringList options;
    for (const Field<S> &field : S::fields()) {
        const QJsonValue value = field.get(settings);
        if (field.form == FieldForm::Place)
            places << argumentsFor(field, value);
        else if (value != field.get(usual))
            options << argumentsFor(field, value);
    }
    const bool looksLikeOption = std::any_of(places.begin(), places.end(),
                                             [](const QString &place) { return place.startsWith(QLatin1Char('-')); });
    return looksLikeOption ? options + QStringList{QStringLiteral("--")} + places : places + options;
}

template <class S> bool areEqual(const S &a, const S &b)
{
    return toJson(a) == toJson(b);
}

} // namespace cw
