// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/StackPanel.h"

#include "core/jobs/EditFacts.h"
#include "core/project/EditRecipe.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"
#include "widgets/dialogs/EditFactsDialog.h"
#include "widgets/models/StackModel.h"
#include "widgets/panels/StackDelegate.h"
#include "widgets/style/Icons.h"
#include "widgets/views/NumberField.h"
#include "widgets/views/WrappedLabel.h"

#include <QAction>
#include <QClipboard>
#include <QColorDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace cw {

namespace {

constexpr int slideSteps = 100;    ///< of the slider, for a strength of 1
constexpr int slideEnd = 3;        ///< the slider goes from minus to plus this strength
constexpr double widest = 1000000; ///< of what can be typed

} // namespace

StackPanel::StackPanel(EditStack &stack, const Selection &selection, QWidget *parent)
    : QWidget(parent), m_stack(stack), m_model(new StackModel(stack, selection, this)), m_list(new QListView(this)),
      m_empty(new QLabel(this)), m_lost(new WrappedLabel(this)), m_details(new QWidget(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_alpha(new NumberField(this)), m_note(new QLineEdit(this)),
      m_marks(new WrappedLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_empty->setText(tr("Edits lie here like layers of a picture: each can be switched, weakened, reordered and taken "
                        "back. Tick rows or neurons under Weights to make one."));
    m_empty->setWordWrap(true);
    m_empty->setMargin(10);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    buildActions();
    buildList();
    buildLost(selection);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_lost);
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins(8, 6, 8, 8);
    details->addWidget(buildStrength());
    details->addWidget(buildButtons());
    layout->addWidget(m_details);
    connect(m_model, &QAbstractItemModel::modelReset, this, &StackPanel::follow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &StackPanel::showCurrent);
    connect(&m_stack, &EditStack::factAdded, this, &StackPanel::followFacts);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StackPanel::showCurrent);
    follow();
}

void StackPanel::buildLost(const Selection &selection)
{
    m_lost->setObjectName(QStringLiteral("lostMark"));
    m_lost->setText(tr("The model stays as it is: at these strengths every change is lost in rounding."));
    m_lost->setMargin(8);
    m_lost->hide();
    connect(&selection, &Selection::edited, m_lost,
            [this](const LoadedModel &model) { m_lost->setVisible(model.isLost); });
}

