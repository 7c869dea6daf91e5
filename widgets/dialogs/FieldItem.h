// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

#include <QVector>

namespace cw {

/// A setting of a job and its value, as a form shows it.
struct FieldItem {
    FieldInfo info;
    QJsonValue value;
    QString note = {}; ///< a sentence below the field: where its value comes from
};

/// The settings of a job but for those that the window knows already.
template <class S> QVector<FieldItem> fieldItems(const S &settings, const QStringList &without)
{
    QVector<FieldItem> items;
    for (const Field<S> &field : S::fields())
        if (!without.contains(QLatin1String(field.key)))
            items.append({field, field.get(settings)});
    return items;
}

} // namespace cw
