// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/bench/MeasureBench.h"
#include "core/bench/PreviewBench.h"
#include "core/bench/TokenizerBench.h"
#include "core/bench/TokenizerKinds.h"
#include "core/bench/TraceBench.h"
#include "core/checkpoint/JsonFile.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/AlignedRows.h"
#include "core/data/DemoGrammar.h"
#include "core/data/Resources.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ProbeSet.h"
#include "core/jobs/Threads.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

const QString quickOption = QStringLiteral("quick");
const QString textOption = QStringLiteral("text");
const QStringList benches{QStringLiteral("trace"), QStringLiteral("tokenizer"), QStringLiteral("measure"),
                          QStringLiteral("preview")};
constexpr double traceBar = 7;
constexpr double measureBar = 2.2;
constexpr double estimateBar = 0.05;   // seconds
constexpr double exactBar = 1.5;       // on the shape of GPT-2 small
constexpr double exactOfDemoBar = 0.1; // on the demo model
constexpr qsizetype textBytes = 2000000;
constexpr qint64 longestText = qint64{1} << 30;

/// One benchmark as JSON and as a table.
struct Measured {
    QJsonObject json;
    QString table;
};

QString text(const char *key)
{
    return QCoreApplication::translate("Bench", key);
}

QString times(double ratio)
{
    return QString::number(ratio, 'f', 2) + QStringLiteral(" x");
}

QString seconds(double value)
{
    return QString::number(value, 'f', 2) + QStringLiteral(" s");
}

QString rate(double value)
{
    return QString::number(value / 1e9, 'f', 1) + QStringLiteral(" GFLOP/s");
}

/// What a ratio says of the least one that is asked for.
QString verdict(double ratio, double bar, double drift, bool isQuiet)
{
    if (!isQuiet)
        return text(QT_TRANSLATE_NOOP("Bench", "not quiet: the calibration product drifted by %1 %, so there is no "
                                               "verdict"))
            .arg(100 * drift, 0, 'f', 1);
    return (ratio >= bar ? text(QT_TRANSLATE_NOOP("Bench", "the bar of %1 x is met"))
                         : text(QT_TRANSLATE_NOOP("Bench", "the bar of %1 x is missed")))
        .arg(bar);
}

template <class Result> QString verdict(const Result &result, double bar, bool isQuick)
{
    return isQuick ? text(QT_TRANSLATE_NOOP("Bench", "a smaller shape, without a bar"))
                   : verdict(result.ratio, bar, result.drift, result.quiet);
}

QString traceText(const TraceBenchResult &result, bool isQuick)
{
    return aligned(
        {{text(QT_TRANSLATE_NOOP("Bench", "exact sweep")), seconds(result.exactSeconds), rate(result.exactRate)},
         {text(QT_TRANSLATE_NOOP("Bench", "loop")), seconds(result.loopSeconds), rate(result.loopRate)},
         {text(QT_TRANSLATE_NOOP("Bench", "loop, last position only")), seconds(result.lastPositionSeconds)},
         {text(QT_TRANSLATE_NOOP("Bench", "bare matrix product")), {}, rate(result.productRate)},
         {text(QT_TRANSLATE_NOOP("Bench", "loop / exact")), times(result.ratio), verdict(result, traceBar, isQuick)},
         {text(QT_TRANSLATE_NOOP("Bench", "last position / exact")), times(result.lastPositionRatio)},
         {text(QT_TRANSLATE_NOOP("Bench", "largest difference")), QString::number(result.difference, 'e', 1)}});
}

