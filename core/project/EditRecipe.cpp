// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/EditRecipe.h"

#include "core/engine/Error.h"
#include "core/jobs/EditFacts.h"
#include "core/store/Records.h"

namespace cw {

JobFile recipeJob(const EditRecord &edit)
{
    JobFile file{edit.recipe[QLatin1String("job")].toString(), edit.recipe[QLatin1String("settings")].toObject()};
    if (file.job.isEmpty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "How \"%1\" was made is not one recipe: make anew what it was merged "
                                               "of, or the edit itself."),
                    {edit.title.toStdString()});
    // A recipe has no paths; those that are known may be of another machine.
    const QJsonObject known = edit.facts[pathsFact].toObject();
    for (auto setting = known.begin(); setting != known.end(); ++setting)
        file.settings.insert(setting.key(), setting.value());
    return file;
}

} // namespace cw
