// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListView;
class QSlider;

namespace cw {

class EditFactsDialog;
class EditStack;
class Error;
class Selection;
class StackModel;

/// The edits of the project, and the strength and the note of the chosen one.
class StackPanel final : public QWidget {
    Q_OBJECT
public:
    StackPanel(EditStack &stack, const Selection &selection, QWidget *parent = nullptr);

    /// What can be done with the chosen edits, for a menu too.
    QList<QAction *> editActions() const { return m_actions; }
    /// Makes one edit the chosen one.
    void choose(const QString &id);
    /// In what is shown of an edit, where that is open: what was asked for there cannot be done.
    void showProblem(const Error &error);
    /// The chosen edits, topmost first.
    QStringList chosen() const;

Q_SIGNALS:
    void failed(const cw::Error &error);
    void copied(const QString &sentence);
    /// A chosen edit is to be written as a file.
    void patchAsked(const QString &id);
    /// Several edits became this one.
    void merged(const QString &id);
    /// The side effects of an edit are to be looked for.
    void scanAsked(const QString &id);
    /// An edit is to be compared with its placebos.
    void placebosAsked(const QString &id, const QString &kind);
    /// A chosen edit is to be made anew on what lies below it.
    void recomputeAsked(const QString &id);

private:
    void buildList();
    void buildLost(const Selection &selection);
    void buildActions();
    QWidget *buildButtons();
    QWidget *buildStrength();
    QAction *add(const char *name, const QString &text, const QString &picture, void (StackPanel::*does)());
    QAction *named(const char *name) const;
    QString current() const;
    void follow();
    void showCurrent();
    void slide(int value);
    void endSlide();
    void keepNote();
    void typeAlpha(double alpha);
    void moveUp();
    void moveDown();
    void moveBy(int places);
    void remove();
    void duplicate();
    void merge();
    void copyCommand();
    void rename();
    void chooseColour();
    void exportPatch();
    void showFacts();
    void followFacts();
    void recompute();

    EditStack &m_stack;
    StackModel *m_model;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_lost;
    QWidget *m_details;
    QSlider *m_slider;
    QDoubleSpinBox *m_alpha;
    QLineEdit *m_note;
    QLabel *m_marks;
    QList<QAction *> m_actions;
    QPointer<EditFactsDialog> m_facts; ///< that is open
    QString m_factsId;                 ///< its edit
    QString m_noted;                   ///< whose note is being typed, whatever is chosen meanwhile
    QString m_slid;                    ///< whose strength is held, likewise
    QString m_current;                 ///< what was chosen last: it stays chosen when rows move
};

} // namespace cw
