// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/PreviewPanel.h"

#include "core/measures/Measure.h"
#include "widgets/models/PreviewModel.h"
#include "widgets/models/ShownPreview.h"
#include "widgets/panels/PromptBarsDelegate.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/Sparkline.h"
#include "widgets/views/WrappedLabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

namespace cw {

namespace {

QVector<Sparkline::Point> pointsOf(const QVector<ShownPreview::Point> &history, double ShownPreview::Point::*value)
{
    QVector<Sparkline::Point> points;
    for (const ShownPreview::Point &point : history)
        points.append({point.*value, point.isExact});
    return points;
}

} // namespace

PreviewPanel::PreviewPanel(const ShownPreview &shown, QWidget *parent)
    : QWidget(parent), m_shown(shown), m_state(new WrappedLabel(this)), m_score(new QLabel(this)),
      m_placebo(new WrappedLabel(this)), m_perplexity(new QLabel(this)), m_scoreLine(new Sparkline(this)),
      m_perplexityLine(new Sparkline(this)), m_prompts(new QListView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(8, 0, 8, 0);
    m_state->setObjectName(QStringLiteral("previewState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_score->setObjectName(QStringLiteral("previewScore"));
    m_placebo->setObjectName(QStringLiteral("previewPlacebo"));
    m_placebo->setForegroundRole(QPalette::PlaceholderText);
    m_placebo->setFont(smallFont(font()));
    m_placebo->setToolTip(tr("An edit that does no better than the same change on other rows or weights of about the "
                             "same length says nothing about this place. Estimated to first order: 90 % of the draws "
                             "lie between."));
    m_perplexity->setObjectName(QStringLiteral("previewPerplexity"));
    m_scoreLine->setObjectName(QStringLiteral("previewScoreLine"));
    m_scoreLine->setAccessibleName(tr("How the score went"));
    m_perplexityLine->setAccessibleName(tr("How the perplexity went"));
    grid->addWidget(m_score, 0, 0);
    grid->addWidget(m_scoreLine, 0, 1);
    grid->addWidget(m_placebo, 1, 0, 1, 2);
    grid->addWidget(m_perplexity, 2, 0);
    grid->addWidget(m_perplexityLine, 2, 1);
    auto *state = new QHBoxLayout;
    auto *choose = new QToolButton(this);
    choose->setObjectName(QStringLiteral("probeSetButton"));
    choose->setText(tr("Probe Set…"));
    choose->setToolTip(tr("Chooses the prompts and the text that are scored"));
    choose->setAutoRaise(true);
    connect(choose, &QToolButton::clicked, this, &PreviewPanel::probeSetAsked);
    state->addWidget(m_state, 1);
    state->addWidget(choose);
    grid->addLayout(state, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    m_prompts->setObjectName(QStringLiteral("previewPrompts"));
    m_prompts->setAccessibleName(tr("Probe prompts"));
    m_prompts->setFrameShape(QFrame::NoFrame);
    m_prompts->setModel(new PreviewModel(shown, this));
    m_prompts->setItemDelegate(new PromptBarsDelegate(m_prompts));
    m_prompts->setUniformItemSizes(true);
    connect(m_prompts, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT promptAsked(index.data().toString(), index.data(PreviewModel::SubjectRole).toString());
    });
    layout->addWidget(m_prompts, 1);
    connect(&m_shown, &ShownPreview::changed, this, &PreviewPanel::follow);
    follow();
}

QString PreviewPanel::stateText() const
{
    const PreviewScores &scores = m_shown.scores();
    switch (m_shown.state()) {
    case ShownPreview::State::Idle: return tr("Scores of a few prompts move here while edits are changed by hand.");
    case ShownPreview::State::Preparing: return tr("Preparing…");
    case ShownPreview::State::Failed: return tr("There are no live scores: %1").arg(m_shown.problem());
    case ShownPreview::State::Ready: break;
    }
    const QString time = QLocale().toString(scores.milliseconds, 'f', scores.milliseconds < 10 ? 1 : 0);
    if (!scores.isExact && !scores.without.isEmpty())
        return tr("Estimate without %1, %2 ms").arg(scores.without.join(tr(", ")), time);
    if (!scores.isExact)
        return tr("Estimate, %1 ms").arg(time);
    const bool isPart = scores.lowestLayer > 0 && scores.change.value != 0;
    const QString exact = isPart ? tr("Exact, computed from layer %1 on in %2 ms").arg(scores.lowestLayer).arg(time)
                                 : tr("Exact, %1 ms").arg(time);
    return m_shown.isPreparingEstimates() ? tr("%1 · preparing estimates").arg(exact) : exact;
}

QString PreviewPanel::scoreName() const
{
    return m_shown.goal() == Goal().name() ? tr("Gap") : tr("Distance to %1").arg(m_shown.goal().toHtmlEscaped());
}

QString PreviewPanel::placeboText() const
{
    const PreviewScores::Placebo &placebo = m_shown.scores().placebo;
    QStringList lines;
    if (placebo.draws > 0)
        lines << tr("The same change elsewhere: %1 (%Ln draws)", nullptr, placebo.draws)
                     .arg(formatInterval(placebo.low, placebo.high));
    if (const int flipped = m_shown.flipped(); flipped > 0)
        lines << tr("Prompts whose likelier answer turned: %1 of %2").arg(flipped).arg(m_shown.prompts().size());
    return lines.join(u'\n');
}

QString PreviewPanel::scoreText() const
{
    const PreviewScores::Number &now = m_shown.scores().score;
    const PreviewScores::Number &change = m_shown.scores().change;
    const QString interval =
        std::isnan(change.low) ? QString() : tr(" (%1 … %2)").arg(formatEffect(change.low), formatEffect(change.high));
    return tr("<b>%1</b> %2 → <b>%3</b><br><small>%4%5</small>")
        .arg(scoreName(), formatProbability(m_shown.base().score.value), formatProbability(now.value),
             formatEffect(change.value), interval);
}

QString PreviewPanel::perplexityText() const
{
    const double before = m_shown.base().perplexity;
    const double now = m_shown.scores().perplexity;
    return tr("<b>Perplexity</b> %1 → <b>%2</b><br><small>%3 %</small>")
        .arg(formatNumber(before), formatNumber(now), formatEffect(100 * (now / before - 1)));
}

void PreviewPanel::follow()
{
    const bool isReady = m_shown.state() == ShownPreview::State::Ready;
    m_state->setText(stateText());
    for (QWidget *widget : {static_cast<QWidget *>(m_score), static_cast<QWidget *>(m_perplexity),
                            static_cast<QWidget *>(m_scoreLine), static_cast<QWidget *>(m_perplexityLine)})
        widget->setVisible(isReady);
    m_placebo->setText(isReady ? placeboText() : QString());
    m_placebo->setVisible(!m_placebo->text().isEmpty());
    if (!isReady)
        return;
    m_score->setText(scoreText());
    m_perplexity->setText(perplexityText());
    m_scoreLine->setPoints(pointsOf(m_shown.history(), &ShownPreview::Point::score), m_shown.base().score.value);
    m_perplexityLine->setPoints(pointsOf(m_shown.history(), &ShownPreview::Point::perplexity),
                                m_shown.base().perplexity);
}

} // namespace cw
