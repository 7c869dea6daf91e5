// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/TraceDrawing.h"

#include "widgets/views/TokenStrip.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>
#include <numeric>

namespace cw {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("TraceDrawing", sentence);
}

/// What the layers of a map are: state is restored at one layer, the others in a window.
QString layerLabel(TraceKind kind, int window)
{
    if (kind == TraceKind::State || window <= 1)
        return text(QT_TRANSLATE_NOOP("TraceDrawing", "restored layer"));
    return text(QT_TRANSLATE_NOOP("TraceDrawing", "centre of %1 restored layers")).arg(window);
}

} // namespace

QString title(TraceKind kind)
{
    switch (kind) {
    case TraceKind::State: return text(QT_TRANSLATE_NOOP("TraceDrawing", "State"));
    case TraceKind::Mlp: return text(QT_TRANSLATE_NOOP("TraceDrawing", "MLP"));
    case TraceKind::Attn: return text(QT_TRANSLATE_NOOP("TraceDrawing", "Attention"));
    }
    return {};
}

QString title(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Aligned: return text(QT_TRANSLATE_NOOP("TraceDrawing", "aligned effect"));
    case Quantity::Abs: return text(QT_TRANSLATE_NOOP("TraceDrawing", "effect on |gap|"));
    case Quantity::P: return text(QT_TRANSLATE_NOOP("TraceDrawing", "effect on P"));
    case Quantity::LogOdds: return text(QT_TRANSLATE_NOOP("TraceDrawing", "effect on log-odds"));
    }
    return {};
}

QString title(TokenRole role, bool masked)
{
    switch (role) {
    case TokenRole::FirstSubject: return text(QT_TRANSLATE_NOOP("TraceDrawing", "first subject token"));
    case TokenRole::MiddleSubject: return text(QT_TRANSLATE_NOOP("TraceDrawing", "middle subject tokens"));
    case TokenRole::LastSubject: return text(QT_TRANSLATE_NOOP("TraceDrawing", "last subject token"));
    case TokenRole::FirstSubsequent: return text(QT_TRANSLATE_NOOP("TraceDrawing", "first subsequent token"));
    case TokenRole::Further: return text(QT_TRANSLATE_NOOP("TraceDrawing", "further tokens"));
    case TokenRole::Last:
        return masked ? text(QT_TRANSLATE_NOOP("TraceDrawing", "mask"))
                      : text(QT_TRANSLATE_NOOP("TraceDrawing", "last token"));
    }
    return {};
}

QStringList tokenNames(const TraceRun &run)
{
    Encoding tokens;
    tokens.tokens = run.tokens;
    tokens.offsets = run.offsets;
    QStringList names;
    for (const QString &label : tokenLabels(run.settings.prompt, tokens))
        names << label;
    return names;
}

std::vector<Heatmap> heatmaps(const TraceRun &run, const std::vector<EffectMap> &effects, const DrawingChoice &choice)
{
    std::vector<Heatmap> maps;
    double shared = 0;
    const QStringList names = tokenNames(run);
    for (std::size_t kind = 0; kind < effects.size(); ++kind) {
        Heatmap map;
        map.title = title(run.input.kinds[kind]);
        map.unit = choice.errors ? text(QT_TRANSLATE_NOOP("TraceDrawing", "standard error")) : title(choice.quantity);
        map.layerLabel = layerLabel(run.input.kinds[kind], run.input.window);
        map.tokens = names;
        map.subjectBegin = run.input.subjectBegin;
        map.subjectEnd = run.input.subjectEnd;
        map.layers = effects[kind].layers;
        map.isSigned = !choice.errors;
        map.values = choice.errors ? effects[kind].error : effects[kind].effect;
        if (!choice.errors)
            map.errors = effects[kind].error;
        map.limit = map.scaleEnd();
        shared = std::max(shared, map.limit);
        maps.push_back(std::move(map));
    }
    for (Heatmap &map : maps)
        map.limit = choice.sameScale ? shared : map.limit;
    return maps;
}

std::vector<LineChart> roleCharts(const TraceRun &run, const std::vector<EffectMap> &effects, Quantity quantity)
{
    std::vector<LineChart> charts;
    LineChart range;
    for (std::size_t kind = 0; kind < effects.size(); ++kind) {
        RoleEffects roles = roleEffects(effects[kind], run.input.subjectBegin, run.input.subjectEnd, run.input.readAt);
        LineChart chart;
        chart.title = title(run.input.kinds[kind]);
        chart.unit = title(quantity);
        chart.layerLabel = layerLabel(run.input.kinds[kind], run.input.window);
        chart.layers = roles.layers;
        for (std::size_t role = 0; role < tokenRoles.size(); ++role)
            chart.lines.push_back({title(tokenRoles[role], run.input.isMasked()), static_cast<int>(role),
                                   std::move(roles.effect[role]), std::move(roles.error[role])});
        range.include(chart);
        charts.push_back(std::move(chart));
    }
    for (LineChart &chart : charts) {
        chart.low = range.low;
        chart.high = range.high;
    }
    return charts;
}

std::vector<TargetBar> targetBars(const TraceRun &run)
{
    std::vector<TargetBar> bars;
    for (std::size_t target = 0; target < run.base.high.size() && target < run.base.low.size(); ++target) {
        const std::vector<double> &low = run.base.low[target];
        const auto count = static_cast<double>(low.size());
        const double mean = std::accumulate(low.begin(), low.end(), 0.0) / count;
        double squares = 0;
        for (const double p : low)
            squares += (p - mean) * (p - mean);
        TargetBar bar;
        bar.target = run.settings.targets.value(static_cast<qsizetype>(target)).trimmed();
        bar.clean = run.base.high[target];
        bar.corrupted = mean;
        bar.corruptedError =
            count > 1 ? std::sqrt(squares / (count - 1) / count) : std::numeric_limits<double>::quiet_NaN();
        bars.push_back(bar);
    }
    return bars;
}

QString caption(const TraceRun &run)
{
    QStringList targets;
    for (const QString &target : run.settings.targets)
        targets << target.trimmed();
    const QString asked =
        QStringLiteral("%1 → %2").arg(run.settings.prompt.simplified(), targets.join(QStringLiteral(", ")));
    const QStringList edits = editLines(run);
    return edits.isEmpty()
               ? asked
               : text(QT_TRANSLATE_NOOP("TraceDrawing", "%1 (with %2)")).arg(asked, edits.join(QStringLiteral(", ")));
}

QStringList editLines(const TraceRun &run)
{
    QStringList lines;
    for (const StackSnapshot::Part &part : run.stack.parts)
        lines << (part.alpha == 1 ? part.title
                                  : QStringLiteral("%1 × %2").arg(part.title, QString::number(part.alpha, 'g', 4)));
    return lines;
}

} // namespace cw
