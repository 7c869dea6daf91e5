// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MeasureDesk.h"

#include "app/Actions.h"
#include "app/DataSetsChecker.h"
#include "app/MeasureExporter.h"
#include "app/Measurer.h"
#include "core/jobs/EditFacts.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"
#include "widgets/panels/MeasureTable.h"
#include "widgets/panels/MeasuresPanel.h"

#include <QAction>

namespace cw {

MeasureDesk::MeasureDesk(Project &project, const EditStack &stack, Selection &selection, JobQueue &jobs,
                         Settings &settings, QWidget &window)
    : QObject(&window), m_stack(stack), m_selection(selection),
      m_panel(new MeasuresPanel(m_shown, selection, settings, &window)),
      m_measurer(new Measurer(project, selection, m_shown, jobs, this)),
      m_exporter(new MeasureExporter(m_shown, *m_measurer, m_panel->table(), jobs, window)),
      m_sets(new DataSetsChecker(jobs, settings, window))
{
    connect(m_panel, &MeasuresPanel::measureAsked, m_measurer, &Measurer::start);
    connect(m_panel, &MeasuresPanel::stopAsked, m_measurer, &Measurer::stop);
    connect(m_panel, &MeasuresPanel::afterChosen, m_measurer, &Measurer::compareWith);
    connect(m_panel, &MeasuresPanel::copied, this, &MeasureDesk::said);
    connect(m_measurer, &Measurer::measuringChanged, m_panel, &MeasuresPanel::setMeasuring);
    connect(m_measurer, &Measurer::broughtBack, this, [this](const MeasureSettings &asked) {
        m_panel->setSettings(asked);
        Q_EMIT shown();
    });
    connect(m_measurer, &Measurer::modelWanted, this, &MeasureDesk::modelWanted);
    connect(m_measurer, &Measurer::failed, this, &MeasureDesk::failed);
    connect(&m_panel->table(), &MeasureTable::itemsAsked, m_exporter, &MeasureExporter::showItems);
    connect(m_exporter, &MeasureExporter::done, this, &MeasureDesk::said);
    connect(m_exporter, &MeasureExporter::failed, this, &MeasureDesk::failed);
    connect(&stack, &EditStack::changed, this, &MeasureDesk::showControls);
    connect(&stack, &EditStack::factAdded, this, &MeasureDesk::showControls);
    connect(&selection, &Selection::edited, this, &MeasureDesk::showControls);
    connect(&selection, &Selection::modelChanged, this, &MeasureDesk::showControls);
}

/// Numbers of an edited model say nothing about the place of an edit that no placebo was drawn of.
void MeasureDesk::showControls()
{
    QStringList edits;
    for (const EditRecord &edit : m_stack.edits())
        if (edit.isOn && edit.base == m_selection.baseHash())
            edits << tr("\u201c%1\u201d: %2").arg(edit.title, editFactsFrom(edit.facts).brief(edit.alpha));
    m_panel->setControls(edits.isEmpty() ? QString()
                                         : tr("Edits against their placebos: %1").arg(edits.join(tr(" · "))));
}

void MeasureDesk::connectTo(Actions &actions)
{
    connect(actions.measure, &QAction::triggered, this, [this] {
        Q_EMIT shown();
        m_panel->startMeasuring();
    });
    connect(actions.stop, &QAction::triggered, m_measurer, &Measurer::stop);
    connect(m_measurer, &Measurer::measuringChanged, &actions, &Actions::setMeasuring);
    const auto showExports = [this, &actions] { actions.setMeasuresShown(!m_shown.isEmpty()); };
    connect(&m_shown, &ShownMeasures::opened, &actions, showExports);
    connect(&m_shown, &ShownMeasures::changed, &actions, showExports);
    m_panel->table().addMenu({actions.copyMeasureBars, actions.exportMeasures, actions.exportMeasureBars});
    connect(actions.exportMeasures, &QAction::triggered, m_exporter, &MeasureExporter::exportReport);
    connect(actions.exportMeasureBars, &QAction::triggered, m_exporter, &MeasureExporter::exportPicture);
    connect(actions.copyMeasureBars, &QAction::triggered, m_exporter, &MeasureExporter::copyPicture);
    connect(actions.dataSets, &QAction::triggered, m_sets, &DataSetsChecker::showSets);
}

void MeasureDesk::leave()
{
    m_measurer->leave();
}

} // namespace cw
