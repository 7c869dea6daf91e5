// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/RecentModel.h"

#include "widgets/style/Icons.h"

#include <QDir>
#include <QFileInfo>

namespace cw {

void RecentModel::setPaths(const QStringList &unsaved, const QStringList &recent)
{
    beginResetModel();
    m_entries.clear();
    for (const QString &path : unsaved)
        m_entries.append({path, false, true});
    for (const QString &path : recent)
        if (!unsaved.contains(path))
            m_entries.append({path, !QFileInfo::exists(path), false});
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const QFileInfo file(entry.path);
    switch (role) {
    case Qt::DisplayRole:
        return entry.isUnsaved ? tr("Unsaved work of %1").arg(file.completeBaseName()) : file.completeBaseName();
    case Qt::DecorationRole:
        return entry.missing ? icon(QStringLiteral("missing"), Role::Warning) : icon(QStringLiteral("recent"));
    case Qt::ToolTipRole: return entry.path;
    case DetailRole:
        if (entry.isUnsaved)
            return tr("Opens where it ended; save it to keep it elsewhere");
        return entry.missing ? tr("Not found: %1").arg(QDir::toNativeSeparators(entry.path))
                             : QDir::toNativeSeparators(file.absolutePath());
    case PathRole: return entry.path;
    case MissingRole: return entry.missing;
    default: return {};
    }
}

} // namespace cw
