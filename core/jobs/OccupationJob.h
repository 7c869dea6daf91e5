// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditingJob.h"
#include "core/jobs/OccupationOrder.h"

#include <QJsonArray>

namespace cw {

struct EditTarget;
struct LsdmInputs;
struct LsdmResult;
struct TargetSettings;

/// The target of one occupation, as it is found.
struct FoundTarget {
    QString name;
    int number = 0; ///< from 1
    int total = 0;
    std::vector<double> gaps; ///< at the start and after each step
};

/// What LSDM and its baselines ROME and MEMIT have in common: contexts, what should stay, a target for each occupation,
/// and what of the change survived.
class OccupationJob : public EditingJob {
    Q_OBJECT

Q_SIGNALS:
    /// Emitted on the thread that works.
    void targetFound(const cw::FoundTarget &target);

protected:
    struct Solution {
        std::shared_ptr<const Edit> edit;
        QJsonObject targets; ///< what was found on the way, as toJson() has it
        QJsonArray layers;   ///< one by one, where the method works on each
    };

    /// loaded: the model, where it is open already; else the job opens order.model.
    OccupationJob(const QString &method, const OccupationOrder &order, const LoadedModel &loaded);

    /// Ascending, of a model with so many.
    virtual std::vector<int> layersIn(int count) const { return m_order.layersIn(count); }
    virtual Solution solve(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor) = 0;
    virtual QJsonObject recipe() const = 0;

    const LoadedModel &model() const { return m_loaded; }
    /// A target for every occupation, each in the model as it is.
    std::vector<EditTarget> targets(const LsdmInputs &inputs, const TargetSettings &settings, Monitor &monitor);
    void tell(const LsdmInputs &inputs, std::size_t position, const EditTarget &target);

private:
    void work(Monitor &monitor) override;

    const QString m_method;
    const OccupationOrder m_order;
    LoadedModel m_loaded;
};

/// The targets of all occupations together, and what was done in each layer.
QJsonObject toJson(const std::vector<EditTarget> &targets);
QJsonArray toJson(const LsdmResult &result);

} // namespace cw

Q_DECLARE_METATYPE(cw::FoundTarget)
