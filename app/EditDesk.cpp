// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditDesk.h"

#include "app/Actions.h"
#include "app/EditExporter.h"
#include "app/EditMaker.h"
#include "app/LevelsDesk.h"
#include "app/LocateDesk.h"
#include "app/MethodAsker.h"
#include "app/PatchAdder.h"
#include "app/Previewer.h"
#include "app/ProbeAsker.h"
#include "app/SideEffectScanner.h"
#include "app/StackedModel.h"
#include "app/WeightMeasurer.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"
#include "widgets/panels/PreviewPanel.h"
#include "widgets/panels/StackPanel.h"
#include "widgets/panels/WeightsPanel.h"

#include <QAction>
#include <QActionGroup>

namespace cw {

EditDesk::EditDesk(Project &project, EditStack &stack, Selection &selection, ShownTrace &trace, JobQueue &jobs,
                   Settings &settings, QWidget &window)
    : QObject(&window), m_stack(stack), m_selection(selection), m_stackPanel(new StackPanel(stack, selection, &window)),
      m_weightsPanel(new WeightsPanel(m_ticks, trace, selection, settings, &window)),
      m_maker(new EditMaker(project, stack, selection, jobs, settings, this)),
      m_previewer(new Previewer(stack, selection, jobs, settings, this)),
      m_previewPanel(new PreviewPanel(m_previewer->shown(), &window)),
      m_edited(new StackedModel(stack, selection, jobs, this)),
      m_exporter(new EditExporter(stack, selection, *m_previewer, jobs, window)),
      m_asker(new MethodAsker(*m_maker, selection, trace, m_ticks, settings, window)),
      m_patches(new PatchAdder(*m_maker, selection, window)),
      m_measurer(new WeightMeasurer(project, selection, jobs, settings, this)),
      m_locating(new LocateDesk(project, selection, m_ticks, jobs, settings, window)),
      m_levels(new LevelsDesk(project, selection, *m_maker, jobs, settings, window)),
      m_probeAsker(new ProbeAsker(*m_previewer, window)), m_scanner(new SideEffectScanner(stack, selection, jobs, this))
{
    connect(m_stackPanel, &StackPanel::failed, this, &EditDesk::failed);
    connect(m_stackPanel, &StackPanel::copied, this, &EditDesk::said);
    connect(m_stackPanel, &StackPanel::recomputeAsked, m_maker, &EditMaker::recompute);
    connect(m_stackPanel, &StackPanel::patchAsked, m_exporter, &EditExporter::exportPatch);
    connect(m_weightsPanel, &WeightsPanel::editAsked, m_maker, &EditMaker::make);
    connect(m_maker, &EditMaker::makingChanged, m_weightsPanel, &WeightsPanel::setMaking);
    connect(m_maker, &EditMaker::adding, m_previewer, &Previewer::dropDraft);
    connect(m_maker, &EditMaker::laid, m_scanner, &SideEffectScanner::scan);
    connect(m_stackPanel, &StackPanel::placebosAsked, m_maker, &EditMaker::drawPlacebos);
    connect(m_maker, &EditMaker::failed, m_stackPanel, &StackPanel::showProblem);
    connect(m_scanner, &SideEffectScanner::failed, m_stackPanel, &StackPanel::showProblem);
    connect(m_stackPanel, &StackPanel::scanAsked, m_scanner, &SideEffectScanner::scanAgain);
    connect(m_stackPanel, &StackPanel::merged, m_scanner, &SideEffectScanner::scanMerged);
    connect(m_scanner, &SideEffectScanner::failed, this, &EditDesk::failed);
    connect(m_maker, &EditMaker::warned, this, &EditDesk::warned);
    connect(m_maker, &EditMaker::made, this, [this](const QString &id, const QString &sentence) {
        m_ticks.clear();
        m_stackPanel->choose(id);
        Q_EMIT stackShown();
        Q_EMIT said(sentence);
    });
    connect(m_weightsPanel, &WeightsPanel::draftChanged, this, [this] {
        m_previewer->draft(m_weightsPanel->hasTicks() ? std::optional(m_weightsPanel->settings()) : std::nullopt);
    });
    connect(m_previewPanel, &PreviewPanel::probeSetAsked, m_probeAsker, &ProbeAsker::ask);
    connect(m_previewPanel, &PreviewPanel::promptAsked, this, [this](const QString &prompt, const QString &subject) {
        Q_EMIT promptAsked(prompt, subject, m_previewer->settings().targets);
    });
    connect(m_maker, &EditMaker::failed, this, &EditDesk::failed);
    connect(m_edited, &StackedModel::failed, this, &EditDesk::failed);
    connect(m_exporter, &EditExporter::done, this, &EditDesk::said);
    connect(m_exporter, &EditExporter::failed, this, &EditDesk::failed);
    connect(m_asker, &MethodAsker::started, this, &EditDesk::learningBegun);
    connect(m_levels, &LevelsDesk::started, this, &EditDesk::learningBegun);
    connect(m_levels, &LevelsDesk::modelWanted, this, &EditDesk::modelWanted);
    connect(m_levels, &LevelsDesk::said, this, &EditDesk::said);
    connect(m_levels, &LevelsDesk::failed, this, &EditDesk::failed);
    connectWeights();
}

void EditDesk::connectWeights()
{
    // Queued: the panel hears of another model before the measurer, who then stops what it measures.
    connect(m_weightsPanel, &WeightsPanel::normsWanted, m_measurer, &WeightMeasurer::measureNorms,
            Qt::QueuedConnection);
    connect(m_weightsPanel, &WeightsPanel::gradientsAsked, m_measurer, &WeightMeasurer::measureGradients);
    connect(m_weightsPanel, &WeightsPanel::votesAsked, m_locating, &LocateDesk::showVotes);
    connect(m_measurer, &WeightMeasurer::normsMeasured, m_weightsPanel, &WeightsPanel::setNorms);
    connect(m_measurer, &WeightMeasurer::gradientsMeasured, m_weightsPanel, &WeightsPanel::setGradients);
    connect(m_measurer, &WeightMeasurer::measuringGradients, m_weightsPanel, &WeightsPanel::setMeasuringGradients);
    connect(m_measurer, &WeightMeasurer::failed, this, &EditDesk::failed);
    connect(m_locating, &LocateDesk::votesChanged, m_weightsPanel, &WeightsPanel::setVotes);
    connect(m_locating, &LocateDesk::shown, this, &EditDesk::weightsShown);
    connect(m_locating, &LocateDesk::modelWanted, this, &EditDesk::modelWanted);
    connect(m_locating, &LocateDesk::said, this, &EditDesk::said);
    connect(m_locating, &LocateDesk::failed, this, &EditDesk::failed);
}

void EditDesk::setSeen(const QWidget *panel, bool isSeen)
{
    if (panel == m_weightsPanel)
        m_weightsPanel->setSeen(isSeen);
    if (panel == m_previewPanel)
        m_previewer->setSeen(isSeen);
}

void EditDesk::leave()
{
    m_levels->leave();
}

void EditDesk::connectTo(Actions &actions)
{
    connect(actions.undo, &QAction::triggered, &m_stack, &EditStack::undo);
    connect(actions.redo, &QAction::triggered, &m_stack, &EditStack::redo);
    connect(actions.exportCheckpoint, &QAction::triggered, m_exporter, &EditExporter::exportCheckpoint);
    connect(actions.exportEdits, &QAction::triggered, m_exporter, &EditExporter::exportEdits);
    connect(actions.addPatch, &QAction::triggered, m_patches, &PatchAdder::ask);
    connect(actions.methods, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_asker->ask(static_cast<MethodAsker::Method>(action->data().toInt())); });
    connect(actions.compareLevels, &QAction::triggered, m_levels, &LevelsDesk::ask);
    connect(actions.locating, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_locating->ask(static_cast<LocateSettings::What>(action->data().toInt()));
    });
    connect(&m_stack, &EditStack::changed, &actions,
            [this, &actions] { actions.setSteps(m_stack.undoText(), m_stack.redoText()); });
    connect(&m_selection, &Selection::edited, &actions,
            [&actions](const LoadedModel &model) { actions.setEdited(!model.stack.isEmpty()); });
}

} // namespace cw
