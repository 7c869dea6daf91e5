// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/PreviewModel.h"

#include "widgets/models/ShownPreview.h"
#include "widgets/style/Numbers.h"

namespace cw {

PreviewModel::PreviewModel(const ShownPreview &shown, QObject *parent) : QAbstractListModel(parent), m_shown(shown)
{
    connect(&m_shown, &ShownPreview::changed, this, &PreviewModel::follow);
}

void PreviewModel::follow()
{
    const int rows = m_shown.scores().a.empty() ? 0 : static_cast<int>(m_shown.prompts().size());
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > 0) {
        Q_EMIT dataChanged(index(0), index(rows - 1));
    }
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const PreviewScores &now = m_shown.scores();
    const PreviewScores &base = m_shown.base();
    switch (role) {
    case Qt::DisplayRole: return m_shown.prompts()[index.row()].text;
    case SubjectRole: return m_shown.prompts()[index.row()].subject;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return (m_shown.isFlipped(index.row())
                    ? tr("%1: %2 and %3, before %4 and %5: the other answer is likelier now. A double click makes it "
                         "the prompt to trace.")
                    : tr("%1: %2 and %3, before %4 and %5. A double click makes it the prompt to trace."))
            .arg(m_shown.prompts()[index.row()].text, formatProbability(now.a[row]), formatProbability(now.b[row]),
                 formatProbability(base.a[row]), formatProbability(base.b[row]));
    case A: return now.a[row];
    case B: return now.b[row];
    case BaseA: return base.a[row];
    case BaseB: return base.b[row];
    case ExactRole: return now.isExact;
    case FlippedRole: return m_shown.isFlipped(index.row());
    default: return {};
    }
}

} // namespace cw
