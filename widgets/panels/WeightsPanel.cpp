// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/WeightsPanel.h"

#include "core/jobs/ModelFacts.h"
#include "core/project/Selection.h"
#include "core/project/TickedWeights.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/panels/NormDelegate.h"
#include "widgets/panels/PartTree.h"
#include "widgets/panels/TickForm.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/WrappedLabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

namespace cw {

namespace {

/// The strongest effect of each layer, with its sign; NaN where nothing is measured.
QVector<double> strongest(const EffectMap &map)
{
    QVector<double> effects(map.layers, std::numeric_limits<double>::quiet_NaN());
    for (int token = 0; token < map.tokens; ++token) {
        for (int layer = 0; layer < map.layers; ++layer) {
            const double effect = map.effect[static_cast<std::size_t>(token * map.layers + layer)];
            if (!std::isnan(effect) && !(std::abs(effect) <= std::abs(effects[layer])))
                effects[layer] = effect;
        }
    }
    return effects;
}

} // namespace

WeightsPanel::WeightsPanel(TickedWeights &ticks, ShownTrace &trace, Selection &selection, Settings &settings,
                           QWidget *parent)
    : QWidget(parent), m_ticks(ticks), m_trace(trace), m_selection(selection), m_parts(new WeightTree(ticks, this)),
      m_rows(new WeightRows(ticks, this)), m_tree(new PartTree(*m_parts, this)), m_table(new QTableView(this)),
      m_partLabel(new QLabel(this)), m_filter(new QLineEdit(this)), m_filterHint(new WrappedLabel(this)),
      m_tickedOnly(new QToolButton(this)), m_form(new TickForm(settings, this)), m_count(new QLabel(this)),
      m_clear(new QPushButton(tr("&Untick All"), this)), m_make(new QPushButton(tr("&Make Edit"), this)),
      m_gradients(new QToolButton(this)), m_votes(new QToolButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *parts = new QSplitter(Qt::Horizontal, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_tree);
    parts->addWidget(buildRows());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    layout->addWidget(parts, 1);
    layout->addWidget(buildBar());
    connect(m_tree, &PartTree::currentChanged, this, &WeightsPanel::showPart);
    connect(&m_selection, &Selection::modelChanged, this, &WeightsPanel::showModel);
    connect(&m_selection, &Selection::cellChanged, this, &WeightsPanel::chooseCell);
    connect(&m_ticks, &TickedWeights::changed, this, &WeightsPanel::showTicks);
    connect(&m_trace, &ShownTrace::opened, this, &WeightsPanel::showEffects);
    connect(&m_trace, &ShownTrace::changed, this, &WeightsPanel::showEffects);
    showModel();
}

QWidget *WeightsPanel::buildRows()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->setSpacing(4);
    m_partLabel->setObjectName(QStringLiteral("partLabel"));
    m_partLabel->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_partLabel);
    layout->addWidget(buildRowBar());
    m_filterHint->setText(tr("All rows are shown: write row numbers and ranges, such as 7, 9-12."));
    m_filterHint->hide();
    layout->addWidget(m_filterHint);
    buildTable();
    layout->addWidget(m_table, 1);
    return side;
}

QWidget *WeightsPanel::buildRowBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_filter->setObjectName(QStringLiteral("rowFilter"));
    m_filter->setPlaceholderText(tr("Rows: 7, 9-12"));
    m_filter->setClearButtonEnabled(true);
    m_tickedOnly->setObjectName(QStringLiteral("tickedOnlyButton"));
    m_tickedOnly->setIcon(icon(QStringLiteral("tick")));
    m_tickedOnly->setToolTip(tr("Show only what is ticked"));
    m_tickedOnly->setAccessibleName(m_tickedOnly->toolTip());
    m_tickedOnly->setCheckable(true);
    m_tickedOnly->setAutoRaise(true);
    m_gradients->setObjectName(QStringLiteral("gradientsButton"));
    m_gradients->setText(tr("Gradients"));
    m_gradients->setToolTip(tr("Measures how strongly the prompts that locating reads pull at each row and neuron"));
    m_votes->setObjectName(QStringLiteral("votesButton"));
    m_votes->setText(tr("Votes…"));
    m_votes->setToolTip(tr("Shows what was located, and the votes of the prompts"));
    row->addWidget(m_filter, 1);
    for (QToolButton *button : {m_tickedOnly, m_gradients, m_votes})
        row->addWidget(button);
    connect(m_filter, &QLineEdit::textChanged, this, &WeightsPanel::filter);
    connect(m_tickedOnly, &QToolButton::toggled, m_rows, &WeightRows::setTickedOnly);
    connect(m_gradients, &QToolButton::clicked, this, &WeightsPanel::gradientsAsked);
    connect(m_votes, &QToolButton::clicked, this, &WeightsPanel::votesAsked);
    return bar;
}

