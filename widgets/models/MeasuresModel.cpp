// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MeasuresModel.h"

#include "widgets/models/VerdictIcon.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/IntervalBar.h"

#include <QCoreApplication>
#include <QFont>
#include <QLocale>

namespace cw {

namespace {

using State = ShownTaken::State;

constexpr quintptr top = 0; ///< the internal id of measures; that of numbers is 1 + the measure's row

QString translated(const char *text)
{
    return QCoreApplication::translate("Measure", text);
}

const MeasuredNumber *numberOf(const ShownTaken &taken, int number)
{
    const auto position = static_cast<std::size_t>(number);
    return position < taken.summary.numbers.size() ? &taken.summary.numbers[position] : nullptr;
}

const NumberChange *changeOf(const ShownMeasure &measure, int number)
{
    return measure.comparison ? &measure.comparison->changes[static_cast<std::size_t>(number)] : nullptr;
}

bool isText(int column)
{
    using Model = MeasuresModel;
    return column == Model::Name || column == Model::Bar || column == Model::Items || column == Model::Goal ||
           column == Model::Guard;
}

QString percentText(double value)
{
    const QString digits = QLocale::c().toString(std::abs(value), 'f', 2);
    return (value < 0 ? QString(QChar(0x2212)) : QString()) + digits + QStringLiteral(" %");
}

QString valueText(const NumberRule &rule, double value)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (rule.unit == NumberRule::Unit::Count)
        return QLocale::c().toString(value, 'f', 0);
    return rule.unit == NumberRule::Unit::Percent ? percentText(value) : formatNumber(value);
}

QString valueText(const ShownMeasure &measure, const ShownTaken &taken, int number)
{
    const MeasuredNumber *measured = numberOf(taken, number);
    return measured ? valueText(measure.info->numbers[static_cast<std::size_t>(number)], measured->value) : QString();
}

QString itemsText(const ShownTaken &taken)
{
    if (taken.counts.total == 0)
        return {};
    QStringList parts{MeasuresModel::tr("%1 of %2").arg(taken.counts.measured).arg(taken.counts.total)};
    if (taken.counts.leftOut > 0)
        parts << MeasuresModel::tr("%1 left out").arg(taken.counts.leftOut);
    if (taken.counts.spared > 0)
        parts << MeasuresModel::tr("%1 spared").arg(taken.counts.spared);
    if (taken.counts.cut > 0)
        parts << MeasuresModel::tr("%1 cut").arg(taken.counts.cut);
    return parts.join(QStringLiteral(" · "));
}

QString stateText(const ShownTaken &taken)
{
    switch (taken.state) {
    case State::Waiting: return MeasuresModel::tr("waiting");
    case State::Running: return MeasuresModel::tr("running");
    case State::Stopped: return MeasuresModel::tr("stopped");
    case State::NotRun: return MeasuresModel::tr("not measured");
    case State::Done: return MeasuresModel::tr("measured");
    case State::None: break;
    }
    return {};
}

QIcon iconOf(const ShownMeasure &measure)
{
    const auto has = [&measure](State state) {
        return measure.before().state == state || measure.after().state == state;
    };
    if (has(State::Running))
        return icon(QStringLiteral("run"), Role::Accent);
    if (has(State::Waiting))
        return icon(QStringLiteral("recent"), Role::Muted);
    if (has(State::NotRun))
        return icon(QStringLiteral("warning"), Role::Warning);
    return has(State::Stopped) ? icon(QStringLiteral("stop"), Role::Muted) : icon(QStringLiteral("check"), Role::Good);
}

QString aimText(const NumberRule &rule)
{
    switch (rule.aim) {
    case NumberRule::Aim::Lower: return MeasuresModel::tr("Lower is better.");
    case NumberRule::Aim::Higher: return MeasuresModel::tr("Higher is better.");
    case NumberRule::Aim::Ideal: return MeasuresModel::tr("Ideal: %1.").arg(valueText(rule, rule.ideal));
    case NumberRule::Aim::None: break;
    }
    return {};
}

/// Why a measure could not be taken stands behind its title: no cell of a number has room for it.
QString nameText(const ShownMeasure &measure)
{
    const QString title = translated(measure.info->title);
    if (!measure.isNotRun())
        return title;
    const QString reason = measure.before().reason.isEmpty() ? measure.after().reason : measure.before().reason;
    return MeasuresModel::tr("%1: not measured. %2").arg(title, reason);
}

} // namespace

MeasuresModel::MeasuresModel(ShownMeasures &shown, QObject *parent) : QAbstractItemModel(parent), m_shown(shown)
{
    connect(&m_shown, &ShownMeasures::opened, this, &MeasuresModel::reset);
    connect(&m_shown, &ShownMeasures::changed, this, &MeasuresModel::update);
    reset();
}

void MeasuresModel::reset()
{
    beginResetModel();
    m_children.clear();
    for (const ShownMeasure &row : m_shown.rows())
        m_children.push_back(row.isNotRun() ? 0 : static_cast<int>(row.info->numbers.size()));
    endResetModel();
}

