// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TraceTable.h"

#include "app/Terminal.h"
#include "core/analysis/LayerSuggestion.h"
#include "core/data/AlignedRows.h"
#include "core/jobs/LayerWords.h"
#include "widgets/models/TraceDrawing.h"

#include <QCoreApplication>
#include <cmath>

namespace cw {
namespace {

constexpr int widestTable = 16; ///< layers

QString text(const char *key)
{
    return QCoreApplication::translate("TraceTable", key);
}

QString number(double value)
{
    return std::isfinite(value) ? QString::asprintf("%+.3f", value) : QStringLiteral("...");
}

QString probability(double value)
{
    return QString::number(value, 'f', 4);
}

QStringList wholeRow(const EffectMap &map, std::size_t first)
{
    QStringList row;
    for (int layer = 0; layer < map.layers; ++layer)
        row << number(map.effect[first + static_cast<std::size_t>(layer)]);
    return row;
}

/// The largest effect of a token in size, its standard error and its layer.
QStringList largestOf(const EffectMap &map, std::size_t first)
{
    int best = -1;
    for (int layer = 0; layer < map.layers; ++layer) {
        const double value = map.effect[first + static_cast<std::size_t>(layer)];
        if (std::isfinite(value) &&
            (best < 0 || std::abs(value) > std::abs(map.effect[first + static_cast<std::size_t>(best)])))
            best = layer;
    }
    if (best < 0)
        return {QStringLiteral("..."), {}, {}};
    const std::size_t cell = first + static_cast<std::size_t>(best);
    return {number(map.effect[cell]), QStringLiteral("\u00b1 ") + QString::number(map.error[cell], 'f', 3),
            QString::number(best)};
}

QString kindTable(const TraceProgress &trace, std::size_t kind, const QStringList &tokens)
{
    const EffectMap map = effects(trace.result, static_cast<int>(kind), trace.run.settings.quantity);
    const bool isWide = map.layers > widestTable;
    QStringList head{text(QT_TRANSLATE_NOOP("TraceTable", "token"))};
    if (isWide)
        head << text(QT_TRANSLATE_NOOP("TraceTable", "largest")) << text(QT_TRANSLATE_NOOP("TraceTable", "error"))
             << text(QT_TRANSLATE_NOOP("TraceTable", "layer"));
    for (int layer = 0; !isWide && layer < map.layers; ++layer)
        head << QString::number(layer).rightJustified(6);
    QVector<QStringList> rows{head};
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        const std::size_t first = static_cast<std::size_t>(token) * static_cast<std::size_t>(map.layers);
        rows.append(QStringList{tokens[token]} + (isWide ? largestOf(map, first) : wholeRow(map, first)));
    }
    return QStringLiteral("\n%1, %2\n").arg(title(trace.run.input.kinds[kind]), title(trace.run.settings.quantity)) +
           aligned(rows);
}

QString checks(const TraceBase &base)
{
    const double largest = std::max({base.restoreAllError, base.restoreNothingError, base.beforeSubjectError});
    return text(QT_TRANSLATE_NOOP("TraceTable", "Self-checks: largest difference %1")).arg(largest, 0, 'e', 1);
}

/// Which layers an edit of occupations would begin with, as --layers takes them.
QString suggestion(const TraceProgress &trace)
{
    const auto found = suggestedLayers(trace.result, trace.run.input.subjectEnd - 1);
    if (!found)
        return {};
    const QString layers = layerWords(found->first, found->last);
    if (found->first == found->last)
        return text(QT_TRANSLATE_NOOP("TraceTable",
                                      "Suggested for edit lsdm and memit: --layers %1 (its effect, %2, is "
                                      "the largest)\n"))
            .arg(layers, number(found->effect));
    return text(QT_TRANSLATE_NOOP("TraceTable", "Suggested for edit lsdm and memit: --layers %1 (the largest effect, "
                                                "%2, is that of layer %3; the others have at least half of it)\n"))
        .arg(layers, number(found->effect))
        .arg(found->layer);
}

} // namespace

QString traceTable(const TraceProgress &trace, double seconds)
{
    const TraceRun &run = trace.run;
    if (trace.result.base.high.empty())
        return text(QT_TRANSLATE_NOOP("TraceTable", "Nothing is measured yet."));
    QVector<QStringList> rows{{text(QT_TRANSLATE_NOOP("TraceTable", "target")),
                               text(QT_TRANSLATE_NOOP("TraceTable", "clean")),
                               text(QT_TRANSLATE_NOOP("TraceTable", "corrupted"))}};
    for (const TargetBar &bar : targetBars(run))
        rows.append({bar.target, probability(bar.clean), probability(bar.corrupted)});
    QString table = caption(run) + u'\n' + aligned(rows) + checks(trace.result.base) + u'\n';
    QStringList tokens = tokenNames(run);
    for (qsizetype i = run.input.subjectBegin; i < run.input.subjectEnd; ++i)
        tokens[i] += u'*';
    for (std::size_t kind = 0; kind < run.input.kinds.size(); ++kind)
        table += kindTable(trace, kind, tokens);
    return table + u'\n' + suggestion(trace) +
           text(QT_TRANSLATE_NOOP("TraceTable", "* subject   %1 s on %2, %3\n"))
               .arg(seconds, 0, 'f', 2)
               .arg(run.device, run.dtype);
}

} // namespace cw
