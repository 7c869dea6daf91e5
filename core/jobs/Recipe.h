// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

#include <QFileInfo>

namespace cw {

/// A job as what makes the same again on any machine: {"job": ..., "settings": {...}} without settings that have their
/// default, and with the names of files and folders alone, as where they lie is nobody else's business.
template <class S> QJsonObject recipeOf(const QString &job, S settings, const std::vector<QString S::*> &paths)
{
    for (const auto path : paths)
        settings.*path = QFileInfo(settings.*path).fileName();
    const S usual;
    QJsonObject said;
    for (const Field<S> &field : S::fields())
        if (field.form == FieldForm::Place || field.get(settings) != field.get(usual))
            said.insert(QLatin1String(field.key), field.get(settings));
    return {{QStringLiteral("job"), job}, {QStringLiteral("settings"), said}};
}

} // namespace cw
