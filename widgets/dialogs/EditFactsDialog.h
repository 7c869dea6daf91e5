// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditFacts.h"

#include <QDialog>
#include <functional>

class QPushButton;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace cw {

/// What an edit did: the weights it changed, where it stands among its placebos, what its method found, and its side
/// effects; what is not known is said.
class EditFactsDialog final : public QDialog {
    Q_OBJECT
public:
    EditFactsDialog(const QString &title, const EditFacts &facts, QWidget *parent = nullptr);

    /// More is known since.
    void setFacts(const EditFacts &facts);
    /// Why what was asked for cannot be done.
    void refuse(const QString &sentence);

Q_SIGNALS:
    /// The side effects, which are not known, are to be looked for.
    void scanAsked();
    /// Placebos are to be drawn: of the method's usual kind ("auto"), or of every kind that it has ("all").
    void placebosAsked(const QString &kind);

private:
    void addLedger(QVBoxLayout &page) const;
    void addPlacebos(QVBoxLayout &page);
    void addPlaceboButtons(QVBoxLayout &page);
    void addSideEffects(QVBoxLayout &page);
    /// Can be clicked once: what was asked for comes in its time.
    QPushButton *addButton(QVBoxLayout &page, const QString &text, const char *name, const std::function<void()> &ask);
    void addMethod(QVBoxLayout &page) const;
    void copy() const;

    const QString m_title;
    EditFacts m_facts;
    QScrollArea *m_area;
    QLabel *m_problem;
};

} // namespace cw
