// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditingJob.h"
#include "core/jobs/OccupationOrder.h"
#include "core/jobs/PlaceboOrder.h"
#include "core/jobs/Recipe.h"

#include <QJsonArray>
#include <functional>

namespace cw {

struct EditTarget;
struct LsdmInputs;
struct LsdmResult;
struct OtherPlace;
struct PlaceboDraws;
struct TargetSettings;

/// The target of one occupation, as it is found.
struct FoundTarget {
    QString name;
    int number = 0; ///< from 1
    int total = 0;
    std::vector<double> gaps; ///< at the start and after each step
};

/// What LSDM and its baselines ROME and MEMIT have in common: contexts, what should stay, a target for each occupation,
/// what of the change survived, the four cells of the gap, guards and placebos.
class OccupationJob : public EditingJob {
    Q_OBJECT

Q_SIGNALS:
    /// Emitted on the thread that works.
    void targetFound(const cw::FoundTarget &target);

protected:
    /// What is solved: in a placebo other occupations or other layers.
    struct Task {
        const LsdmInputs &inputs;
        std::vector<int> layers;                          ///< ascending
        std::function<void(const EditTarget &)> onTarget; ///< of each occupation in turn; null in a placebo
    };
    struct Solution {
        std::shared_ptr<const Edit> edit;
        std::vector<EditTarget> targets;
        QJsonArray layers; ///< what was done, one by one, where the method works on each
        /// The edit of other targets for the same occupations; valid as long as the task is.
        std::function<std::shared_ptr<const Edit>(const std::vector<EditTarget> &targets, Monitor &monitor)> solved;
    };

    /// loaded: the model, where it is open already; else the job opens order.model.
    OccupationJob(const QString &method, const OccupationOrder &order, const PlaceboOrder &placebos,
                  const LoadedModel &loaded);

    /// Ascending, of a model with so many.
    virtual std::vector<int> layersIn(int count) const { return m_order.layersIn(count); }
    virtual Solution solve(const Task &task, Monitor &monitor) const = 0;
    virtual Recipe recipe() const = 0;

    const LoadedModel &model() const { return m_loaded; }
    /// A target for every occupation, each in the model as it is.
    std::vector<EditTarget> targets(const Task &task, const TargetSettings &settings, Monitor &monitor) const;

private:
    void work(Monitor &monitor) override;
    MadeEdit editOf(const Solution &solution, const Task &task, Monitor &monitor) const;
    std::vector<OtherPlace> placesOf(const Task &task) const;
    std::vector<PlaceboDraws> placebos(const Task &task, const std::vector<OtherPlace> &places,
                                       const Solution &solution) const;
    PlaceboDraws relocated(const Task &task, const std::vector<OtherPlace> &places) const;
    PlaceboDraws wrongText(const Task &task) const;

    const QString m_method;
    const OccupationOrder m_order;
    const PlaceboOrder m_placebos;
    LoadedModel m_loaded;
};

/// The targets of all occupations together, and what was done in each layer.
QJsonObject toJson(const std::vector<EditTarget> &targets);
QJsonArray toJson(const LsdmResult &result);

} // namespace cw

Q_DECLARE_METATYPE(cw::FoundTarget)
