// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/MeasuresPanel.h"

#include "core/jobs/ModelFacts.h"
#include "core/project/Selection.h"
#include "widgets/panels/MeasureForm.h"
#include "widgets/panels/MeasureList.h"
#include "widgets/panels/MeasureTable.h"
#include "widgets/panels/ModelChooser.h"
#include "widgets/style/Icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

namespace cw {

namespace {

/// Below this width the question stands above the answer, not beside it.
constexpr int leastWidthForBoth = 640;

using Side = ShownMeasures::Side;

} // namespace

MeasuresPanel::MeasuresPanel(ShownMeasures &shown, Selection &selection, Settings &settings, QWidget *parent)
    : QWidget(parent), m_shown(shown), m_selection(selection), m_parts(new QSplitter(this)),
      m_form(new MeasureForm(settings, this)), m_table(new MeasureTable(shown, this)), m_why(new QLabel(this)),
      m_measure(new QPushButton(tr("&Measure"), this)), m_stop(new QPushButton(tr("St&op"), this)),
      m_command(new QToolButton(this))
{
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(buildQuestion());
    m_parts->addWidget(m_table);
    m_parts->setStretchFactor(0, 0);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({290, 800});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts);
    connect(&m_form->list(), &MeasureList::ticksChanged, this, &MeasuresPanel::showReadiness);
    connect(&m_form->chooser(), &ModelChooser::chosen, this, &MeasuresPanel::afterChosen);
    connect(m_table, &MeasureTable::copied, this, &MeasuresPanel::copied);
    connect(&m_selection, &Selection::modelChanged, this, &MeasuresPanel::showModels);
    connect(&m_shown, &ShownMeasures::opened, this, &MeasuresPanel::showModels);
    showModels();
}

QWidget *MeasuresPanel::buildQuestion()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(10, 8, 10, 8);
    inner->addWidget(m_form);
    scroll->setWidget(content);
    auto *question = new QWidget(this);
    auto *outer = new QVBoxLayout(question);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    buildButtons(*outer);
    question->setMinimumWidth(250);
    return question;
}

void MeasuresPanel::buildButtons(QVBoxLayout &layout)
{
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(10, 6, 10, 10);
    m_why->setObjectName(QStringLiteral("measureWhyLabel"));
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_why);
    auto *row = new QHBoxLayout;
    m_measure->setObjectName(QStringLiteral("measureButton"));
    m_measure->setIcon(icon(QStringLiteral("run")));
    m_stop->setObjectName(QStringLiteral("stopMeasureButton"));
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_stop->setToolTip(tr("Stop measuring; what is measured stays, and measuring again goes on with it (Esc)"));
    m_command->setObjectName(QStringLiteral("copyMeasureCommandButton"));
    m_command->setIcon(icon(QStringLiteral("command")));
    m_command->setToolTip(tr("Copy as command"));
    m_command->setAccessibleName(m_command->toolTip());
    row->addWidget(m_measure, 2);
    row->addWidget(m_stop, 1);
    row->addWidget(m_command);
    bar->addLayout(row);
    layout.addLayout(bar);
    connect(m_measure, &QPushButton::clicked, this, &MeasuresPanel::startMeasuring);
    connect(m_stop, &QPushButton::clicked, this, &MeasuresPanel::stopAsked);
    connect(m_command, &QToolButton::clicked, this, &MeasuresPanel::copyCommand);
}

MeasureSettings MeasuresPanel::settings() const
{
    MeasureSettings settings = m_settings;
    m_form->apply(settings);
    const QString before = m_shown.model(Side::Before).folder;
    const QString after = m_shown.model(Side::After).folder;
    settings.models = QStringList{after.isEmpty() ? before : after};
    settings.against = after.isEmpty() ? QString() : before;
    return settings;
}

void MeasuresPanel::setSettings(const MeasureSettings &settings)
{
    m_settings = settings;
    m_form->setSettings(settings);
}

void MeasuresPanel::setMeasuring(bool measuring)
{
    m_measuring = measuring;
    showReadiness();
}

void MeasuresPanel::startMeasuring()
{
    if (m_measure->isEnabled())
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
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_measure->setEnabled(why.isEmpty() && !m_measuring);
    m_measure->setToolTip(why.isEmpty() ? tr("Takes the ticked measures (F7)") : why);
    m_stop->setEnabled(m_measuring);
    m_command->setEnabled(why.isEmpty());
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
