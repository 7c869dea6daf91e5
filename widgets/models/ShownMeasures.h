// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureComparison.h"
#include "core/jobs/MeasureGlimpse.h"

#include <QObject>
#include <array>
#include <memory>

namespace cw {

/// A measure as it stands for one model.
struct ShownTaken {
    enum class State { None, Waiting, Running, Stopped, Done, NotRun };

    State state = State::None;
    MeasureCounts counts;
    MeasureSummary summary;
    std::shared_ptr<const MeasureProgress> progress; ///< its items, once it has ended; null before
    QString reason;                                  ///< why it could not be taken
};

/// A measure as it stands for the open model, and for the one that it is compared with.
struct ShownMeasure {
    const MeasureInfo *info = nullptr;
    std::array<ShownTaken, 2> sides;
    std::optional<MeasureComparison> comparison;

    const ShownTaken &before() const { return sides[0]; }
    const ShownTaken &after() const { return sides[1]; }
    /// Nothing stands behind the name but reasons.
    bool isNotRun() const;
};

/// The measures that are looked at, and of which models.
class ShownMeasures final : public QObject {
    Q_OBJECT
public:
    enum class Side { Before, After };

    struct ShownModel {
        QString name; ///< empty: there is none on this side
        QString folder;
    };

    using QObject::QObject;

    const std::vector<ShownMeasure> &rows() const { return m_rows; }
    const ShownModel &model(Side side) const { return m_models[static_cast<std::size_t>(side)]; }
    bool hasAfter() const { return !model(Side::After).name.isEmpty(); }
    /// Whether a measure was taken, or some of it.
    bool isEmpty() const;

    /// Another model on a side; what was measured of it goes.
    void setModel(Side side, const QString &name, const QString &folder);
    /// Other measures: all wait for the models that there are.
    void open(const QStringList &measures);
    /// One measure of the open model that was taken earlier, in its row where there is one, else in a new one; which.
    int show(const MeasureProgress &progress);

    /// What comes of a row; the comparison goes with each change.
    void grow(int row, Side side, const MeasureGlimpse &glimpse);
    void end(int row, Side side, ShownTaken::State state, const std::shared_ptr<const MeasureProgress> &progress);
    void refuse(int row, Side side, const QString &reason);
    void setSummary(int row, Side side, const MeasureSummary &summary);
    /// The headlines' p-values are adjusted for all comparisons that there are.
    void setComparison(int row, const MeasureComparison &comparison);

Q_SIGNALS:
    /// Other rows or other models.
    void opened();
    void changed(int row);

private:
    /// What is about to change: a comparison with it no longer holds.
    ShownTaken &at(int row, Side side);

    std::array<ShownModel, 2> m_models;
    std::vector<ShownMeasure> m_rows;
};

} // namespace cw
