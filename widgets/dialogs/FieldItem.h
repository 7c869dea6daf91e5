// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

#include <QVector>

namespace cw {

/// A setting of a job and its value, as a form shows it.
struct FieldItem {
    /// A value that has a text of its own.
    struct Choice {
        QString text;
        QString value;
    };

    FieldInfo info;
    QJsonValue value;
    QJsonValue usual;             ///< what it is before anybody has changed it
    QVector<Choice> choices = {}; ///< nothing else may be chosen, where there are any
    QString note = {};            ///< a sentence below the field: where its value comes from
};

/// The settings of a job but for those that the window knows already.
template <class S> QVector<FieldItem> fieldItems(const S &settings, const QStringList &without, const S &usual = {})
{
    QVector<FieldItem> items;
    for (const Field<S> &field : S::fields())
        if (!without.contains(QLatin1String(field.key)))
            items.append({field, field.get(settings), field.get(usual)});
    return items;
}

} // namespace cw
