// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/PartTree.h"

#include "widgets/models/PartFinder.h"
#include "widgets/models/WeightRows.h"
#include "widgets/panels/NormDelegate.h"
#include "widgets/views/WrappedLabel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace cw {

PartTree::PartTree(WeightTree &parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_finder(new PartFinder(this)), m_tree(new QTreeView(this)),
      m_none(new WrappedLabel(this))
{
    m_finder->setSourceModel(&m_parts);
    m_tree->setObjectName(QStringLiteral("weightTree"));
    m_tree->setAccessibleName(tr("Layers and modules"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setModel(m_finder);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(WeightTree::Name, Qt::AscendingOrder);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new NormDelegate(WeightRows::ShareRole, m_tree));
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(true);
    auto *search = new QLineEdit(this);
    search->setObjectName(QStringLiteral("partSearch"));
    search->setPlaceholderText(tr("Search: 3 mlp"));
    search->setAccessibleName(tr("Search for layers and modules"));
    search->setClearButtonEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(search);
    m_none->setText(tr("No layer or module has these words in its name."));
    m_none->hide();
    layout->addWidget(m_none);
    layout->addWidget(m_tree, 1);
    connect(search, &QLineEdit::textChanged, this, &PartTree::find);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &PartTree::follow);
    connect(&m_parts, &WeightTree::modelReset, this, [this] {
        m_current = -1;
        Q_EMIT currentChanged();
    });
}

/// What a search hides is still what is looked at.
void PartTree::follow()
{
    const int part = m_parts.partOf(m_finder->mapToSource(m_tree->currentIndex()));
    if (part == m_current || (part < 0 && m_isFiltering))
        return;
    m_current = part;
    Q_EMIT currentChanged();
}

/// What is found is seen at once.
void PartTree::find(const QString &words)
{
    m_isFiltering = true;
    m_finder->find(words);
    m_isFiltering = false;
    if (m_current >= 0 && m_finder->mapFromSource(m_parts.indexOf(m_current)).isValid())
        m_tree->setCurrentIndex(m_finder->mapFromSource(m_parts.indexOf(m_current)));
    m_none->setVisible(m_finder->isFinding() && m_finder->rowCount() == 0);
    if (m_finder->isFinding())
        m_tree->expandAll();
}

int PartTree::current() const
{
    return m_current;
}

void PartTree::choose(int part)
{
    const QModelIndex index = m_parts.indexOf(part);
    if (!m_finder->mapFromSource(index).isValid())
        findChild<QLineEdit *>(QStringLiteral("partSearch"))->clear();
    m_tree->setCurrentIndex(m_finder->mapFromSource(index));
}

void PartTree::setKnown(WeightTree::Column column, bool isKnown)
{
    m_tree->setColumnHidden(column, !isKnown);
}

} // namespace cw
