// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/StackModel.h"

#include "core/jobs/EditFacts.h"
#include "core/project/EditStack.h"
#include "core/project/Selection.h"

#include <QLocale>
#include <QMimeData>
#include <algorithm>
#include <utility>

namespace cw {

namespace {

const QString editType = QStringLiteral("application/x-counterweight-edit");

bool sameRows(const QVector<EditRecord> &a, const QVector<EditRecord> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const EditRecord &x, const EditRecord &y) { return x.id == y.id; });
}

} // namespace

StackModel::StackModel(EditStack &stack, const Selection &selection, QObject *parent)
    : QAbstractListModel(parent), m_stack(stack), m_selection(selection)
{
    take();
    connect(&m_stack, &EditStack::changed, this, &StackModel::follow);
    connect(&m_stack, &EditStack::factAdded, this, &StackModel::follow);
    connect(&m_selection, &Selection::edited, this, [this] {
        if (!m_edits.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void StackModel::take()
{
    const QVector<EditRecord> before = std::exchange(m_edits, m_stack.edits());
    const QStringList known = std::exchange(m_briefs, {});
    for (qsizetype i = 0; i < m_edits.size(); ++i) {
        const bool isKnown =
            i < before.size() && before[i].facts == m_edits[i].facts && before[i].alpha == m_edits[i].alpha;
        m_briefs << (isKnown ? known[i] : editFactsFrom(m_edits[i].facts).brief(m_edits[i].alpha));
    }
}

void StackModel::follow()
{
    if (sameRows(m_edits, m_stack.edits())) {
        take();
        if (!m_edits.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    take();
    endResetModel();
}

int StackModel::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (edit(row).id == id)
            return row;
    return -1;
}

QString StackModel::idOf(const QModelIndex &index) const
{
    return index.isValid() ? edit(index.row()).id : QString();
}

int StackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_edits.size());
}

bool StackModel::isForeign(const EditRecord &edit) const
{
    return !m_selection.baseHash().isEmpty() && m_selection.baseHash() != edit.base;
}

QString StackModel::detail(int row) const
{
    const EditRecord &shown = edit(row);
    if (isForeign(shown))
        return tr("made for another model: not applied");
    QStringList parts;
    if (m_stack.isStale(shown))
        parts << tr("what lies below has changed");
    if (!shown.note.isEmpty())
        parts << shown.note;
    if (parts.isEmpty())
        parts << (shown.isOn ? tr("on") : tr("off"));
    if (const QString &known = m_briefs[placeOf(row)]; !known.isEmpty())
        parts << known;
    return parts.join(QStringLiteral(" · "));
}

QVariant StackModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const EditRecord &shown = edit(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return shown.title;
    case Qt::CheckStateRole: return shown.isOn ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole: return QStringList{shown.title, detail(index.row())}.join(u'\n');
    case Qt::AccessibleTextRole:
        return tr("%1, strength %2, %3").arg(shown.title, QLocale().toString(shown.alpha), detail(index.row()));
    case DetailRole: return detail(index.row());
    case AlphaRole: return shown.alpha;
    case ColourRole: return shown.colour;
    case IdRole: return shown.id;
    default: return {};
    }
}

bool StackModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString id = idOf(index);
    const QString title = value.toString().trimmed();
    if (role == Qt::CheckStateRole)
        m_stack.setOn(id, value.toInt() == Qt::Checked);
    else if (role == Qt::EditRole && !title.isEmpty())
        m_stack.rename(id, title);
    else
        return false;
    return true;
}

Qt::ItemFlags StackModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable |
           Qt::ItemIsDragEnabled;
}

QStringList StackModel::mimeTypes() const
{
    return {editType};
}

QMimeData *StackModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(editType, indexes.isEmpty() ? QByteArray() : idOf(indexes.first()).toUtf8());
    return data;
}

/// The stack moves it, and its change moves the rows: the view must take none away, hence false.
bool StackModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &)
{
    const QString id = QString::fromUtf8(data->data(editType));
    const int from = rowOf(id);
    if (action != Qt::MoveAction || from < 0)
        return false;
    const int before = row < 0 ? rowCount() : row;
    const int to = before > from ? before - 1 : before;
    m_stack.move(id, rowCount() - 1 - to);
    return false;
}

} // namespace cw
