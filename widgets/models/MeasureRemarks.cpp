// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MeasuresModel.h"
#include "widgets/views/IntervalBar.h"

#include <QCoreApplication>
#include <QDir>

namespace cw {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Measure", text);
}

IntervalBar::Mark markOf(const ShownTaken &taken, int number)
{
    const auto position = static_cast<std::size_t>(number);
    if (position >= taken.summary.numbers.size())
        return {};
    const MeasuredNumber &measured = taken.summary.numbers[position];
    return {measured.value, measured.interval.low, measured.interval.high};
}

} // namespace

QStringList remarks(const ShownMeasures &shown, const ShownMeasure &measure)
{
    QStringList lines;
    const QString before = measure.before().reason;
    const QString after = measure.after().reason;
    if (before == after && !before.isEmpty())
        lines << before;
    for (const auto side : {ShownMeasures::Side::Before, ShownMeasures::Side::After}) {
        const QString &reason = measure.sides[static_cast<std::size_t>(side)].reason;
        if (!reason.isEmpty() && before != after)
            lines << MeasuresModel::tr("%1: not measured. %2").arg(shown.model(side).name, reason);
    }
    for (const ShownTaken &taken : measure.sides) {
        const auto files = taken.progress ? taken.progress->run.files : QVector<MeasureFileFact>();
        for (const MeasureFileFact &file : files) {
            const QString said = MeasuresModel::tr("%1 is not the published file: its SHA-256 is %2.")
                                     .arg(QDir::toNativeSeparators(file.path), file.sha256);
            if (!file.isOfficial && !lines.contains(said))
                lines << said;
        }
    }
    for (const char *caveat : measure.info->caveats)
        lines << MeasuresModel::tr("Against it: %1").arg(translated(caveat));
    lines << MeasuresModel::tr("Source: %1").arg(translated(measure.info->source));
    return lines;
}

IntervalBar intervalBar(const ShownMeasure &measure, int number)
{
    const NumberRule &rule = measure.info->numbers[static_cast<std::size_t>(number)];
    IntervalBar bar;
    bar.before = markOf(measure.before(), number);
    bar.after = markOf(measure.after(), number);
    if (rule.aim == NumberRule::Aim::Ideal)
        bar.ideal = rule.ideal;
    setScale(bar, rule.unit == NumberRule::Unit::Percent);
    return bar;
}

} // namespace cw
