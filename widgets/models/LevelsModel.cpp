// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/LevelsModel.h"

#include "widgets/models/LevelTexts.h"
#include "widgets/models/VerdictIcon.h"
#include "widgets/style/Numbers.h"

#include <QLocale>
#include <algorithm>

namespace cw {

void LevelsModel::setLevels(const MgLevels &levels)
{
    const int before = rowCount();
    const auto after = static_cast<int>(levels.lines.size());
    if (after < before) {
        beginResetModel();
        m_levels = levels;
        endResetModel();
        return;
    }
    if (after > before)
        beginInsertRows({}, before, after - 1);
    m_levels = levels;
    if (after > before)
        endInsertRows();
    // What most weights are may have changed.
    if (before > 0)
        Q_EMIT dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
}

int LevelsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_levels.lines.size());
}

int LevelsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

double LevelsModel::number(int row, int column) const
{
    const MgLevelLine &line = m_levels.lines[static_cast<std::size_t>(row)];
    switch (column) {
    case Changed: return static_cast<double>(line.changed);
    case TrainFb: return line.train.fb;
    case DevFb: return line.dev.fb;
    case TestFb: return line.test.fb;
    case TrainImbalance: return line.train.imbalance;
    case DevImbalance: return line.dev.imbalance;
    case TestImbalance: return line.test.imbalance;
    case Mass: return line.test.mass;
    case Perplexity: return line.perplexity;
    case Definitions: return line.definitions;
    case Guards: return static_cast<double>(line.guards);
    case Placebos: return line.placebo ? line.placebo->low : 0;
    case P: return line.placebo ? line.placebo->p : 1;
    case Seconds: return line.seconds;
    default: return row;
    }
}

QString LevelsModel::text(int row, int column) const
{
    const MgLevelLine &line = m_levels.lines[static_cast<std::size_t>(row)];
    const bool isEdited = line.level != uneditedLevel;
    switch (column) {
    case Level: return levelTitle(line.level);
    case Changed: return QLocale().toString(line.changed);
    case Guards: return isEdited ? verdictText(line.guards) : QString();
    case Placebos: return line.placebo ? formatInterval(line.placebo->low, line.placebo->high) : QString();
    case P: return line.placebo ? QString::number(line.placebo->p, 'g', 2) : QString();
    case Seconds: return isEdited ? QLocale().toString(line.seconds, 'f', 1) : QString();
    default: return formatNumber(number(row, column));
    }
}

QVariant LevelsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::DecorationRole:
        return column == Guards && m_levels.lines[static_cast<std::size_t>(row)].level != uneditedLevel
                   ? verdictIcon(m_levels.lines[static_cast<std::size_t>(row)].guards)
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column == Level || column == Guards ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    case NumberRole: return number(row, column);
    case ShareRole: {
        if (column != Changed)
            return {};
        qint64 most = 1;
        for (const MgLevelLine &line : m_levels.lines)
            most = std::max(most, line.changed);
        return number(row, column) / static_cast<double>(most);
    }
    default: return {};
    }
}

QVariant LevelsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole) // in two lines, so that all stand beside one another
        return QStringList{tr("Level"),
                           tr("Weights\nchanged"),
                           tr("FB,\ntrain"),
                           tr("FB,\ndev"),
                           tr("FB,\ntest"),
                           tr("Imbalance,\ntrain"),
                           tr("Imbalance,\ndev"),
                           tr("Imbalance,\ntest"),
                           tr("he + she,\ntest"),
                           tr("Perplexity\n/ before"),
                           tr("Definitions\n/ before"),
                           tr("Guards"),
                           tr("Placebos,\n90 %"),
                           tr("p"),
                           tr("Seconds")}[section];
    if (role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Mass: return tr("P(he) + P(she), a mean over the prompts of the test fold");
    case Perplexity: return tr("Perplexity of the guard's text, as a part of that of the unedited model");
    case Definitions: return tr("Gap of words with a gender by definition, as a part of that of the unedited model");
    case Placebos: return tr("Where 90 % of its placebos have the FB-Score of some of the test fold");
    case P: return tr("Of its kinds of placebos the largest p: the edit's rank among them by that score");
    case Guards: return tr("Whether P(he) + P(she), perplexity and definitions are as they should be");
    default: return {};
    }
}

} // namespace cw
