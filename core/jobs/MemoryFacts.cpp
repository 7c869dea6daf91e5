// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MemoryFacts.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/FreeMemory.h"

#include <ATen/Parallel.h>
#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

/// What libtorch and its matrix product take when they begin to compute, and for each thread; measured with libtorch
/// 1.13 and OpenBLAS.
constexpr std::int64_t computing = 6500000;
constexpr std::int64_t perThread = 700000;
/// A vocabulary in memory is so many times as large as its file, while that is read.
constexpr std::int64_t vocabularyTimes = 6;

std::int64_t tokenizerBytes(const Checkpoint &checkpoint)
{
    const QDir folder(checkpoint.folder());
    for (const char *name : {"tokenizer.json", "vocab.json", "tokenizer.model", "vocab.txt"})
        if (const QFileInfo file(folder.filePath(QLatin1String(name))); file.exists())
            return file.size() * vocabularyTimes;
    return 0;
}

} // namespace

QJsonObject MemoryFacts::json() const
{
    QJsonObject object{{QStringLiteral("tokens"), static_cast<qint64>(tokens)},
                       {QStringLiteral("weights"), static_cast<qint64>(forecast.files)},
                       {QStringLiteral("converted"), static_cast<qint64>(forecast.converted + forecast.passing)},
                       {QStringLiteral("activations"), static_cast<qint64>(forecast.working)},
                       {QStringLiteral("program"), static_cast<qint64>(program)},
                       {QStringLiteral("total"), static_cast<qint64>(total())},
                       {QStringLiteral("least"), static_cast<qint64>(forecast.least())},
                       {QStringLiteral("free"), static_cast<qint64>(free)}};
    if (deviceFree)
        object[QStringLiteral("deviceFree")] = static_cast<qint64>(*deviceFree);
    return object;
}

MemoryFacts memoryFacts(const LoadedModel &model, std::int64_t tokens)
{
    MemoryFacts facts;
    facts.tokens = std::min(tokens, std::int64_t{model.model->spec().context});
    const Placement &placement = model.model->placement();
    facts.forecast = forwardForecast(*model.model, placement, facts.tokens);
    facts.free = freeMemory();
    facts.deviceFree = freeDeviceMemory(placement.device);
    facts.program = computing + at::get_num_threads() * perThread + tokenizerBytes(*model.checkpoint);
    return facts;
}

} // namespace cw