void StackPanel::buildList()
{
    m_list->setObjectName(QStringLiteral("stackList"));
    m_list->setAccessibleName(tr("Edits of this project"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new StackDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDropIndicatorShown(true);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(m_actions);
}

void StackPanel::buildActions()
{
    add("factsAction", tr("&What It Did…"), QStringLiteral("info"), &StackPanel::showFacts)
        ->setShortcut(Qt::ALT | Qt::Key_Return);
    add("moveUpAction", tr("Move &Up"), QStringLiteral("up"), &StackPanel::moveUp)->setShortcut(Qt::ALT | Qt::Key_Up);
    add("moveDownAction", tr("Move &Down"), QStringLiteral("down"), &StackPanel::moveDown)
        ->setShortcut(Qt::ALT | Qt::Key_Down);
    add("duplicateAction", tr("Dup&licate"), QStringLiteral("copy"), &StackPanel::duplicate);
    add("mergeAction", tr("&Merge"), QStringLiteral("merge"), &StackPanel::merge);
    add("renameAction", tr("Re&name"), {}, &StackPanel::rename);
    add("colourAction", tr("&Colour…"), {}, &StackPanel::chooseColour);
    add("recomputeAction", tr("Recompute &Here"), QStringLiteral("run"), &StackPanel::recompute)
        ->setToolTip(tr("Makes the edit anew on what lies below it now"));
    add("copyEditCommandAction", tr("Cop&y as Command"), QStringLiteral("command"), &StackPanel::copyCommand);
    add("exportPatchAction", tr("Export as &Patch…"), QStringLiteral("export-numbers"), &StackPanel::exportPatch);
    add("removeEditAction", tr("&Remove"), QStringLiteral("remove"), &StackPanel::remove)
        ->setShortcut(QKeySequence::Delete);
}

QAction *StackPanel::add(const char *name, const QString &text, const QString &picture, void (StackPanel::*does)())
{
    auto *action = new QAction(text, this);
    if (!picture.isEmpty())
        action->setIcon(icon(picture));
    action->setObjectName(QLatin1String(name));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, does);
    m_actions << action;
    return action;
}

QAction *StackPanel::named(const char *name) const
{
    return findChild<QAction *>(QLatin1String(name));
}

QWidget *StackPanel::buildStrength()
{
    auto *fields = new QWidget(m_details);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    m_slider->setObjectName(QStringLiteral("alphaSlider"));
    m_slider->setAccessibleName(tr("Strength"));
    m_slider->setRange(-slideEnd * slideSteps, slideEnd * slideSteps);
    m_slider->setSingleStep(slideSteps / 20);
    m_slider->setPageStep(slideSteps / 2);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(slideSteps);
    m_alpha->setObjectName(QStringLiteral("alphaField"));
    m_alpha->setRange(-widest, widest);
    m_alpha->setSingleStep(0.1);
    m_alpha->setKeyboardTracking(false);
    m_alpha->setMaximumWidth(m_alpha->minimumWidth());
    row->addWidget(m_slider, 1);
    row->addWidget(m_alpha);
    auto *title = new QLabel(tr("&Strength"), fields);
    title->setBuddy(m_alpha);
    title->setToolTip(tr("0 switches the edit off, 1 is as it was made, below 0 it works the other way"));
    form->addRow(title, row);
    m_note->setObjectName(QStringLiteral("noteField"));
    m_note->setPlaceholderText(tr("why, for whom, what came of it"));
    form->addRow(tr("&Note"), m_note);
    m_marks->setObjectName(QStringLiteral("editMarks"));
    m_marks->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(m_marks);
    connect(m_slider, &QSlider::valueChanged, this, &StackPanel::slide);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_slid = current(); });
    connect(m_slider, &QSlider::sliderReleased, this, &StackPanel::endSlide);
    connect(m_alpha, &QDoubleSpinBox::valueChanged, this, &StackPanel::typeAlpha);
    connect(m_note, &QLineEdit::textEdited, this, [this] { m_noted = current(); });
    connect(m_note, &QLineEdit::editingFinished, this, &StackPanel::keepNote);
    return fields;
}

QWidget *StackPanel::buildButtons()
{
    auto *buttons = new QWidget(m_details);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QAction *action : m_actions) {
        if (action->icon().isNull())
            continue;
        auto *button = new QToolButton(buttons);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    return buttons;
}

QStringList StackPanel::chosen() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex &row : rows)
        ids << m_model->idOf(row);
    return ids;
}

QString StackPanel::current() const
{
    return m_model->idOf(m_list->currentIndex());
}

void StackPanel::choose(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void StackPanel::follow()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_details->setVisible(!isEmpty);
    // A new edit lies on top: it is the one that is looked at now.
    choose(m_model->rowOf(m_current) >= 0 ? m_current : m_model->idOf(m_model->index(0)));
    showCurrent();
}

void StackPanel::showCurrent()
{
    const QString id = current();
    const int place = m_stack.place(id);
    const qsizetype count = m_list->selectionModel()->selectedIndexes().size();
    for (QAction *action : m_actions)
        action->setEnabled(place >= 0);
    named("mergeAction")->setEnabled(count > 1);
    const bool hasRecipe = place >= 0 && m_stack.edits()[place].recipe.contains(QLatin1String("job"));
    for (const char *action : {"recomputeAction", "copyEditCommandAction"})
        named(action)->setEnabled(hasRecipe);
    m_details->setEnabled(place >= 0);
    if (place < 0)
        return;
    if (id != m_noted)
        keepNote();
    m_current = id;
    const EditRecord edit = m_stack.edits()[place];
    const QSignalBlocker noSlide(m_slider);
    const QSignalBlocker noType(m_alpha);
    m_slider->setValue(
        static_cast<int>(std::lround(std::clamp(edit.alpha, -double(slideEnd), double(slideEnd)) * slideSteps)));
    m_alpha->setValue(edit.alpha);
    if (m_noted.isEmpty())
        m_note->setText(edit.note);
    QStringList others;
    for (const QString &other : m_stack.overlapping(edit))
        others << u'\u201c' + m_stack.edits()[m_stack.place(other)].title + u'\u201d';
    m_marks->setText(others.isEmpty() ? QString()
                                      : tr("Changes weights that %1 changes too.").arg(others.join(tr(", "))));
    m_marks->setVisible(!others.isEmpty());
}

