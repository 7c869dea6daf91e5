// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/MeasureList.h"

#include "core/jobs/Attempt.h"
#include "core/measures/Measure.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace cw {

namespace {

constexpr int nameRole = Qt::UserRole;

QString tipOf(const MeasureInfo &info)
{
    QStringList lines{QCoreApplication::translate("Measure", info.source)};
    for (const char *caveat : info.caveats)
        lines << QCoreApplication::translate("Measure", caveat);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

MeasureList::MeasureList(QWidget *parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Measures to take"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    for (const Measure &measure : measures()) {
        const bool isGuard = measure.info.role == MeasureInfo::Role::Guard;
        auto *row = new QTreeWidgetItem(
            this, {QCoreApplication::translate("Measure", measure.info.title), isGuard ? tr("guard") : tr("bias")});
        row->setData(0, nameRole, QLatin1String(measure.info.name));
        row->setCheckState(0, Qt::Unchecked);
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        row->setToolTip(0, tipOf(measure.info));
    }
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setCurrentItem(topLevelItem(0));
    connect(this, &QTreeWidget::itemChanged, this, &MeasureList::ticksChanged);
}

QStringList MeasureList::ticked() const
{
    QStringList names;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *row = topLevelItem(i);
        if (row->checkState(0) == Qt::Checked && !row->isDisabled())
            names << row->data(0, nameRole).toString();
    }
    return names;
}

void MeasureList::setTicked(const QStringList &names)
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *row = topLevelItem(i);
        row->setCheckState(0, names.contains(row->data(0, nameRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

void MeasureList::tickAll(bool ticked)
{
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (!topLevelItem(i)->isDisabled())
            topLevelItem(i)->setCheckState(0, ticked ? Qt::Checked : Qt::Unchecked);
}

void MeasureList::setMasked(bool isMasked)
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *row = topLevelItem(i);
        const MeasureInfo &info = measureNamed(row->data(0, nameRole).toString())->info;
        const Result<void> fits = attempt([&info, isMasked] { requireForm(info, isMasked); });
        row->setDisabled(!fits);
        row->setToolTip(0, fits ? tipOf(info) : describe(fits.error()));
    }
    Q_EMIT ticksChanged();
}

} // namespace cw
