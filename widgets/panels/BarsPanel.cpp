// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/BarsPanel.h"

#include "widgets/models/ShownTrace.h"

#include <QLabel>
#include <QVBoxLayout>

namespace cw {

BarsPanel::BarsPanel(ShownTrace &trace, QWidget *parent)
    : QWidget(parent), m_trace(trace), m_bars(new ProbabilityBars(this)), m_notes(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_bars, 1);
    layout->addWidget(m_notes);
    m_bars->setObjectName(QStringLiteral("probabilityBars"));
    m_bars->setEmptyText(tr("The probabilities of the targets appear here."));
    m_notes->setObjectName(QStringLiteral("notesLabel"));
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&m_trace, &ShownTrace::opened, this, &BarsPanel::draw);
    draw();
}

void BarsPanel::draw()
{
    m_bars->setBars(m_trace.isEmpty() ? std::vector<TargetBar>() : targetBars(m_trace.run()));
    const QString notes = m_trace.isEmpty() ? QString() : m_trace.run().notes.join(QLatin1Char('\n'));
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
}

} // namespace cw
