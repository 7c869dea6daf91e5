// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TraceFile.h"

#include "core/analysis/LayerSuggestion.h"
#include "core/data/CsvLine.h"
#include "core/data/NpzWriter.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"
#include "core/jobs/LayerWords.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <limits>
#include <numeric>

namespace cw {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

/// [token][layer]; all null where nothing was measured.
QJsonArray matrix(const std::vector<double> &values, int tokens, int layers)
{
    QJsonArray rows;
    for (int token = 0; token < tokens; ++token) {
        QJsonArray row;
        for (int layer = 0; layer < layers; ++layer) {
            const std::size_t cell =
                static_cast<std::size_t>(token) * static_cast<std::size_t>(layers) + static_cast<std::size_t>(layer);
            row.append(number(cell < values.size() ? values[cell] : missing));
        }
        rows.append(row);
    }
    return rows;
}

double mean(const std::vector<double> &values)
{
    return values.empty() ? missing
                          : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The effects of a kind; empty before the clean and corrupted runs are there.
EffectMap effectsOf(const TraceProgress &trace, std::size_t kind)
{
    const bool isBegun = !trace.result.base.high.empty() && kind < trace.result.probabilities.size();
    return isBegun ? effects(trace.result, static_cast<int>(kind), trace.run.settings.quantity) : EffectMap();
}

QJsonObject pair(const std::vector<double> &values)
{
    return {{QStringLiteral("a"), number(values.empty() ? missing : values[0])},
            {QStringLiteral("b"), number(values.size() < 2 ? missing : values[1])}};
}

QJsonObject kindJson(const TraceProgress &trace, std::size_t kind)
{
    const EffectMap map = effectsOf(trace, kind);
    const int tokens = static_cast<int>(trace.run.tokens.size());
    const auto shaped = [&](const std::vector<double> &values) { return matrix(values, tokens, trace.run.layers); };
    const auto mean = [&](std::size_t target) {
        return target < map.mean.size() ? map.mean[target] : std::vector<double>();
    };
    const bool hasPair = trace.run.input.targets.size() > 1;
    return {{QStringLiteral("a"), shaped(mean(0))},
            {QStringLiteral("b"), hasPair ? QJsonValue(shaped(mean(1))) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("effect"), shaped(map.effect)},
            {QStringLiteral("stderr"), shaped(map.error)}};
}

/// Layers to edit, by what was seen at the subject's last token; null where it says nothing.
QJsonValue suggestionJson(const TraceProgress &trace)
{
    const auto found =
        trace.result.base.high.empty() ? std::nullopt : suggestedLayers(trace.result, trace.run.input.subjectEnd - 1);
    if (!found)
        return {};
    return QJsonObject{{QStringLiteral("layers"), layerWords(found->first, found->last)},
                       {QStringLiteral("largest"), found->layer},
                       {QStringLiteral("kind"), QLatin1String(name(found->kind))},
                       {QStringLiteral("effect"), found->effect}};
}

QByteArray csvNumber(const std::vector<double> &values, std::size_t cell)
{
    const double value = cell < values.size() ? values[cell] : missing;
    return std::isfinite(value) ? QByteArray::number(value, 'g', 17) : QByteArray();
}

NpzWriter::Shape shapeOf(std::initializer_list<std::size_t> sizes)
{
    return {sizes.begin(), sizes.end()};
}

} // namespace

QJsonObject traceJson(const TraceProgress &trace, double seconds)
{
    const TraceRun &run = trace.run;
    const TraceBase &base = trace.result.base;
    QJsonArray tokens;
    for (const QString &token : run.tokens)
        tokens.append(token);
    QJsonArray ids;
    for (const std::int64_t id : run.input.ids)
        ids.append(static_cast<qint64>(id));
    QJsonObject kinds;
    for (std::size_t kind = 0; kind < run.input.kinds.size(); ++kind)
        kinds[QLatin1String(name(run.input.kinds[kind]))] = kindJson(trace, kind);
    std::vector<double> low;
    for (const std::vector<double> &samples : base.low)
        low.push_back(mean(samples));
    return {{QStringLiteral("tokens"), tokens},
            {QStringLiteral("ids"), ids},
            {QStringLiteral("subject"), QJsonArray{run.input.subjectBegin, run.input.subjectEnd}},
            {QStringLiteral("targets"), QJsonArray::fromStringList(run.settings.targets)},
            {QStringLiteral("high"), pair(base.high)},
            {QStringLiteral("low"), pair(low)},
            {QStringLiteral("kinds"), kinds},
            {QStringLiteral("suggestion"), suggestionJson(trace)},
            {QStringLiteral("seconds"), seconds},
            {QStringLiteral("settings"), toJson(run.settings)},
            {QStringLiteral("edits"), run.stack.toJson()},
            {QStringLiteral("device"), run.device},
            {QStringLiteral("dtype"), run.dtype},
            {QStringLiteral("window"), run.input.window},
            {QStringLiteral("sigma"), run.input.sigma},
            {QStringLiteral("checks"), QJsonObject{{QStringLiteral("restoreAll"), number(base.restoreAllError)},
                                                   {QStringLiteral("restoreNothing"), number(base.restoreNothingError)},
                                                   {QStringLiteral("beforeSubject"), number(base.beforeSubjectError)}}},
            {QStringLiteral("notes"), QJsonArray::fromStringList(run.notes)},
            {QStringLiteral("complete"), !base.high.empty() && trace.result.isComplete()}};
}

QByteArray traceCsv(const TraceProgress &trace)
{
    const TraceRun &run = trace.run;
    QByteArray text = "kind,position,token,layer,a,b,effect,stderr\n";
    for (std::size_t kind = 0; kind < run.input.kinds.size(); ++kind) {
        const EffectMap map = effectsOf(trace, kind);
        std::size_t cell = 0;
        for (std::size_t token = 0; token < run.tokens.size(); ++token) {
            for (int layer = 0; layer < run.layers; ++layer, ++cell) {
                const QByteArrayList fields{name(run.input.kinds[kind]),
                                            QByteArray::number(static_cast<qulonglong>(token)),
                                            csvField(run.tokens[token]).toUtf8(),
                                            QByteArray::number(layer),
                                            csvNumber(map.mean.empty() ? std::vector<double>() : map.mean[0], cell),
                                            csvNumber(map.mean.size() < 2 ? std::vector<double>() : map.mean[1], cell),
                                            csvNumber(map.effect, cell),
                                            csvNumber(map.error, cell)};
                text += fields.join(',') + '\n';
            }
        }
    }
    return text;
}

QByteArray traceNpz(const TraceProgress &trace)
{
    const TraceInput &input = trace.run.input;
    const std::size_t targets = input.targets.size();
    const auto samples = static_cast<std::size_t>(input.samples);
    const auto layers = static_cast<std::size_t>(trace.run.layers);
    NpzWriter writer;
    for (std::size_t kind = 0; kind < trace.result.probabilities.size(); ++kind)
        writer.add(std::string(name(input.kinds[kind])) + "_p", shapeOf({targets, samples, input.ids.size(), layers}),
                   trace.result.probabilities[kind]);
    std::vector<double> low;
    for (const std::vector<double> &values : trace.result.base.low)
        low.insert(low.end(), values.begin(), values.end());
    low.resize(targets * samples, missing);
    std::vector<double> high = trace.result.base.high;
    high.resize(targets, missing);
    writer.add("low_p", shapeOf({targets, samples}), low);
    writer.add("high_p", shapeOf({targets}), high);
    writer.add("ids", shapeOf({input.ids.size()}), input.ids);
    writer.add("subject", shapeOf({2}), std::vector<std::int64_t>{input.subjectBegin, input.subjectEnd});
    return writer.bytes();
}

void writeTrace(const QString &path, const TraceProgress &trace, double seconds)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("json"))
        return writeWholeFile(path, QJsonDocument(traceJson(trace, seconds)).toJson(QJsonDocument::Compact) +
                                        QByteArray("\n"));
    if (ending == QLatin1String("csv"))
        return writeWholeFile(path, traceCsv(trace));
    if (ending == QLatin1String("npz"))
        return writeWholeFile(path, traceNpz(trace));
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "%1 must end in .json, .csv or .npz."),
                {path.toStdString()});
}

} // namespace cw