void WeightsPanel::buildTable()
{
    m_table->setObjectName(QStringLiteral("rowTable"));
    m_table->setAccessibleName(tr("Rows or neurons of the chosen module"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setModel(m_rows);
    for (const WeightRows::Column column : {WeightRows::Norm, WeightRows::Gradient, WeightRows::Votes})
        m_table->setItemDelegateForColumn(column, new NormDelegate(WeightRows::ShareRole, m_table));
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(WeightRows::Number, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(WeightRows::Number, QHeaderView::Interactive);
    m_table->horizontalHeader()->resizeSection(WeightRows::Number, fontMetrics().horizontalAdvance(u'0') * 13);
    m_table->installEventFilter(this);
}

QWidget *WeightsPanel::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 6, 8, 6);
    m_count->setObjectName(QStringLiteral("tickCount"));
    m_clear->setObjectName(QStringLiteral("untickButton"));
    m_make->setObjectName(QStringLiteral("makeEditButton"));
    m_make->setToolTip(tr("Puts the change on the stack of edits, where it can be weakened and taken back"));
    row->addWidget(m_count);
    row->addWidget(m_form, 1);
    row->addWidget(m_clear);
    row->addWidget(m_make);
    connect(m_clear, &QPushButton::clicked, &m_ticks, &TickedWeights::clear);
    connect(m_make, &QPushButton::clicked, this, &WeightsPanel::makeEdit);
    connect(m_form, &TickForm::changed, this, &WeightsPanel::showTicks);
    connect(m_form, &TickForm::changed, this, &WeightsPanel::draftChanged);
    connect(&m_ticks, &TickedWeights::changed, this, &WeightsPanel::draftChanged);
    return bar;
}

EditSettings WeightsPanel::settings() const
{
    EditSettings settings;
    settings.model = factsOf(m_selection.base()).folder;
    m_form->apply(settings);
    m_ticks.apply(settings);
    return settings;
}

bool WeightsPanel::hasTicks() const
{
    return !m_ticks.isEmpty();
}

void WeightsPanel::makeEdit()
{
    if (m_make->isEnabled())
        Q_EMIT editAsked(settings());
}

void WeightsPanel::setMaking(bool making)
{
    m_making = making;
    showTicks();
}

void WeightsPanel::setNorms(const PartNorms &norms)
{
    m_parts->setNumber(WeightTree::Norm, norms.part, norms.norm);
    take(WeightRows::Norm, norms);
}

void WeightsPanel::setGradients(const PartNorms &gradients)
{
    m_parts->setNumber(WeightTree::Gradient, gradients.part, gradients.norm);
    take(WeightRows::Gradient, gradients);
    showColumns();
}

void WeightsPanel::take(WeightRows::Column column, const PartNorms &norms)
{
    m_numbers[column][norms.part] = norms.norms;
    if (m_rows->part() == norms.part)
        m_rows->setNumbers(column, norms.norms);
}

void WeightsPanel::setMeasuringGradients(bool measuring)
{
    m_isMeasuringGradients = measuring;
    showColumns();
}

void WeightsPanel::setVotes(const QHash<QString, qint64> &votes)
{
    m_hasVotes = !votes.isEmpty();
    m_parts->setVotes(votes);
    m_rows->setVotes(votes);
    showColumns();
}

/// A column of which nothing is known takes no room.
void WeightsPanel::showColumns()
{
    const bool hasGradients = !m_numbers[WeightRows::Gradient].isEmpty();
    m_tree->setKnown(WeightTree::Effect, !m_trace.isEmpty());
    m_tree->setKnown(WeightTree::Gradient, hasGradients);
    m_table->setColumnHidden(WeightRows::Gradient, !hasGradients);
    m_tree->setKnown(WeightTree::Votes, m_hasVotes);
    m_table->setColumnHidden(WeightRows::Votes, !m_hasVotes);
    m_votes->setVisible(m_hasVotes);
    const bool isMissing = m_numbers[WeightRows::Gradient].size() < m_ticks.parts().size();
    m_gradients->setEnabled(isMissing && !m_isMeasuringGradients);
}

void WeightsPanel::showModel()
{
    m_numbers = {};
    m_isMeasured = false;
    m_isMeasuringGradients = false;
    m_ticks.setParts(weightParts(m_selection.base()));
    showColumns();
    m_form->setModel(factsOf(m_selection.base()).folder);
    showEffects();
    showTicks();
    askForNorms();
}

void WeightsPanel::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    askForNorms();
}

