// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Field.h"

namespace cw {

template <class S> QJsonObject toJson(const S &settings)
{
    QJsonObject object;
    for (const Field<S> &field : S::fields())
        object.insert(QLatin1String(field.key), field.get(settings));
    return object;
}

template <class S> QStringList keys()
{
    QStringList all;
    for (const Field<S> &field : S::fields())
        all << QLatin1String(field.key);
    return all;
}

/// Settings that are not in object keep their defaults. Throws Error of kind Input naming the key that is unknown or
/// has a value it cannot have.
template <class S> S fromJson(const QJsonObject &object)
{
    S settings;
    const QStringList known = keys<S>();
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
        if (field.form == FieldForm::Place || field.form == FieldForm::Places)
            places << argumentsFor(field, value);
        else if (value != field.get(usual))
            options << argumentsFor(field, value);
    }
    return joinedArguments(places, options);
}

template <class S> bool areEqual(const S &a, const S &b)
{
    return toJson(a) == toJson(b);
}

} // namespace cw
