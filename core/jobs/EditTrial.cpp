// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditTrial.h"

#include "core/analysis/MovedEdit.h"
#include "core/engine/Error.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/PlaceboOrder.h"

namespace cw {

EditTrial::EditTrial(const MadeEdit &edit, TrialScore score, const QString &data, std::uint32_t seed, Monitor &monitor)
    : m_base(edit.base.model), m_score(std::move(score)), m_guards(edit.base, data, seed, monitor)
{
    m_before = scoreOf(*m_base, monitor);
    m_edited = scoreOf(*edit.model, monitor);
}

PlaceboScore EditTrial::scoreOf(const Model &model, Monitor &monitor) const
{
    const TrialScore::Value read = m_score.read(model, monitor);
    PlaceboScore score{read.value, m_guards.read(model, monitor)};
    score.guards.mass = read.mass;
    return score;
}

std::vector<GuardLine> EditTrial::guards() const
{
    return compared(m_before.guards, m_edited.guards, m_score.mayGain);
}

PlaceboBand EditTrial::band(const PlaceboDraws &draws, Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Drawing placebos"));
    PlaceboBand band;
    band.kind = draws.kind;
    band.score = m_score.name;
    band.asked = draws.asked;
    band.prompts = m_score.prompts;
    band.mayGain = m_score.mayGain;
    band.before = m_before;
    band.edited = m_edited;
    for (int i = 0; i < draws.count; ++i) {
        PartMonitor part(monitor, i, 1, draws.count);
        part.step(0, 1);
        const ActiveEdits drawn{{draws.draw(i, part), 1}};
        band.draws.push_back(scoreOf(*edited(m_base, drawn, part), part));
    }
    return band;
}

QJsonArray EditTrial::bands(const std::vector<PlaceboDraws> &kinds, Monitor &monitor) const
{
    QJsonArray all;
    for (const PlaceboDraws &draws : kinds)
        all.append(toJson(band(draws, monitor)));
    return all;
}

PlaceboDraws movedDraws(const MadeEdit &edit, const PlaceboOrder &order)
{
    return {name(PlaceboKind::Moved), order.count, order.count,
            [base = edit.base.model, content = edit.edit, order](int number, Monitor &) {
                return std::make_shared<const Edit>(movedEdit(*base, *content, order.seedOf(number)));
            }};
}

} // namespace cw
