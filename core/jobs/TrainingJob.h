// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"
#include "core/jobs/LearningJob.h"
#include "core/jobs/PlaceboOrder.h"
#include "core/jobs/Recipe.h"
#include "core/jobs/TrainingOrder.h"

namespace cw {

struct PlaceboDraws;
struct TrainedEdit;
struct TrainingTexts;

/// What MG-Editing and fine-tuning have in common: prompts in their folds, a text that should stay, the training of
/// what a method chooses, the scores of every fold before and after, guards and placebos.
class TrainingJob : public LearningJob {
    Q_OBJECT

protected:
    /// What is trained, and how the edit is called and made again.
    struct Choice {
        std::vector<Tick> ticks;
        QString title;
        QJsonObject facts;
    };

    /// loaded: the model, where it is open already; else the job opens order.model.
    TrainingJob(const QString &title, const TrainingOrder &order, const PlaceboOrder &placebos,
                const LoadedModel &loaded);

    /// Throws Error of kind Input where settings do not go together.
    virtual void check() const = 0;
    virtual Choice choose(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const = 0;
    virtual Recipe recipe() const = 0;

private:
    void work(Monitor &monitor) override;
    TrainedEdit train(const std::vector<Tick> &ticks, const TrainingTexts &texts, Monitor &monitor);
    /// The same in silence.
    std::shared_ptr<const Edit> editOf(const std::vector<Tick> &ticks, const TrainingTexts &texts,
                                       Monitor &monitor) const;
    /// Words with a gender by definition, as the model answers them; none where they have no weight.
    TargetPrompts preserved(Monitor &monitor) const;
    using Places = std::vector<std::vector<Tick>>;
    Places otherPlaces(const std::vector<Tick> &ticks) const;
    std::vector<PlaceboDraws> placebos(const MadeEdit &edit, const std::vector<Tick> &ticks, const Places &places,
                                       const MgPrompts &prompts, const TrainingTexts &texts) const;
    PlaceboDraws content(const std::vector<Tick> &ticks, const MgPrompts &prompts, const TrainingTexts &texts) const;
    PlaceboDraws relocated(const Places &places, const TrainingTexts &texts) const;
    PlaceboDraws wrongText(const TrainingTexts &texts) const;
    MadeEdit scored(const TrainedEdit &trained, const MgPrompts &prompts, const TrainingTexts &texts,
                    Monitor &monitor) const;

    const TrainingOrder m_order;
    const PlaceboOrder m_placebos;
    LoadedModel m_loaded;
};

} // namespace cw
