// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/bench/MeasureBench.h"
#include "core/bench/TokenizerBench.h"
#include "core/bench/TokenizerKinds.h"
#include "core/bench/TraceBench.h"
#include "core/checkpoint/JsonFile.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/AlignedRows.h"
#include "core/data/DemoGrammar.h"
#include "core/data/Resources.h"
#include "core/jobs/Threads.h"

#include <QCoreApplication>

namespace cw {
namespace {

const QString quickOption = QStringLiteral("quick");
const QString textOption = QStringLiteral("text");
const QStringList benches{QStringLiteral("trace"), QStringLiteral("tokenizer"), QStringLiteral("measure")};
constexpr double traceBar = 7;
constexpr double measureBar = 2.2;
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
                                                                     : benchTokenizing(file, terminal);
        all[name] = measured.json;
        table += measured.table;
    }
    terminal.answer(all, table);
    return Success;
}

void addBenchOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(QStringLiteral("NAME"),
                                 text(QT_TRANSLATE_NOOP("Bench", "trace, tokenizer or measure (default: all).")),
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