Measured benchTracing(bool isQuick, const Terminal &terminal)
{
    TerminalMonitor monitor(terminal);
    const TraceBenchResult result =
        benchTrace(isQuick ? TraceBenchShape::quick() : TraceBenchShape::gpt2Small(), monitor);
    return {{{QStringLiteral("exactSeconds"), result.exactSeconds},
             {QStringLiteral("loopSeconds"), result.loopSeconds},
             {QStringLiteral("lastPositionSeconds"), result.lastPositionSeconds},
             {QStringLiteral("ratio"), result.ratio},
             {QStringLiteral("lastPositionRatio"), result.lastPositionRatio},
             {QStringLiteral("difference"), result.difference},
             {QStringLiteral("exactFlop"), result.exactFlop},
             {QStringLiteral("loopFlop"), result.loopFlop},
             {QStringLiteral("exactRate"), result.exactRate},
             {QStringLiteral("loopRate"), result.loopRate},
             {QStringLiteral("productRate"), result.productRate},
             {QStringLiteral("drift"), result.drift},
             {QStringLiteral("quiet"), result.quiet},
             {QStringLiteral("quick"), isQuick}},
            traceText(result, isQuick)};
}

QString measureText(const MeasureBenchResult &result, bool isQuick)
{
    return aligned(
        {{text(QT_TRANSLATE_NOOP("Bench", "packed")), seconds(result.packedSeconds)},
         {text(QT_TRANSLATE_NOOP("Bench", "one sequence at a time")), seconds(result.aloneSeconds)},
         {text(QT_TRANSLATE_NOOP("Bench", "the same, read positions only")), seconds(result.aloneReadsSeconds)},
         {text(QT_TRANSLATE_NOOP("Bench", "bare matrix product")), rate(result.productRate)},
         {text(QT_TRANSLATE_NOOP("Bench", "one at a time / packed")), times(result.ratio),
          verdict(result, measureBar, isQuick)},
         {text(QT_TRANSLATE_NOOP("Bench", "read positions only / packed")), times(result.aloneReadsRatio)},
         {text(QT_TRANSLATE_NOOP("Bench", "tokens / packed tokens")),
          times(static_cast<double>(result.tokens) / static_cast<double>(result.packedRows))},
         {text(QT_TRANSLATE_NOOP("Bench", "largest difference")), QString::number(result.difference, 'e', 1)}});
}

Measured benchMeasuring(bool isQuick, const Terminal &terminal)
{
    TerminalMonitor monitor(terminal);
    const MeasureBenchResult result =
        benchMeasure(isQuick ? MeasureBenchShape::quick() : MeasureBenchShape::gpt2Small(), monitor);
    return {{{QStringLiteral("packedSeconds"), result.packedSeconds},
             {QStringLiteral("aloneSeconds"), result.aloneSeconds},
             {QStringLiteral("aloneReadsSeconds"), result.aloneReadsSeconds},
             {QStringLiteral("ratio"), result.ratio},
             {QStringLiteral("aloneReadsRatio"), result.aloneReadsRatio},
             {QStringLiteral("difference"), result.difference},
             {QStringLiteral("tokens"), static_cast<qint64>(result.tokens)},
             {QStringLiteral("packedRows"), static_cast<qint64>(result.packedRows)},
             {QStringLiteral("productRate"), result.productRate},
             {QStringLiteral("drift"), result.drift},
             {QStringLiteral("quiet"), result.quiet},
             {QStringLiteral("quick"), isQuick}},
            measureText(result, isQuick)};
}

QString milliseconds(double value)
{
    return QString::number(1000 * value, 'f', 1) + QStringLiteral(" ms");
}

/// What a time says of the longest one that is allowed.
QString verdictOfTime(double time, double bar, const PreviewBenchResult &result)
{
    if (!result.quiet)
        return verdict(time, bar, result.drift, false);
    return (time <= bar ? text(QT_TRANSLATE_NOOP("Bench", "the bar of %1 is met"))
                        : text(QT_TRANSLATE_NOOP("Bench", "the bar of %1 is missed")))
        .arg(milliseconds(bar));
}