/// Reading all weights is nothing that other work should wait for where nobody looks.
void WeightsPanel::askForNorms()
{
    if (!m_isSeen || m_isMeasured || m_ticks.parts().isEmpty())
        return;
    m_isMeasured = true;
    Q_EMIT normsWanted();
}

void WeightsPanel::showPart()
{
    const int part = m_tree->current();
    m_rows->show(part);
    showPartLabel();
    for (const WeightRows::Column column : {WeightRows::Norm, WeightRows::Gradient})
        if (m_numbers[column].contains(part))
            m_rows->setNumbers(column, m_numbers[column][part]);
    if (part >= 0)
        chooseInMap(part);
}

void WeightsPanel::showEffects()
{
    QVector<WeightTree::LayerEffect> effects;
    if (!m_trace.isEmpty()) {
        const std::vector<TraceKind> &kinds = m_trace.run().input.kinds;
        effects.fill({std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()},
                     m_trace.run().layers);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            const QVector<double> found = strongest(m_trace.effects()[kind]);
            for (int layer = 0; layer < static_cast<int>(found.size()); ++layer) {
                if (kinds[kind] == TraceKind::Attn)
                    effects[layer].attention = found[layer];
                if (kinds[kind] == TraceKind::Mlp)
                    effects[layer].mlp = found[layer];
            }
        }
    }
    m_parts->setEffects(effects);
    showColumns();
    showPartLabel();
}

/// The effect that a trace found is that of all rows together.
void WeightsPanel::showPartLabel()
{
    const int part = m_tree->current();
    const double effect = part < 0 ? std::numeric_limits<double>::quiet_NaN() : m_parts->effectOf(part);
    const QString name = part < 0 ? QString() : m_ticks.parts()[part].name;
    m_partLabel->setText(std::isnan(effect) ? name : tr("%1 · effect %2").arg(name, formatEffect(effect)));
    m_partLabel->setVisible(part >= 0);
}

void WeightsPanel::showTicks()
{
    const bool isEmpty = m_ticks.isEmpty();
    m_count->setText(isEmpty ? tr("Nothing is ticked") : tr("%1 weights").arg(QLocale().toString(m_ticks.weights())));
    m_clear->setEnabled(!isEmpty);
    m_make->setEnabled(!isEmpty && !m_making && m_form->isComplete() && m_selection.model().model);
}

/// The cell of a map stands for a layer's attention or MLP.
void WeightsPanel::chooseCell()
{
    const CellChoice &cell = m_selection.cell();
    const int current = m_tree->current();
    if (cell.layer < 0)
        return;
    const QString kind = cell.kind == TraceKind::Attn ? QStringLiteral(".attn.") : QStringLiteral(".mlp.");
    const auto stands = [&](const WeightPart &part) { return part.layer == cell.layer && part.name.contains(kind); };
    const QVector<WeightPart> &parts = m_ticks.parts();
    if (current >= 0 && stands(parts[current]))
        return;
    for (int part = static_cast<int>(parts.size()) - 1; part >= 0; --part) {
        if (!stands(parts[part]))
            continue;
        m_tree->choose(part);
        return;
    }
}

void WeightsPanel::chooseInMap(int part)
{
    const WeightPart &chosen = m_ticks.parts()[part];
    CellChoice cell = m_selection.cell();
    if (m_trace.isEmpty() || chosen.layer < 0 || chosen.layer >= m_trace.run().layers)
        return;
    const TraceKind kind = chosen.name.contains(QLatin1String(".attn.")) ? TraceKind::Attn : TraceKind::Mlp;
    if (cell.layer == chosen.layer && cell.kind == kind)
        return;
    cell.kind = kind;
    cell.layer = chosen.layer;
    if (cell.token < 0)
        cell.token = m_trace.run().input.subjectEnd - 1;
    m_selection.setCell(cell);
}

void WeightsPanel::filter(const QString &words)
{
    const bool isRead = m_rows->setFilter(words);
    m_filterHint->setVisible(!isRead);
}

bool WeightsPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Space ticks all chosen rows, not only the one under the cursor.
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        m_rows->toggle(m_table->selectionModel()->selectedRows());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cw
