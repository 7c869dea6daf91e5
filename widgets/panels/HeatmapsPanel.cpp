// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/HeatmapsPanel.h"

#include "core/project/Selection.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/panels/HeatmapRow.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace cw {

namespace {

/// Self-checks hold to this in probability: what fp32 rounding leaves.
constexpr double checkTolerance = 1e-5;

} // namespace

HeatmapsPanel::HeatmapsPanel(ShownTrace &trace, Selection &selection, QWidget *parent)
    : QWidget(parent), m_trace(trace), m_selection(selection), m_quantity(new QComboBox(this)),
      m_values(new QComboBox(this)), m_sameScale(new QCheckBox(tr("Same scale"), this)), m_edits(new QLabel(this)),
      m_checks(new QLabel(this)), m_checksIcon(new QLabel(this)), m_maps(new HeatmapRow(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(buildChoices());
    layout->addWidget(m_maps, 1);
    m_maps->setEmptyText(tr("Mark the occupation in the prompt and press Trace.\nEach cell then shows how much of the "
                            "answer comes back when one place of the clean run is restored."));
    connect(&m_trace, &ShownTrace::changed, this, &HeatmapsPanel::draw);
    connect(&m_trace, &ShownTrace::opened, this, &HeatmapsPanel::showChoice);
    connect(m_maps, &HeatmapRow::cellSelected, this, [this](int map, int token, int layer) {
        m_selection.setCell({m_trace.run().input.kinds.at(static_cast<std::size_t>(map)), token, layer});
    });
    connect(&m_selection, &Selection::cellChanged, this, &HeatmapsPanel::showCell);
    showChoice();
    draw();
}

QWidget *HeatmapsPanel::buildChoices()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(8);
    m_quantity->setObjectName(QStringLiteral("quantityBox"));
    m_quantity->addItem(tr("Aligned gap"));
    m_quantity->addItem(tr("|Gap|"));
    m_quantity->addItem(tr("P(first target)"));
    m_quantity->addItem(tr("Log-odds"));
    m_quantity->setToolTip(tr("What is compared: the gap between the targets in the direction of the clean run, its "
                              "size, the probability of the first target, or the log-odds of the pair"));
    m_values->setObjectName(QStringLiteral("valuesBox"));
    m_values->addItem(tr("Effect"));
    m_values->addItem(tr("Standard error"));
    m_sameScale->setObjectName(QStringLiteral("sameScaleBox"));
    m_sameScale->setToolTip(tr("One colour scale for all maps, so that they can be compared"));
    m_edits->setObjectName(QStringLiteral("tracedEditsLabel"));
    m_edits->setTextFormat(Qt::PlainText);
    m_checks->setObjectName(QStringLiteral("checksLabel"));
    auto *quantity = new QLabel(tr("&Quantity"), row);
    quantity->setBuddy(m_quantity);
    auto *values = new QLabel(tr("S&how"), row);
    values->setBuddy(m_values);
    for (QWidget *part :
         {static_cast<QWidget *>(quantity), static_cast<QWidget *>(m_quantity), static_cast<QWidget *>(values),
          static_cast<QWidget *>(m_values), static_cast<QWidget *>(m_sameScale)})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addWidget(m_edits);
    layout->addSpacing(8);
    layout->addWidget(m_checksIcon);
    layout->addWidget(m_checks);
    connect(m_quantity, &QComboBox::activated, this, &HeatmapsPanel::choose);
    connect(m_values, &QComboBox::activated, this, &HeatmapsPanel::choose);
    connect(m_sameScale, &QCheckBox::clicked, this, &HeatmapsPanel::choose);
    return row;
}

void HeatmapsPanel::choose()
{
    m_trace.setChoice(
        {static_cast<Quantity>(m_quantity->currentIndex()), m_values->currentIndex() == 1, m_sameScale->isChecked()});
}

void HeatmapsPanel::showChoice()
{
    m_quantity->setCurrentIndex(static_cast<int>(m_trace.choice().quantity));
    m_values->setCurrentIndex(m_trace.choice().errors ? 1 : 0);
    m_sameScale->setChecked(m_trace.choice().sameScale);
}

void HeatmapsPanel::draw()
{
    showChoice();
    showEdits();
    showChecks();
    m_maps->setHeatmaps(m_trace.isEmpty() ? std::vector<Heatmap>()
                                          : heatmaps(m_trace.run(), m_trace.effects(), m_trace.choice()));
    showCell();
}

void HeatmapsPanel::showCell()
{
    m_maps->setCurrentCell({m_selection.cell().token, m_selection.cell().layer});
}

/// A map does not show what was on the model, so that a label says it.
void HeatmapsPanel::showEdits()
{
    const QStringList edits = m_trace.isEmpty() ? QStringList() : editLines(m_trace.run());
    m_edits->setText(edits.size() == 1 ? tr("with 1 edit") : tr("with %1 edits").arg(edits.size()));
    m_edits->setToolTip(tr("On the model when it was traced:\n%1").arg(edits.join(u'\n')));
    m_edits->setVisible(!edits.isEmpty());
}

void HeatmapsPanel::showChecks()
{
    m_checks->setVisible(!m_trace.isEmpty());
    m_checksIcon->setVisible(!m_trace.isEmpty());
    if (m_trace.isEmpty())
        return;
    const TraceBase &base = m_trace.run().base;
    const double worst = std::max({base.restoreAllError, base.restoreNothingError, base.beforeSubjectError});
    const bool holds = worst <= checkTolerance;
    m_checks->setText(holds ? tr("Self-checks hold") : tr("Self-checks differ by %1").arg(formatProbability(worst)));
    m_checksIcon->setPixmap(
        icon(holds ? QStringLiteral("check") : QStringLiteral("warning"), holds ? Role::Good : Role::Warning)
            .pixmap(QSize(16, 16), devicePixelRatio()));
    m_checks->setToolTip(tr("Restoring everything against the clean run: %1\nRestoring nothing against the corrupted "
                            "run: %2\nCells before the subject against the corrupted run: %3")
                             .arg(formatProbability(base.restoreAllError), formatProbability(base.restoreNothingError),
                                  formatProbability(base.beforeSubjectError)));
}

} // namespace cw
