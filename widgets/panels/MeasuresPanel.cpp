// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/MeasuresPanel.h"

#include "core/jobs/ModelFacts.h"
#include "core/project/Selection.h"
#include "widgets/panels/MeasureForm.h"
#include "widgets/panels/MeasureList.h"
#include "widgets/panels/MeasureTable.h"
#include "widgets/panels/ModelChooser.h"
#include "widgets/panels/QuestionPane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace cw {

namespace {

/// Below this width the question stands above the answer, not beside it.
constexpr int leastWidthForBoth = 640;

using Side = ShownMeasures::Side;

} // namespace

MeasuresPanel::MeasuresPanel(ShownMeasures &shown, Selection &selection, Settings &settings, QWidget *parent)
    : QWidget(parent), m_shown(shown), m_selection(selection), m_parts(new QSplitter(this)),
      m_form(new MeasureForm(settings, this)),
      m_pane(new QuestionPane(
          {"measureWhyLabel", "measureButton", "stopMeasureButton", "copyMeasureCommandButton"}, tr("&Measure"),
          tr("Stop measuring; what is measured stays, and measuring again goes on with it (Esc)"), this)),
      m_table(new MeasureTable(shown, this)), m_controls(new QLabel(this))
{
    m_parts->setChildrenCollapsible(false);
    buildQuestion();
    m_parts->addWidget(m_pane);
    m_parts->addWidget(m_table);
    m_parts->setStretchFactor(0, 0);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({290, 800});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts, 1);
    m_controls->setObjectName(QStringLiteral("measureControls"));
    m_controls->setForegroundRole(QPalette::PlaceholderText);
    m_controls->setTextFormat(Qt::PlainText);
    m_controls->setWordWrap(true);
    m_controls->setContentsMargins(10, 0, 10, 6);
    m_controls->hide();
    layout->addWidget(m_controls);
    connect(&m_form->list(), &MeasureList::ticksChanged, this, &MeasuresPanel::showReadiness);
    connect(&m_form->chooser(), &ModelChooser::chosen, this, &MeasuresPanel::afterChosen);
    connect(m_table, &MeasureTable::copied, this, &MeasuresPanel::copied);
    connect(&m_selection, &Selection::modelChanged, this, &MeasuresPanel::showModels);
    connect(&m_shown, &ShownMeasures::opened, this, &MeasuresPanel::showModels);
    showModels();
}

void MeasuresPanel::buildQuestion()
{
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(10, 8, 10, 8);
    inner->addWidget(m_form);
    m_pane->setFields(content);
    m_pane->setMinimumWidth(250);
    connect(m_pane, &QuestionPane::startAsked, this, &MeasuresPanel::startMeasuring);
    connect(m_pane, &QuestionPane::stopAsked, this, &MeasuresPanel::stopAsked);
    connect(m_pane, &QuestionPane::commandAsked, this, &MeasuresPanel::copyCommand);
}

MeasureSettings MeasuresPanel::settings() const
{
    MeasureSettings settings = m_settings;
    m_form->apply(settings);
    const QString before = m_shown.model(Side::Before).folder;
    const QString after = m_shown.model(Side::After).folder;
    // The open model with edits on it has no folder of its own.
    const bool isOther = !after.isEmpty() && after != before;
    settings.models = QStringList{isOther ? after : before};
    settings.against = isOther ? before : QString();
    return settings;
}

void MeasuresPanel::setSettings(const MeasureSettings &settings)
{
    m_settings = settings;
    m_form->setSettings(settings);
}

void MeasuresPanel::setControls(const QString &text)
{
    m_controls->setText(text);
    m_controls->setVisible(!text.isEmpty());
}

void MeasuresPanel::setMeasuring(bool measuring)
{
    m_measuring = measuring;
    showReadiness();
}

void MeasuresPanel::startMeasuring()
{
    if (m_pane->canStart())
        Q_EMIT measureAsked(settings());
}

void MeasuresPanel::showModels()
{
    const ModelFacts open = factsOf(m_selection.model());
    const ShownMeasures::ShownModel &after = m_shown.model(Side::After);
    m_form->chooser().setModels(open.folder, after.folder, after.name);
    m_form->list().setMasked(open.masked);
}

void MeasuresPanel::showReadiness()
{
    QString why;
    if (!m_selection.model().model)
        why = tr("Open a model first.");
    else if (m_form->list().ticked().isEmpty())
        why = tr("Tick a measure first.");
    m_pane->setReadiness(why, m_measuring, tr("Takes the ticked measures (F7)"));
    m_form->chooser().setEnabled(!m_measuring && m_selection.model().model);
}

void MeasuresPanel::copyCommand()
{
    QGuiApplication::clipboard()->setText(settings().command());
    Q_EMIT copied(tr("The command was copied."));
}

void MeasuresPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_parts->setOrientation(event->size().width() < leastWidthForBoth ? Qt::Vertical : Qt::Horizontal);
}

} // namespace cw
