// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TraceRun.h"

#include "core/engine/Error.h"

#include <QJsonArray>
#include <limits>

namespace cw {
namespace {

QJsonArray toJson(const std::vector<std::int64_t> &numbers)
{
    QJsonArray array;
    for (const std::int64_t number : numbers)
        array.append(static_cast<qint64>(number));
    return array;
}

QJsonArray toJson(const std::vector<double> &numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

template <class T> QJsonArray toJson(const std::vector<std::vector<T>> &lists)
{
    QJsonArray array;
    for (const std::vector<T> &list : lists)
        array.append(toJson(list));
    return array;
}

std::vector<std::int64_t> wholeNumbers(const QJsonValue &value)
{
    std::vector<std::int64_t> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue number : array)
        numbers.push_back(number.toInteger(-1));
    return numbers;
}

std::vector<double> numbers(const QJsonValue &value)
{
    std::vector<double> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue number : array)
        numbers.push_back(number.toDouble());
    return numbers;
}

std::vector<QString> texts(const QJsonValue &value)
{
    std::vector<QString> result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue text : array)
        result.push_back(text.toString());
    return result;
}

std::vector<Span> spans(const QJsonValue &value)
{
    std::vector<Span> result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue span : array)
        result.push_back({span.toArray().at(0).toInt(), span.toArray().at(1).toInt()});
    return result;
}

QJsonObject toJson(const TraceBase &base)
{
    return {{QStringLiteral("high"), toJson(base.high)},
            {QStringLiteral("low"), toJson(base.low)},
            {QStringLiteral("restore_all_error"), base.restoreAllError},
            {QStringLiteral("restore_nothing_error"), base.restoreNothingError},
            {QStringLiteral("before_subject_error"), base.beforeSubjectError}};
}

/// JSON has no infinity: a check that could not be made comes back as one that failed.
double error(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble(std::numeric_limits<double>::infinity());
}

TraceBase baseFromJson(const QJsonObject &object)
{
    TraceBase base;
    base.high = numbers(object.value(QLatin1String("high")));
    const QJsonArray low = object.value(QLatin1String("low")).toArray();
    for (const QJsonValue samples : low)
        base.low.push_back(numbers(samples));
    base.restoreAllError = error(object, "restore_all_error");
    base.restoreNothingError = error(object, "restore_nothing_error");
    base.beforeSubjectError = error(object, "before_subject_error");
    return base;
}

bool fits(const TraceRun &run)
{
    const TraceInput &input = run.input;
    const std::size_t tokens = input.ids.size();
    const std::size_t targets = input.targets.size();
    bool result = tokens > 0 && run.tokens.size() == tokens && run.offsets.size() == tokens && run.layers > 0;
    result = result && input.subjectBegin >= 0 && input.subjectBegin < input.subjectEnd &&
             static_cast<std::size_t>(input.subjectEnd) <= tokens && input.window > 0 && input.samples > 0 &&
             input.readAt < static_cast<int>(tokens);
    result =
        result && (targets == 1 || targets == 2) && run.base.high.size() == targets && run.base.low.size() == targets;
    for (const auto &low : run.base.low)
        result = result && low.size() == static_cast<std::size_t>(input.samples);
    return result;
}

} // namespace

TraceProgress begunTrace(const TraceRun &run, const TraceProgress *earlier)
{
    TraceProgress progress;
    progress.run = run;
    if (earlier)
        progress.result = earlier->result;
    else
        progress.result.prepare(run.input, run.layers);
    progress.result.base = run.base;
    return progress;
}

bool canContinue(const TraceRun &earlier, const TraceRun &now)
{
    const TraceInput &a = earlier.input;
    const TraceInput &b = now.input;
    return a.ids == b.ids && a.subjectBegin == b.subjectBegin && a.subjectEnd == b.subjectEnd && a.readAt == b.readAt &&
           a.targets == b.targets && a.kinds == b.kinds && a.window == b.window && a.samples == b.samples &&
           a.sigma == b.sigma && a.seed == b.seed && a.method == b.method && earlier.fingerprint == now.fingerprint &&
           earlier.device == now.device && earlier.dtype == now.dtype && earlier.stack == now.stack;
}

QJsonObject inputsToJson(const TraceRun &run)
{
    QJsonArray tokens;
    QJsonArray offsets;
    for (const QString &token : run.tokens)
        tokens.append(token);
    for (const Span &span : run.offsets)
        offsets.append(QJsonArray{span.begin, span.end});
    QJsonObject inputs{{QStringLiteral("ids"), toJson(run.input.ids)},
                       {QStringLiteral("tokens"), tokens},
                       {QStringLiteral("offsets"), offsets},
                       {QStringLiteral("subject"), QJsonArray{run.input.subjectBegin, run.input.subjectEnd}},
                       {QStringLiteral("target_ids"), toJson(run.input.targets)},
                       {QStringLiteral("window"), run.input.window},
                       {QStringLiteral("sigma"), run.input.sigma},
                       {QStringLiteral("noise_seed"), static_cast<qint64>(run.input.seed)},
                       {QStringLiteral("layers"), run.layers},
                       {QStringLiteral("notes"), QJsonArray::fromStringList(run.notes)},
                       {QStringLiteral("base"), toJson(run.base)}};
    if (run.input.isMasked())
        inputs[QStringLiteral("read_at")] = run.input.readAt;
    return inputs;
}

void inputsFromJson(const QJsonObject &inputs, TraceRun &run)
{
    const TraceSettings &settings = run.settings;
    TraceInput &input = run.input;
    input = {};
    input.ids = wholeNumbers(inputs.value(QLatin1String("ids")));
    const QJsonArray subject = inputs.value(QLatin1String("subject")).toArray();
    input.subjectBegin = subject.at(0).toInt(-1);
    input.subjectEnd = subject.at(1).toInt(-1);
    input.readAt = inputs.value(QLatin1String("read_at")).toInt(-1);
    const QJsonArray targets = inputs.value(QLatin1String("target_ids")).toArray();
    for (const QJsonValue pieces : targets)
        input.targets.push_back(wholeNumbers(pieces));
    input.kinds = settings.kinds;
    input.window = inputs.value(QLatin1String("window")).toInt();
    input.samples = settings.samples;
    input.sigma = inputs.value(QLatin1String("sigma")).toDouble();
    input.seed = static_cast<std::uint32_t>(inputs.value(QLatin1String("noise_seed")).toInteger());
    input.method = settings.method;
    run.tokens = texts(inputs.value(QLatin1String("tokens")));
    run.offsets = spans(inputs.value(QLatin1String("offsets")));
    run.layers = inputs.value(QLatin1String("layers")).toInt();
    const std::vector<QString> notes = texts(inputs.value(QLatin1String("notes")));
    run.notes = QStringList(notes.begin(), notes.end());
    run.base = baseFromJson(inputs.value(QLatin1String("base")).toObject());
    if (!fits(run))
        throw Error(Error::Kind::Storage,
                    QT_TRANSLATE_NOOP("Error", "What the project says about this run does not fit together: trace it "
                                               "again."));
}

} // namespace cw
