// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"
#include "core/jobs/LearningJob.h"
#include "core/jobs/TrainingOrder.h"

namespace cw {

struct TrainedEdit;
struct TrainingTexts;

/// What MG-Editing and fine-tuning have in common: prompts in their folds, a text that should stay, the training of
/// what a method chooses, and the scores of every fold before and after.
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
    TrainingJob(const QString &title, const TrainingOrder &order, const LoadedModel &loaded);

    /// Throws Error of kind Input where settings do not go together.
    virtual void check() const = 0;
    virtual Choice choose(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const = 0;
    virtual QJsonObject recipe() const = 0;
    /// What a method's controls say of the edit, where it has some and they were asked for.
    virtual QJsonObject placebo(const MadeEdit &, const MgPrompts &, Monitor &) const { return {}; }

private:
    void work(Monitor &monitor) override;
    TrainedEdit train(const std::vector<Tick> &ticks, const TrainingTexts &texts, Monitor &monitor);
    MadeEdit scored(const TrainedEdit &trained, const MgPrompts &prompts, const TrainingTexts &texts,
                    Monitor &monitor) const;

    const TrainingOrder m_order;
    LoadedModel m_loaded;
};

} // namespace cw