QJsonObject previewJson(const PreviewBenchResult &result)
{
    QJsonArray byLayer;
    for (const PreviewBenchResult::ByLayer &each : result.byLayer)
        byLayer.append(QJsonObject{{QStringLiteral("layer"), each.layer}, {QStringLiteral("seconds"), each.seconds}});
    return {{QStringLiteral("estimateSeconds"), result.estimateSeconds},
            {QStringLiteral("denseSeconds"), result.denseSeconds},
            {QStringLiteral("exactSeconds"), result.exactSeconds},
            {QStringLiteral("fullSeconds"), result.fullSeconds},
            {QStringLiteral("ratio"), result.ratio},
            {QStringLiteral("byLayer"), byLayer},
            {QStringLiteral("bend"), result.bend},
            {QStringLiteral("headSeconds"), result.headSeconds},
            {QStringLiteral("statesSeconds"), result.statesSeconds},
            {QStringLiteral("gradientsSeconds"), result.gradientsSeconds},
            {QStringLiteral("rows"), static_cast<qint64>(result.rows)},
            {QStringLiteral("stateBytes"), static_cast<qint64>(result.stateBytes)},
            {QStringLiteral("gradientBytes"), static_cast<qint64>(result.gradientBytes)},
            {QStringLiteral("difference"), result.difference},
            {QStringLiteral("productRate"), result.productRate},
            {QStringLiteral("drift"), result.drift},
            {QStringLiteral("quiet"), result.quiet}};
}

/// bar: of exact values, in seconds; 0: none.
QString previewText(const QString &name, const PreviewBenchResult &result, double bar)
{
    const auto judged = [&](double time, double limit) {
        return bar > 0 ? verdictOfTime(time, limit, result) : QString();
    };
    QVector<QStringList> rows{
        {name},
        {text(QT_TRANSLATE_NOOP("Bench", "estimate")), milliseconds(result.estimateSeconds),
         judged(result.estimateSeconds, estimateBar)},
        {text(QT_TRANSLATE_NOOP("Bench", "estimate of a whole module's change")), milliseconds(result.denseSeconds)},
        {text(QT_TRANSLATE_NOOP("Bench", "exact, upper half of the layers")), milliseconds(result.exactSeconds),
         judged(result.exactSeconds, bar)},
        {text(QT_TRANSLATE_NOOP("Bench", "all layers, nothing kept")), milliseconds(result.fullSeconds)},
        {text(QT_TRANSLATE_NOOP("Bench", "all layers / exact")), times(result.ratio)}};
    for (const PreviewBenchResult::ByLayer &each : result.byLayer)
        rows.append(
            {text(QT_TRANSLATE_NOOP("Bench", "exact from layer %1")).arg(each.layer), milliseconds(each.seconds)});
    rows.append({text(QT_TRANSLATE_NOOP("Bench", "exact behind the layers")), milliseconds(result.headSeconds)});
    rows.append({text(QT_TRANSLATE_NOOP("Bench", "states, once")), milliseconds(result.statesSeconds)});
    rows.append({text(QT_TRANSLATE_NOOP("Bench", "gradients, once")), milliseconds(result.gradientsSeconds)});
    rows.append({text(QT_TRANSLATE_NOOP("Bench", "bare matrix product")), {}, rate(result.productRate)});
    rows.append({text(QT_TRANSLATE_NOOP("Bench", "largest difference")), QString::number(result.difference, 'e', 1)});
    return aligned(rows);
}

Measured benchPreviewing(bool isQuick, const Terminal &terminal)
{
    TerminalMonitor monitor(terminal);
    const PreviewBenchShape shape = isQuick ? PreviewBenchShape::quick() : PreviewBenchShape::gpt2Small();
    const PreviewBenchResult random = benchPreview(shape, monitor);
    const LoadedModel model =
        loadModel(resource(QStringLiteral("demo-model")), QStringLiteral("cpu"), QStringLiteral("fp32"));
    const ProbeSet probe = probeSet(model, {}, monitor);
    const PreviewBenchResult demo = benchPreview(model.model, probe.queries, shape.rounds, monitor);
    const QString name = isQuick ? text(QT_TRANSLATE_NOOP("Bench", "a quarter of GPT-2 small"))
                                 : text(QT_TRANSLATE_NOOP("Bench", "shape of GPT-2 small"));
    return {{{QStringLiteral("gpt2"), previewJson(random)},
             {QStringLiteral("demo"), previewJson(demo)},
             {QStringLiteral("quick"), isQuick}},
            previewText(name, random, isQuick ? 0 : exactBar) +
                previewText(text(QT_TRANSLATE_NOOP("Bench", "demo model")), demo, exactOfDemoBar)};
}

