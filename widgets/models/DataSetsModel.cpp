// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/DataSetsModel.h"

#include "core/data/DataFolder.h"
#include "core/measures/Measure.h"
#include "widgets/style/Icons.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace cw {

namespace {

const DataFileInfo &fileOf(qsizetype set, qsizetype file)
{
    return dataSets()[set].files[file];
}

} // namespace

DataSetsModel::DataSetsModel(QObject *parent) : QAbstractTableModel(parent)
{
    for (qsizetype set = 0; set < dataSets().size(); ++set)
        for (qsizetype file = 0; file < dataSets()[set].files.size(); ++file)
            m_rows.append({set, file, {}});
}

void DataSetsModel::setFolder(const QString &folder)
{
    const DataFolder data(folder);
    m_sums.clear();
    for (Row &row : m_rows)
        row.path = data.find(dataSets()[row.set].key, fileOf(row.set, row.file).key);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QStringList DataSetsModel::foundPaths() const
{
    QStringList paths;
    for (const Row &row : m_rows)
        if (!row.path.isEmpty())
            paths << row.path;
    paths.removeDuplicates();
    return paths;
}

void DataSetsModel::setSum(const QString &path, const QString &sum)
{
    m_sums.insert(path, sum);
    for (int row = 0; row < rowCount(); ++row)
        if (m_rows[row].path == path)
            Q_EMIT dataChanged(index(row, Sum), index(row, Sum));
}

const DataSetInfo &DataSetsModel::set(int row) const
{
    return dataSets()[m_rows[row].set];
}

QStringList DataSetsModel::readersOf(const QString &set)
{
    QStringList readers;
    for (const Measure &measure : measures())
        if (set == QLatin1String(measure.info.set))
            readers << QCoreApplication::translate("Measure", measure.info.title);
    return readers;
}

int DataSetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DataSetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DataSetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::DecorationRole: return picture(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

DataSetsModel::SumState DataSetsModel::sumState(const Row &row) const
{
    if (row.path.isEmpty())
        return SumState::NotFound;
    const auto sum = m_sums.constFind(row.path);
    if (sum == m_sums.constEnd())
        return SumState::Pending;
    if (sum->isEmpty())
        return SumState::Unreadable;
    const QString official = fileOf(row.set, row.file).sha256;
    if (official.isEmpty())
        return SumState::Unknown;
    return *sum == official ? SumState::Official : SumState::Differs;
}

QString DataSetsModel::text(const Row &row, int column) const
{
    const DataSetInfo &set = dataSets()[row.set];
    const DataFileInfo &file = fileOf(row.set, row.file);
    switch (column) {
    case Set: return set.title;
    case File: return file.key;
    case Found: return row.path.isEmpty() ? tr("not found") : QDir::toNativeSeparators(row.path);
    case Sum: break;
    case Rows: return file.rows > 0 ? QLocale::c().toString(file.rows) : QString();
    case Licence: return set.licence;
    case Readers: return readersOf(set.key).join(QStringLiteral(", "));
    default: return {};
    }
    switch (sumState(row)) {
    case SumState::NotFound: break;
    case SumState::Pending: return tr("is read…");
    case SumState::Official: return tr("official");
    case SumState::Differs: return tr("differs");
    case SumState::Unknown: return tr("none is published");
    case SumState::Unreadable: return tr("cannot be read");
    }
    return {};
}

QString DataSetsModel::toolTip(const Row &row, int column) const
{
    const DataFileInfo &file = fileOf(row.set, row.file);
    if (column == Found && row.path.isEmpty())
        return tr("Looked for in the folder:") + QLatin1Char('\n') + file.places.join(QLatin1Char('\n'));
    if (column == Sum && !row.path.isEmpty())
        return tr("SHA-256 here: %1\nSHA-256 published: %2").arg(m_sums.value(row.path), file.sha256);
    return text(row, column);
}

QVariant DataSetsModel::picture(const Row &row, int column) const
{
    if (column == Found)
        return row.path.isEmpty() ? icon(QStringLiteral("missing"), Role::Muted)
                                  : icon(QStringLiteral("check"), Role::Good);
    if (column != Sum)
        return {};
    switch (sumState(row)) {
    case SumState::Official: return icon(QStringLiteral("check"), Role::Good);
    case SumState::Differs: return icon(QStringLiteral("warning"), Role::Warning);
    case SumState::Unreadable: return icon(QStringLiteral("error"), Role::Problem);
    case SumState::Unknown: return icon(QStringLiteral("info"), Role::Muted);
    case SumState::NotFound:
    case SumState::Pending: break;
    }
    return {};
}

QVariant DataSetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Set: return tr("Data set");
    case File: return tr("File");
    case Found: return tr("Where it lies");
    case Sum: return tr("Checksum");
    case Rows: return tr("Rows");
    case Licence: return tr("Licence");
    case Readers: return tr("Read by");
    default: return {};
    }
}

} // namespace cw