void StackPanel::keepNote()
{
    if (!m_noted.isEmpty())
        m_stack.setNote(std::exchange(m_noted, {}), m_note->text());
}

void StackPanel::slide(int value)
{
    const bool isHeld = m_slider->isSliderDown();
    m_stack.setAlpha(isHeld ? m_slid : current(), static_cast<double>(value) / slideSteps,
                     isHeld ? EditStack::Pace::GoesOn : EditStack::Pace::Done);
}

void StackPanel::endSlide()
{
    m_stack.setAlpha(m_slid, static_cast<double>(m_slider->value()) / slideSteps);
}

void StackPanel::typeAlpha(double alpha)
{
    m_stack.setAlpha(current(), alpha);
}

void StackPanel::moveUp()
{
    moveBy(1);
}

void StackPanel::moveDown()
{
    moveBy(-1);
}

void StackPanel::moveBy(int places)
{
    const QString id = current();
    m_stack.move(id, m_stack.place(id) + places);
}

void StackPanel::remove()
{
    m_stack.remove(chosen());
}

void StackPanel::duplicate()
{
    const QString id = m_stack.duplicate(current());
    if (!id.isEmpty())
        choose(id);
}

void StackPanel::merge()
{
    const Result<QString> made = m_stack.merge(chosen());
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    choose(*made);
    Q_EMIT merged(*made);
}

void StackPanel::copyCommand()
{
    const auto command = attempt([this] { return recipeJob(m_stack.edits()[m_stack.place(current())]).command(); });
    if (!command) {
        Q_EMIT failed(command.error());
        return;
    }
    QGuiApplication::clipboard()->setText(*command);
    Q_EMIT copied(tr("The command was copied."));
}

void StackPanel::rename()
{
    m_list->edit(m_list->currentIndex());
}

void StackPanel::chooseColour()
{
    const QString id = current();
    const QColor before(m_stack.edits()[m_stack.place(id)].colour);
    auto *dialog = new QColorDialog(before.isValid() ? before : QColor(Qt::gray), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this, id](const QColor &colour) { m_stack.setColour(id, colour.name()); });
    dialog->open();
}

void StackPanel::showFacts()
{
    const QString id = current();
    const EditRecord &edit = m_stack.edits()[m_stack.place(id)];
    m_factsId = id;
    m_facts = new EditFactsDialog(edit.title, editFactsFrom(edit.facts), this);
    connect(m_facts, &EditFactsDialog::scanAsked, this, [this, id] { Q_EMIT scanAsked(id); });
    connect(m_facts, &EditFactsDialog::placebosAsked, this,
            [this, id](const QString &kind) { Q_EMIT placebosAsked(id, kind); });
    m_facts->open();
}

/// What comes while somebody looks at an edit is shown at once.
void StackPanel::followFacts()
{
    const int place = m_stack.place(m_factsId);
    if (m_facts && place >= 0)
        m_facts->setFacts(editFactsFrom(m_stack.edits()[place].facts));
}

void StackPanel::showProblem(const Error &error)
{
    if (m_facts)
        m_facts->refuse(describe(error));
}

void StackPanel::recompute()
{
    Q_EMIT recomputeAsked(current());
}

void StackPanel::exportPatch()
{
    Q_EMIT patchAsked(current());
}

} // namespace cw
