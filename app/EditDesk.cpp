// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditDesk.h"

#include "app/Actions.h"
#include "app/EditExporter.h"
#include "app/EditMaker.h"
#include "app/MethodAsker.h"
#include "app/Previewer.h"
#include "app/SideEffectScanner.h"
#include "app/StackedModel.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"
#include "widgets/panels/PreviewPanel.h"
#include "widgets/panels/StackPanel.h"
#include "widgets/panels/WeightsPanel.h"

#include <QAction>
#include <QActionGroup>

namespace cw {

EditDesk::EditDesk(EditStack &stack, Selection &selection, ShownTrace &trace, JobQueue &jobs, Settings &settings,
                   QWidget &window)
    : QObject(&window), m_stack(stack), m_selection(selection), m_stackPanel(new StackPanel(stack, selection, &window)),
      m_weightsPanel(new WeightsPanel(m_ticks, trace, selection, settings, &window)),
      m_maker(new EditMaker(stack, selection, jobs, settings, this)),
      m_previewer(new Previewer(stack, selection, jobs, settings, this)),
      m_previewPanel(new PreviewPanel(m_previewer->shown(), &window)),
      m_edited(new StackedModel(stack, selection, jobs, this)),
      m_exporter(new EditExporter(stack, selection, jobs, window)),
      m_asker(new MethodAsker(*m_maker, selection, settings, window)),
      m_scanner(new SideEffectScanner(stack, selection, jobs, this))
{
    connect(m_stackPanel, &StackPanel::failed, this, &EditDesk::failed);
    connect(m_stackPanel, &StackPanel::recomputeAsked, m_maker, &EditMaker::recompute);
    connect(m_stackPanel, &StackPanel::patchAsked, m_exporter, &EditExporter::exportPatch);
    // Queued: the panel hears of another model before the maker, who then stops what it measures.
    connect(m_weightsPanel, &WeightsPanel::normsWanted, m_maker, &EditMaker::measureNorms, Qt::QueuedConnection);
    connect(m_weightsPanel, &WeightsPanel::editAsked, m_maker, &EditMaker::make);
    connect(m_maker, &EditMaker::makingChanged, m_weightsPanel, &WeightsPanel::setMaking);
    connect(m_maker, &EditMaker::normsMeasured, m_weightsPanel, &WeightsPanel::setNorms);
    connect(m_maker, &EditMaker::laid, m_scanner, &SideEffectScanner::scan);
    connect(m_stackPanel, &StackPanel::scanAsked, m_scanner, &SideEffectScanner::scanAgain);
    connect(m_scanner, &SideEffectScanner::failed, this, &EditDesk::failed);
    connect(m_maker, &EditMaker::changedNothing, this, &EditDesk::warned);
    connect(m_maker, &EditMaker::made, this, [this](const QString &id, const QString &sentence) {
        m_ticks.clear();
        m_stackPanel->choose(id);
        Q_EMIT stackShown();
        Q_EMIT said(sentence);
    });
    connect(m_weightsPanel, &WeightsPanel::draftChanged, this, [this] {
        m_previewer->draft(m_weightsPanel->hasTicks() ? std::optional(m_weightsPanel->settings()) : std::nullopt);
    });
    connect(m_maker, &EditMaker::failed, this, &EditDesk::failed);
    connect(m_edited, &StackedModel::failed, this, &EditDesk::failed);
    connect(m_exporter, &EditExporter::done, this, &EditDesk::said);
    connect(m_exporter, &EditExporter::failed, this, &EditDesk::failed);
}

void EditDesk::setSeen(const QWidget *panel, bool isSeen)
{
    if (panel == m_weightsPanel)
        m_weightsPanel->setSeen(isSeen);
    if (panel == m_previewPanel)
        m_previewer->setSeen(isSeen);
}

void EditDesk::connectTo(Actions &actions)
{
    connect(actions.undo, &QAction::triggered, &m_stack, &EditStack::undo);
    connect(actions.redo, &QAction::triggered, &m_stack, &EditStack::redo);
    connect(actions.exportCheckpoint, &QAction::triggered, m_exporter, &EditExporter::exportCheckpoint);
    connect(actions.exportEdits, &QAction::triggered, m_exporter, &EditExporter::exportEdits);
    connect(actions.methods, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_asker->ask(static_cast<MethodAsker::Method>(action->data().toInt())); });
    connect(&m_stack, &EditStack::changed, &actions,
            [this, &actions] { actions.setSteps(m_stack.undoText(), m_stack.redoText()); });
    connect(&m_selection, &Selection::edited, &actions,
            [&actions](const LoadedModel &model) { actions.setEdited(!model.stack.isEmpty()); });
}

} // namespace cw
