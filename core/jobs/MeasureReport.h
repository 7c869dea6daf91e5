// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditFacts.h"
#include "core/jobs/MeasureComparison.h"

namespace cw {

/// A measure that could not be taken, and why: the sentence names what is missing.
struct MeasureNotRun {
    QString measure;
    QString model;
    QString reason;
};

/// What one model changes against the base.
struct ModelComparison {
    QString model;
    std::vector<MeasureComparison> measures;
};

/// An edit that was on a model which was measured, and what it was controlled by: no placebos, where none was drawn.
struct EditControl {
    QString edit;
    QVector<KeptPlacebo> placebos;
};

/// Measures of one or several models, in the order in which they were taken.
class MeasureReport {
public:
    /// against: the folder of the base model; empty: nothing is compared.
    explicit MeasureReport(QString against = {}) : m_against(std::move(against)) {}

    /// The base model's measures come before those of other models.
    void add(const MeasureProgress &progress, const MeasureSummary &summary);
    void add(const MeasureNotRun &notRun) { m_notRun.append(notRun); }
    void add(const EditControl &control) { m_controls.append(control); }
    /// Measures that were asked for and not begun are missing.
    void stop() { m_isStopped = true; }

    const std::vector<MeasureProgress> &runs() const { return m_runs; }
    const std::vector<MeasureSummary> &summaries() const { return m_summaries; }
    const QVector<MeasureNotRun> &notRun() const { return m_notRun; }
    const QVector<EditControl> &controls() const { return m_controls; }
    const QString &against() const { return m_against; }
    /// Every other model against the base, over the measures that both have.
    const std::vector<ModelComparison> &comparisons() const { return m_comparisons; }
    bool isComplete() const;

private:
    void compareWithBase(const MeasureProgress &run);

    QString m_against;
    std::vector<MeasureProgress> m_runs;
    std::vector<MeasureSummary> m_summaries; ///< of the runs
    std::vector<ModelComparison> m_comparisons;
    QVector<MeasureNotRun> m_notRun;
    QVector<EditControl> m_controls;
    bool m_isStopped = false;
};

} // namespace cw
