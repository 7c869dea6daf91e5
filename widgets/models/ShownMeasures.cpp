// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ShownMeasures.h"

#include <algorithm>

namespace cw {

using State = ShownTaken::State;

bool ShownMeasure::isNotRun() const
{
    const auto isHopeless = [](const ShownTaken &taken) {
        return taken.state == State::NotRun || taken.state == State::None;
    };
    return std::all_of(sides.begin(), sides.end(), isHopeless);
}

bool ShownMeasures::isEmpty() const
{
    return std::none_of(m_rows.begin(), m_rows.end(),
                        [](const ShownMeasure &row) { return row.before().progress || row.after().progress; });
}

void ShownMeasures::setModel(Side side, const QString &name, const QString &folder)
{
    m_models[static_cast<std::size_t>(side)] = {name, folder};
    if (side == Side::Before)
        m_rows.clear();
    for (ShownMeasure &row : m_rows) {
        row.sides[static_cast<std::size_t>(side)] = {};
        row.comparison.reset();
    }
    Q_EMIT opened();
}

void ShownMeasures::open(const QStringList &measures)
{
    m_rows.clear();
    for (const QString &name : measures) {
        ShownMeasure row;
        row.info = &measureNamed(name)->info;
        row.sides[0].state = State::Waiting;
        row.sides[1].state = hasAfter() ? State::Waiting : State::None;
        m_rows.push_back(std::move(row));
    }
    Q_EMIT opened();
}

int ShownMeasures::show(const MeasureProgress &progress)
{
    const MeasureInfo *info = &progress.run.info();
    auto row = std::find_if(m_rows.begin(), m_rows.end(), [info](const ShownMeasure &one) { return one.info == info; });
    if (row == m_rows.end())
        row = m_rows.insert(m_rows.end(), ShownMeasure{info, {}, {}});
    ShownTaken &taken = row->sides[0];
    taken.state = progress.isComplete() ? State::Done : State::Stopped;
    taken.counts = countsOf(progress);
    taken.summary = {};
    taken.reason.clear();
    taken.progress = std::make_shared<const MeasureProgress>(progress);
    row->comparison.reset();
    const auto position = static_cast<int>(row - m_rows.begin());
    Q_EMIT opened();
    return position;
}

void ShownMeasures::grow(int row, Side side, const MeasureGlimpse &glimpse)
{
    ShownTaken &taken = at(row, side);
    taken.state = State::Running;
    taken.counts = glimpse.counts;
    taken.summary = glimpse.summary;
    Q_EMIT changed(row);
}

void ShownMeasures::end(int row, Side side, State state, const std::shared_ptr<const MeasureProgress> &progress)
{
    ShownTaken &taken = at(row, side);
    taken.state = state;
    taken.progress = progress;
    if (progress)
        taken.counts = countsOf(*progress);
    Q_EMIT changed(row);
}

void ShownMeasures::refuse(int row, Side side, const QString &reason)
{
    at(row, side).state = State::NotRun;
    at(row, side).reason = reason;
    Q_EMIT changed(row);
}

void ShownMeasures::setSummary(int row, Side side, const MeasureSummary &summary)
{
    m_rows[static_cast<std::size_t>(row)].sides[static_cast<std::size_t>(side)].summary = summary;
    Q_EMIT changed(row);
}

void ShownMeasures::setComparison(int row, const MeasureComparison &comparison)
{
    m_rows[static_cast<std::size_t>(row)].comparison = comparison;
    std::vector<MeasureComparison> all;
    for (const ShownMeasure &one : m_rows)
        if (one.comparison)
            all.push_back(*one.comparison);
    adjust(all);
    auto adjusted = all.begin();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].comparison)
            continue;
        m_rows[i].comparison = *adjusted++;
        Q_EMIT changed(static_cast<int>(i));
    }
}

ShownTaken &ShownMeasures::at(int row, Side side)
{
    ShownMeasure &measure = m_rows[static_cast<std::size_t>(row)];
    measure.comparison.reset();
    return measure.sides[static_cast<std::size_t>(side)];
}

} // namespace cw
