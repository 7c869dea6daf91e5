// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Records.h"

#include <QAbstractListModel>
#include <QVector>

namespace cw {

class EditStack;
class Selection;

/// The edits of the project as a list, the topmost first, as image editors have their layers: switched, renamed and
/// dragged in place.
class StackModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole { DetailRole = Qt::UserRole + 1, AlphaRole, ColourRole, IdRole };

    StackModel(EditStack &stack, const Selection &selection, QObject *parent = nullptr);

    /// The row of an edit, or -1.
    int rowOf(const QString &id) const;
    QString idOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    void follow();
    void take();
    /// The topmost edit has row 0.
    qsizetype placeOf(int row) const { return m_edits.size() - 1 - row; }
    const EditRecord &edit(int row) const { return m_edits[placeOf(row)]; }
    QString detail(int row) const;
    bool isForeign(const EditRecord &edit) const;

    EditStack &m_stack;
    const Selection &m_selection;
    QVector<EditRecord> m_edits; ///< as they are shown, bottom first
    QStringList m_briefs;        ///< what is known of each, read when it changes, not at every move of a slider
};

} // namespace cw
