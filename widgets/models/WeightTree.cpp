// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/WeightTree.h"

#include "core/project/TickedWeights.h"
#include "widgets/style/Numbers.h"

#include <QLocale>
#include <cmath>
#include <limits>

namespace cw {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

QString countText(qint64 count)
{
    return count > 0 ? QLocale().toString(count) : QString();
}

} // namespace

WeightTree::WeightTree(TickedWeights &ticks, QObject *parent) : QAbstractItemModel(parent), m_ticks(ticks)
{
    connect(&m_ticks, &TickedWeights::changed, this, &WeightTree::follow);
    connect(&m_ticks, &TickedWeights::partsChanged, this, &WeightTree::rebuild);
    rebuild();
}

void WeightTree::rebuild()
{
    beginResetModel();
    m_groups.clear();
    const QVector<WeightPart> &parts = m_ticks.parts();
    for (int part = 0; part < static_cast<int>(parts.size()); ++part) {
        const bool isNew = part == 0 || parts[part].layer < 0 || parts[part].layer != parts[part - 1].layer;
        if (isNew)
            m_groups.append(QVector<int>());
        m_groups.last().append(part);
    }
    m_norms.fill(unknown, parts.size());
    m_gradients.fill(unknown, parts.size());
    endResetModel();
}

void WeightTree::follow(int part)
{
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex top = index(group, 0);
        if (part >= 0 && !m_groups[group].contains(part))
            continue;
        Q_EMIT dataChanged(top, index(group, Ticked));
        Q_EMIT dataChanged(index(0, 0, top), index(rowCount(top) - 1, Ticked, top));
    }
}

void WeightTree::setNumber(Column column, int part, double number)
{
    (column == Gradient ? m_gradients : m_norms)[part] = number;
    const QModelIndex changed = indexOf(part).siblingAtColumn(column);
    Q_EMIT dataChanged(changed, changed);
}

void WeightTree::setVotes(const QHash<QString, qint64> &votes)
{
    m_votes.clear();
    for (auto vote = votes.begin(); vote != votes.end(); ++vote)
        m_votes[vote.key().section(u':', 0, 0)] += vote.value();
    follow(-1);
}

void WeightTree::setEffects(const QVector<LayerEffect> &effects)
{
    m_effects = effects;
    follow(-1);
}

double WeightTree::effectOf(int part) const
{
    const WeightPart &of = m_ticks.parts()[part];
    if (of.layer < 0 || of.layer >= static_cast<int>(m_effects.size()))
        return unknown;
    return of.name.contains(QLatin1String(".attn.")) ? m_effects[of.layer].attention : m_effects[of.layer].mlp;
}

int WeightTree::partOf(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0
               ? m_groups[static_cast<int>(index.internalId()) - 1].at(index.row())
               : -1;
}

QModelIndex WeightTree::indexOf(int part) const
{
    for (int group = 0; group < rowCount(); ++group)
        if (const qsizetype row = m_groups[group].indexOf(part); row >= 0)
            return index(static_cast<int>(row), 0, index(group, 0));
    return {};
}

QModelIndex WeightTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // The id of a part is its group's row, from 1 on; that of a group is 0.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex WeightTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0));
}

int WeightTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? static_cast<int>(m_groups[parent.row()].size()) : 0;
}

int WeightTree::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVector<int> WeightTree::partsOf(const QModelIndex &index) const
{
    const int part = partOf(index);
    if (part >= 0)
        return {part};
    QVector<int> modules; // its neurons are weights of its modules
    for (const int each : m_groups[index.row()])
        if (m_ticks.parts()[each].kind == WeightPart::Kind::Rows)
            modules.append(each);
    return modules;
}

Qt::CheckState WeightTree::ticked(const QVector<int> &parts) const
{
    bool all = true;
    bool none = true;
    for (const int part : parts) {
        all = all && m_ticks.count(part) == m_ticks.parts()[part].count;
        none = none && m_ticks.count(part) == 0 && m_ticks.singles(part) == 0;
    }
    return none ? Qt::Unchecked : all ? Qt::Checked : Qt::PartiallyChecked;
}