/// English to be cut: that of a file, else what the demo model reads.
QString sampleText(const QString &file)
{
    if (!file.isEmpty())
        return QString::fromUtf8(readSmallFile(file, longestText).left(textBytes));
    DemoGrammar grammar(readOccupations(resource(QStringLiteral("occupations.csv"))), 1);
    std::string sample;
    while (static_cast<qsizetype>(sample.size()) < textBytes)
        sample += grammar.proseDocument().text + '\n';
    return QString::fromStdString(sample);
}

Measured benchTokenizing(const QString &file, const Terminal &terminal)
{
    TerminalMonitor monitor(terminal);
    const QString sample = sampleText(file);
    Measured result;
    QVector<QStringList> rows;
    for (const TimedTokenizer &timed : tokenizerKinds(sample, monitor)) {
        const double rate = tokenizerRate(*timed.tokenizer, sample);
        result.json[timed.name] =
            QJsonObject{{QStringLiteral("megabytesPerSecond"), rate}, {QStringLiteral("bar"), timed.bar}};
        const QString verdict = rate >= timed.bar ? text(QT_TRANSLATE_NOOP("Bench", "the bar of %1 MB/s is met"))
                                                  : text(QT_TRANSLATE_NOOP("Bench", "the bar of %1 MB/s is missed"));
        rows.append({timed.name, QString::number(rate, 'f', 2) + QStringLiteral(" MB/s"), verdict.arg(timed.bar)});
    }
    result.table = aligned(rows);
    return result;
}

int runBenches(const QStringList &names, bool isQuick, const QString &file, int threads, const Terminal &terminal)
{
    useThreads(threads);
    QJsonObject all;
    QString table;
    for (const QString &name : names) {
        const Measured measured = name == QLatin1String("trace")     ? benchTracing(isQuick, terminal)
                                  : name == QLatin1String("measure") ? benchMeasuring(isQuick, terminal)
                                  : name == QLatin1String("preview") ? benchPreviewing(isQuick, terminal)
                                                                     : benchTokenizing(file, terminal);
        all[name] = measured.json;
        table += measured.table;
    }
    terminal.answer(all, table);
    return Success;
}

void addBenchOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("NAME"),
        text(QT_TRANSLATE_NOOP("Bench", "trace, tokenizer, measure or preview (default: all).")),
        QStringLiteral("[NAME]"));
    parser.addOption({quickOption, text(QT_TRANSLATE_NOOP("Bench", "Smaller shapes: seconds instead of minutes."))});
    parser.addOption({textOption,
                      text(QT_TRANSLATE_NOOP("Bench", "English text in UTF-8 for the tokenizers to cut, instead of the "
                                                      "demo's.")),
                      QStringLiteral("FILE")});
    addCommonOptions(parser);
}

Action readBench(const QCommandLineParser &parser)
{
    requirePlaces(parser, 0, 1, "one benchmark");
    const QStringList given = parser.positionalArguments();
    if (!given.isEmpty())
        choiceOf("NAME", given.first(), benches);
    return [names = given.isEmpty() ? benches : given, isQuick = parser.isSet(quickOption),
            file = parser.value(textOption), threads = parser.value(QStringLiteral("threads")).toInt()](
               const Terminal &terminal) { return runBenches(names, isQuick, file, threads, terminal); };
}

} // namespace

const Verb &benchVerb()
{
    static const Verb verb{"bench", QT_TRANSLATE_NOOP("Verb", "Measures speed as ratios within one run."),
                           addBenchOptions, readBench};
    return verb;
}

} // namespace cw
