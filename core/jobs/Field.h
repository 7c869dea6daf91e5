// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/FieldInfo.h"

#include <QJsonArray>
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

template <class S> Field<S> textsField(const FieldInfo &info, QStringList S::*member)
{
    return {info, [member](const S &s) { return QJsonArray::fromStringList(s.*member); },
            [member, key = info.key](S &s, const QJsonValue &value) { s.*member = textsOf(key, value); }};
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

} // namespace cw
