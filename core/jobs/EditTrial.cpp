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

double meanOf(const ItemTable &table, int column)
{
    return cw::meanOf(column)(table, std::vector<double>(table.size(), 1));
}

constexpr std::int64_t parts = 3; ///< of taking the scores: guards, before, edited

GuardTexts guardsOf(const LoadedModel &base, const QString &data, std::uint32_t seed, Monitor &monitor)
{
    PartMonitor part(monitor, 0, parts);
    return {base, data, seed, part};
}

} // namespace

EditTrial::EditTrial(const MadeEdit &edit, TrialScore score, const QString &data, std::uint32_t seed, Monitor &monitor)
    : m_base(edit.base.model), m_score(std::move(score)), m_seed(seed),
      m_guards(guardsOf(edit.base, data, seed, monitor))
{
    PartMonitor before(monitor, 1, parts);
    m_before = read(*m_base, before);
    PartMonitor after(monitor, 2, parts);
    m_edited = read(*edit.model, after);
}

EditTrial::Reading EditTrial::read(const Model &model, Monitor &monitor) const
{
    PartMonitor first(monitor, 0, 2);
    PartMonitor second(monitor, 1, 2);
    Reading reading{m_score.read(model, first), m_guards.read(model, second)};
    reading.guards.mass = {{reading.score.columns.back()}, {}, reading.score.clusters};
    return reading;
}

std::vector<GuardLine> EditTrial::guards() const
{
    return compared(m_before.guards, m_edited.guards, m_score.mayGain, m_seed);
}

GuardVerdict EditTrial::verdict(const Reading &reading) const
{
    return verdictOf(compared(m_before.guards, reading.guards, m_score.mayGain, m_seed));
}

std::vector<PlaceboBand> EditTrial::bands(const PlaceboDraws &draws, Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Drawing placebos"));
    const GuardVerdict ofEdit = verdict(m_edited);
    std::vector<PlaceboBand> bands;
    for (int score = 0; score < m_score.names.size(); ++score)
        bands.push_back({draws.kind,
                         m_score.names[score],
                         draws.asked,
                         static_cast<int>(m_before.score.size()),
                         meanOf(m_before.score, score),
                         {meanOf(m_edited.score, score), ofEdit},
                         {}});
    for (int i = 0; i < draws.count; ++i) {
        PartMonitor part(monitor, i, draws.count);
        part.step(0, 1);
        const ActiveEdits drawn{{draws.draw(i, part), 1}};
        const Reading reading = read(*edited(m_base, drawn, part), part);
        const GuardVerdict guards = verdict(reading);
        for (int score = 0; score < m_score.names.size(); ++score)
            bands[static_cast<std::size_t>(score)].draws.push_back(
                {meanOf(reading.score, score), guards, draws.places.value(i)});
    }
    return bands;
}

void EditTrial::addTo(QJsonObject &facts, const std::vector<PlaceboDraws> &kinds, Monitor &monitor) const
{
    facts.insert(QStringLiteral("guards"), toJson(guards()));
    for (int number = 0; number < m_score.names.size(); ++number) {
        QJsonObject score = pairedFacts(m_before.score, m_edited.score, m_seed, number);
        score.insert(QStringLiteral("name"), m_score.names[number]);
        facts.insert(number == 0 ? QStringLiteral("score") : QStringLiteral("score%1").arg(number + 1), score);
    }
    QJsonArray all;
    for (const PlaceboDraws &draws : kinds)
        for (const PlaceboBand &band : bands(draws, monitor))
            all.append(toJson(band));
    if (!all.isEmpty())
        facts.insert(QStringLiteral("placebo"), all);
}

QJsonObject pairedFacts(const ItemTable &before, const ItemTable &after, std::uint32_t seed, int column)
{
    const PairedNumber pair(Bootstrap(before.clusters, Bootstrap::usual, seed), before, after, cw::meanOf(column));
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