QString WeightTree::groupText(int group, int column) const
{
    const int layer = m_ticks.parts()[m_groups[group].first()].layer;
    if (column == Name && layer >= 0)
        return tr("Layer %1").arg(layer);
    if (column == Name)
        return m_ticks.parts()[m_groups[group].first()].name == QLatin1String("head") ? tr("Head") : tr("Embedding");
    if (column == Votes && layer >= 0)
        return countText(m_votes.value(QStringLiteral("layers.%1").arg(layer)));
    if (column != Ticked)
        return {};
    qint64 count = 0;
    for (const int part : m_groups[group])
        count += m_ticks.count(part) + m_ticks.singles(part);
    return countText(count);
}

QString WeightTree::partText(int part, int column) const
{
    const WeightPart &of = m_ticks.parts()[part];
    const QLocale locale;
    switch (column) {
    case Name:
        if (of.kind == WeightPart::Kind::Neurons)
            return tr("neurons");
        return of.layer < 0 ? of.name : of.name.section(u'.', 2);
    case Size: return QStringLiteral("%1 × %2").arg(locale.toString(of.count), locale.toString(of.width));
    case Norm: return formatNumber(m_norms[part]);
    case Gradient: return formatNumber(m_gradients[part]);
    case Effect: return formatEffect(effectOf(part));
    case Votes: return of.kind == WeightPart::Kind::Rows ? countText(m_votes.value(of.name)) : QString();
    case Ticked: return countText(m_ticks.count(part) + m_ticks.singles(part));
    default: return {};
    }
}

QString WeightTree::text(const QModelIndex &index) const
{
    const int part = partOf(index);
    return part < 0 ? groupText(index.row(), index.column()) : partText(part, index.column());
}

double WeightTree::partNumber(int part, int column) const
{
    const WeightPart &of = m_ticks.parts()[part];
    switch (column) {
    case Size: return static_cast<double>(of.count) * static_cast<double>(of.width);
    case Norm: return m_norms[part];
    case Gradient: return m_gradients[part];
    case Effect: return effectOf(part);
    case Votes: return static_cast<double>(m_votes.value(of.name));
    case Ticked: return static_cast<double>(m_ticks.count(part) + m_ticks.singles(part));
    default: return part;
    }
}

double WeightTree::groupNumber(int group, int column) const
{
    const int layer = m_ticks.parts()[m_groups[group].first()].layer;
    if (column == Votes && layer >= 0)
        return static_cast<double>(m_votes.value(QStringLiteral("layers.%1").arg(layer)));
    double largest = std::numeric_limits<double>::quiet_NaN();
    for (const int part : m_groups[group])
        if (const double number = partNumber(part, column); !(number <= largest) && !std::isnan(number))
            largest = number;
    return largest;
}

double WeightTree::number(const QModelIndex &index) const
{
    const int part = partOf(index);
    return part < 0 ? groupNumber(index.row(), index.column()) : partNumber(part, index.column());
}

QVariant WeightTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int part = partOf(index);
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case NumberRole: return number(index);
    case FullNameRole: return part >= 0 ? m_ticks.parts()[part].name : QString();
    case Qt::CheckStateRole: return index.column() == Name ? QVariant(ticked(partsOf(index))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (part >= 0 && m_ticks.parts()[part].isTied)
            return tr("The head is tied to it: what is edited here changes both.");
        if (part >= 0 && m_ticks.parts()[part].kind == WeightPart::Kind::Neurons)
            return tr("Hidden units of the MLP: what each writes is a column of mlp.out.");
        return part >= 0 ? m_ticks.parts()[part].name : QVariant();
    default: return {};
    }
}

bool WeightTree::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return false;
    for (const int part : partsOf(index))
        m_ticks.tickAll(part, value.toInt() == Qt::Checked);
    return true;
}

QVariant WeightTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList titles{tr("Module"), tr("Size"),  tr("Norm"),  tr("Gradient"),
                             tr("Effect"), tr("Votes"), tr("Ticked")};
    const QStringList tips{
        {},
        tr("Rows by the weights in each"),
        tr("Euclidean norm of its weights in the checkpoint, without edits"),
        tr("Euclidean norm of the gradient of the loss of the prompts that locating reads, in the checkpoint"),
        tr("The largest effect that the shown trace found in its layer: of attention or of the MLP"),
        tr("How many prompts voted for it, or for something in it, when places were located"),
        tr("How many of its rows, neurons and single weights are ticked")};
    if (role == Qt::ToolTipRole)
        return tips[section];
    return role == Qt::DisplayRole ? titles[section] : QVariant();
}

Qt::ItemFlags WeightTree::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Name ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace cw