void MeasuresModel::update(int row)
{
    const ShownMeasure &measure = m_shown.rows()[static_cast<std::size_t>(row)];
    const int wanted = measure.isNotRun() ? 0 : static_cast<int>(measure.info->numbers.size());
    int &children = m_children[static_cast<std::size_t>(row)];
    const QModelIndex parent = index(row, 0);
    if (wanted > children) {
        beginInsertRows(parent, children, wanted - 1);
        children = wanted;
        endInsertRows();
    } else if (wanted < children) {
        beginRemoveRows(parent, wanted, children - 1);
        children = wanted;
        endRemoveRows();
    }
    Q_EMIT dataChanged(parent, index(row, ColumnCount - 1));
    if (children > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(children - 1, ColumnCount - 1, parent));
}

int MeasuresModel::measureOf(const QModelIndex &index)
{
    if (!index.isValid())
        return -1;
    return index.internalId() == top ? index.row() : static_cast<int>(index.internalId() - 1);
}

QModelIndex MeasuresModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : top);
}

QModelIndex MeasuresModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != top ? createIndex(measureOf(index), 0, top) : QModelIndex();
}

int MeasuresModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_children.size());
    const bool hasChildren = parent.internalId() == top && parent.column() == 0;
    return hasChildren ? m_children[static_cast<std::size_t>(parent.row())] : 0;
}

int MeasuresModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant MeasuresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShownMeasure &measure = m_shown.rows()[static_cast<std::size_t>(measureOf(index))];
    const bool isMeasure = index.internalId() == top;
    const int number = isMeasure ? 0 : index.row();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return isMeasure ? nameText(measure)
                             : translated(measure.info->numbers[static_cast<std::size_t>(number)].title);
        if (!isMeasure && (index.column() == Items || index.column() == Goal || index.column() == Flipped))
            return {};
        return text(measure, number, index.column());
    case Qt::DecorationRole:
        if (isMeasure && index.column() == Name)
            return iconOf(measure);
        if (const NumberChange *change = changeOf(measure, number); change && index.column() == Guard)
            return verdictIcon(change->verdict);
        return {};
    case Qt::TextAlignmentRole: {
        const bool isNumber = !isText(index.column()) && !measure.isNotRun();
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ToolTipRole: return toolTip(measure, number, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Bar ? text(measure, number, Range) : data(index, Qt::DisplayRole);
    case BarRole: return index.column() == Bar ? QVariant::fromValue(intervalBar(measure, number)) : QVariant();
    default: return {};
    }
}

QString MeasuresModel::text(const ShownMeasure &measure, int number, int column) const
{
    if (measure.isNotRun())
        return {};
    const MeasuredNumber *before = numberOf(measure.before(), number);
    switch (column) {
    case Value:
        if (measure.before().state == State::NotRun)
            return stateText(measure.before());
        if (!before || (measure.before().state == State::Running && std::isnan(before->value)))
            return stateText(measure.before());
        return valueText(measure, measure.before(), number);
    case Range: return before ? formatInterval(before->interval.low, before->interval.high) : QString();
    case Items: return itemsText(measure.before().counts.total > 0 ? measure.before() : measure.after());
    case Goal:
        for (const ShownTaken &taken : measure.sides)
            if (taken.progress)
                return taken.progress->run.goal;
        return {};
    case After:
        if (measure.after().state == State::NotRun || !numberOf(measure.after(), number))
            return stateText(measure.after());
        return valueText(measure, measure.after(), number);
    default: return changeText(measure, number, column);
    }
}

QString MeasuresModel::changeText(const ShownMeasure &measure, int number, int column) const
{
    const NumberChange *change = changeOf(measure, number);
    if (!change)
        return {};
    switch (column) {
    case Change: {
        const QString range = formatInterval(change->interval.low, change->interval.high);
        return formatNumber(change->change()) + (range.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(range));
    }
    case P: return formatProbability(change->adjustedP);
    case Guard: return verdictText(change->verdict);
    case Flipped:
        return std::isnan(measure.comparison->flipped) ? QString() : percentText(100 * measure.comparison->flipped);
    default: return {};
    }
}

QString MeasuresModel::toolTip(const ShownMeasure &measure, int number, int column) const
{
    if (measure.isNotRun() || column == Name)
        return remarks(m_shown, measure).join(QLatin1Char('\n'));
    QStringList lines{translated(measure.info->numbers[static_cast<std::size_t>(number)].title),
                      aimText(measure.info->numbers[static_cast<std::size_t>(number)])};
    const NumberChange *change = changeOf(measure, number);
    if (change && isOfComparison(column)) {
        lines << tr("%1 items of both models").arg(measure.comparison->pairs);
        if (!std::isnan(change->p))
            lines << tr("p of this number alone: %1").arg(formatProbability(change->p));
    }
    if (column == Items && m_shown.hasAfter())
        lines << m_shown.model(ShownMeasures::Side::After).name + QStringLiteral(": ") + itemsText(measure.after());
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QVariant MeasuresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Measure");
    case Value: return m_shown.hasAfter() ? tr("Before") : tr("Value");
    case Range: return tr("95 % interval");
    case Bar: return tr("On its scale");
    case Items: return tr("Items");
    case Goal: return tr("Goal");
    case After: return tr("After");
    case Change: return tr("Change [95 %]");
    case P: return tr("p (Holm)");
    case Guard: return tr("Guard");
    case Flipped: return tr("Flipped");
    default: return {};
    }
}

} // namespace cw
