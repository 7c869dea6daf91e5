// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/PartFinder.h"

#include "widgets/models/WeightTree.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s.,]+"));
    return text.toLower().split(gaps, Qt::SkipEmptyParts);
}

/// A number stands for itself alone: 1 is not in 12.
bool stands(const QString &word, const QStringList &names)
{
    bool isNumber = false;
    word.toInt(&isNumber);
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &name) { return isNumber ? name == word : name.contains(word); });
}

} // namespace

PartFinder::PartFinder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setSortRole(WeightTree::NumberRole);
}

void PartFinder::find(const QString &words)
{
    m_words = wordsOf(words);
    invalidateFilter();
}

bool PartFinder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, WeightTree::Name, parent);
    const QStringList names = wordsOf(parent.data().toString() + u' ' + index.data().toString() + u' ' +
                                      index.data(WeightTree::FullNameRole).toString());
    return std::all_of(m_words.begin(), m_words.end(), [&names](const QString &word) { return stands(word, names); });
}

bool PartFinder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == WeightTree::Name)
        return left.row() < right.row();
    const double a = left.data(sortRole()).toDouble();
    const double b = right.data(sortRole()).toDouble();
    if (std::isnan(a) || std::isnan(b)) // what is not known comes last when the largest comes first
        return std::isnan(a) && !std::isnan(b);
    return a < b;
}

} // namespace cw
