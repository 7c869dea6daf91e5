// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/WeightTree.h"

#include <QWidget>

class QTreeView;

namespace cw {

class PartFinder;
class WrappedLabel;

/// The tree of layers and modules with a field to search it.
class PartTree final : public QWidget {
    Q_OBJECT
public:
    explicit PartTree(WeightTree &parts, QWidget *parent = nullptr);

    /// The part that is looked at, -1: none.
    int current() const;
    /// Also where the search has not found it: then the search is left.
    void choose(int part);
    /// A column of which nothing is known takes no room.
    void setKnown(WeightTree::Column column, bool isKnown);

Q_SIGNALS:
    void currentChanged();

private:
    void follow();
    void find(const QString &words);

    WeightTree &m_parts;
    PartFinder *m_finder;
    QTreeView *m_tree;
    int m_current = -1;
    bool m_isFiltering = false; ///< rows go because of the search
    WrappedLabel *m_none;       ///< why the tree is empty
};

} // namespace cw
