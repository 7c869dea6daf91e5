// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditTrial.h"

#include "core/analysis/EditMover.h"
#include "core/engine/Error.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/PlaceboOrder.h"
#include "core/measures/PairedNumber.h"

#include <QJsonArray>

namespace cw {

namespace {

constexpr int valueColumn = 0;
constexpr std::size_t massColumn = 1;

double meanOf(const ItemTable &table)
{
    return cw::meanOf(valueColumn)(table, std::vector<double>(table.size(), 1));
}

} // namespace

EditTrial::EditTrial(const MadeEdit &edit, TrialScore score, const QString &data, std::uint32_t seed, Monitor &monitor)
    : m_base(edit.base.model), m_score(std::move(score)), m_seed(seed), m_guards(edit.base, data, seed, monitor),
      m_before(read(*m_base, monitor)), m_edited(read(*edit.model, monitor))
{
}

EditTrial::Reading EditTrial::read(const Model &model, Monitor &monitor) const
{
    Reading reading{m_score.read(model, monitor), m_guards.read(model, monitor)};
    reading.guards.mass = {{reading.score.columns[massColumn]}, {}, reading.score.clusters};
    return reading;
}

PlaceboScore EditTrial::scoreOf(const Reading &reading) const
{
    return {meanOf(reading.score), verdictOf(compared(m_before.guards, reading.guards, m_score.mayGain, m_seed))};
}

std::vector<GuardLine> EditTrial::guards() const
{
    return compared(m_before.guards, m_edited.guards, m_score.mayGain, m_seed);
}

PlaceboBand EditTrial::band(const PlaceboDraws &draws, Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Drawing placebos"));
    PlaceboBand band;
    band.kind = draws.kind;
    band.score = m_score.name;
    band.asked = draws.asked;
    band.prompts = static_cast<int>(m_before.score.size());
    band.before = meanOf(m_before.score);
    band.edited = scoreOf(m_edited);
    for (int i = 0; i < draws.count; ++i) {
        PartMonitor part(monitor, i, 1, draws.count);
        part.step(0, 1);
        const ActiveEdits drawn{{draws.draw(i, part), 1}};
        band.draws.push_back(scoreOf(read(*edited(m_base, drawn, part), part)));
        band.draws.back().place = draws.places.value(i);
    }
    return band;
}

void EditTrial::addTo(QJsonObject &facts, const std::vector<PlaceboDraws> &kinds, Monitor &monitor) const
{
    QJsonObject score = pairedFacts(m_before.score, m_edited.score, m_seed);
    score.insert(QStringLiteral("name"), m_score.name);
    facts.insert(QStringLiteral("guards"), toJson(guards()));
    facts.insert(QStringLiteral("score"), score);
    QJsonArray bands;
    for (const PlaceboDraws &draws : kinds)
        bands.append(toJson(band(draws, monitor)));
    if (!bands.isEmpty())
        facts.insert(QStringLiteral("placebo"), bands);
}

QJsonObject pairedFacts(const ItemTable &before, const ItemTable &after, std::uint32_t seed)
{
    const PairedNumber pair(Bootstrap(before.clusters, Bootstrap::usual, seed), before, after, cw::meanOf(valueColumn));
    const Interval change = Bootstrap::interval(pair.changes());
    return {{QStringLiteral("prompts"), static_cast<qint64>(before.size())},
            {QStringLiteral("before"), pair.before()},
            {QStringLiteral("after"), pair.after()},
            {QStringLiteral("low"), change.low},
            {QStringLiteral("high"), change.high}};
}

PlaceboDraws movedDraws(const MadeEdit &edit, const PlaceboOrder &order)
{
    return {name(PlaceboKind::Moved), order.count, order.count,
            [mover = std::make_shared<const EditMover>(*edit.base.model, *edit.edit), order](int number, Monitor &) {
                return std::make_shared<const Edit>(mover->moved(order.seedOf(number)));
            }};
}

} // namespace cw
