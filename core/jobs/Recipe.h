// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

#include <QDir>

namespace cw {

/// A job as what makes the same again.
struct Recipe {
    QJsonObject json;  ///< {"job": ..., "settings": {...}} without settings that have their default, and with the names
                       ///< of files and folders alone: where they lie is nobody else's business
    QJsonObject paths; ///< of the settings that are such names, where they lie on this machine
};

/// paths: the settings that are files or folders, where any are named.
template <class S> Recipe recipeOf(const QString &job, S settings, const std::vector<QString S::*> &paths)
{
    const S usual;
    Recipe recipe;
    for (const auto path : paths) {
        S named;
        named.*path = QStringLiteral("named");
        for (const Field<S> &field : S::fields())
            if (!(settings.*path).isEmpty() && field.get(named) != field.get(usual))
                recipe.paths.insert(QLatin1String(field.key), QDir().absoluteFilePath(settings.*path));
        settings.*path = QFileInfo(settings.*path).fileName();
    }
    QJsonObject said;
    for (const Field<S> &field : S::fields())
        if (field.form == FieldForm::Place || field.get(settings) != field.get(usual))
            said.insert(QLatin1String(field.key), field.get(settings));
    recipe.json = {{QStringLiteral("job"), job}, {QStringLiteral("settings"), said}};
    return recipe;
}

} // namespace cw
