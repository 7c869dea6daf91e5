// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ShownPreview.h"

namespace cw {

namespace {

constexpr int longestHistory = 400;

} // namespace

void ShownPreview::clear()
{
    m_state = State::Idle;
    m_isPreparingEstimates = false;
    m_prompts.clear();
    m_base = {};
    m_scores = {};
    m_history.clear();
    m_isNew = true;
    Q_EMIT changed();
}

void ShownPreview::prepare()
{
    if (m_state != State::Ready)
        m_state = State::Preparing; // else what is shown stays true
    m_isPreparingEstimates = true;
    Q_EMIT changed();
}

void ShownPreview::fail(const QString &problem)
{
    m_state = State::Failed;
    m_problem = problem;
    Q_EMIT changed();
}

void ShownPreview::open(const QVector<Prompt> &prompts, const QString &goal, const PreviewScores &base,
                        const PreviewScores &present)
{
    m_state = State::Ready;
    m_prompts = prompts;
    m_goal = goal;
    m_base = base;
    if (m_history.isEmpty())
        m_history.append({base.score.value, base.perplexity, true});
    PreviewScores scores = present;
    if (m_scores.isExact && m_scores.a == present.a && m_scores.b == present.b)
        scores.placebo = m_scores.placebo; // the change that was drawn elsewhere is the one that is on now
    show(scores);
}

bool ShownPreview::isFlipped(int prompt) const
{
    const auto at = static_cast<std::size_t>(prompt);
    return (m_scores.a[at] > m_scores.b[at]) != (m_base.a[at] > m_base.b[at]);
}

int ShownPreview::flipped() const
{
    int count = 0;
    for (int i = 0; i < static_cast<int>(m_scores.a.size()); ++i)
        count += isFlipped(i) ? 1 : 0;
    return count;
}

void ShownPreview::endPreparingEstimates()
{
    m_isPreparingEstimates = false;
    Q_EMIT changed();
}

void ShownPreview::beginChange()
{
    m_isNew = true;
}

void ShownPreview::show(const PreviewScores &scores)
{
    m_scores = scores;
    if (scores.a == m_base.a && scores.b == m_base.b)
        m_scores.placebo = {}; // nothing has changed that could be elsewhere
    const Point point{scores.score.value, scores.perplexity, scores.isExact};
    if (m_isNew || m_history.isEmpty())
        m_history.append(point);
    else
        m_history.last() = point;
    m_isNew = false;
    if (m_history.size() > longestHistory)
        m_history.removeFirst();
    Q_EMIT changed();
}

} // namespace cw
