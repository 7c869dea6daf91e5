// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/FinetuneJob.h"

#include "core/analysis/EditLevel.h"
#include "core/analysis/ModuleNames.h"
#include "core/engine/Model.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LayerWords.h"
#include "core/jobs/Recipe.h"

#include <QDir>

namespace cw {
namespace {

QString titleOf(const FinetuneSettings &settings)
{
    return settings.bound > 0 ? QStringLiteral("fine-tuning within %1").arg(settings.bound)
                              : QStringLiteral("fine-tuning");
}

std::vector<std::string> modulesOf(const FinetuneSettings &settings, const ModelSpec &spec)
{
    std::vector<std::string> names;
    for (const QString &words : settings.modules)
        names.push_back(words.toStdString());
    if (!names.empty())
        return modulesNamed(names, spec);
    const int layers = spec.layers;
    const bool isAuto = settings.layers == QLatin1String("auto");
    for (const int layer : isAuto ? std::vector<int>{lowestTenth(layers).back()} : layersNamed(settings.layers, layers))
        names.push_back("layers." + std::to_string(layer) + ".mlp.out");
    return names;
}

} // namespace

FinetuneJob::FinetuneJob(const FinetuneSettings &settings, const LoadedModel &loaded)
    : TrainingJob(tr("%1 on %2").arg(titleOf(settings), QDir(settings.model).dirName()), settings, settings, loaded),
      m_settings(settings)
{
}

TrainingJob::Choice FinetuneJob::choose(const LoadedModel &model, const MgPrompts &, Monitor &) const
{
    const std::vector<std::string> modules = modulesOf(m_settings, model.model->spec());
    QStringList names;
    for (const std::string &module : modules)
        names << QString::fromStdString(module);
    return {wholeModules(*model.model, modules), titleOf(m_settings) + u' ' + names.join(QStringLiteral(", ")), {}};
}

Recipe FinetuneJob::recipe() const
{
    return recipeOf<FinetuneSettings>(finetuneJob, m_settings,
                                      {&FinetuneSettings::model, &FinetuneSettings::text, &FinetuneSettings::data});
}

} // namespace cw
