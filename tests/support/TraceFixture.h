// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"
#include "core/jobs/TraceJob.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/WordTokenizer.h"

#include <cmath>

namespace cw::test {

/// A checkpoint of two layers whose tokenizer knows eight words.
class WordCheckpoint : public CheckpointCopy {
public:
    WordCheckpoint() : CheckpointCopy(QStringLiteral("gpt2"))
    {
        write(file(QStringLiteral("tokenizer.json")), wordTokenizer());
    }

    /// A small trace of it.
    TraceSettings settings() const
    {
        TraceSettings settings;
        settings.model = folder();
        settings.prompt = QStringLiteral("the kind nurse said that");
        settings.subject = QStringLiteral("nurse");
        settings.targets = QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
        settings.samples = 3;
        settings.noise = {NoiseSize::Rule::Number, 0.5};
        return settings;
    }
};

/// What a job tells, put together as a window or a command does.
struct CollectedTrace {
    explicit CollectedTrace(TraceJob &job, const std::optional<TraceProgress> &earlier = {})
    {
        QObject::connect(&job, &TraceJob::baseReady, &job, [this, earlier](const TraceRun &run, bool goesOn) {
            continues = goesOn;
            progress = begunTrace(run, goesOn ? &*earlier : nullptr);
        });
        QObject::connect(&job, &TraceJob::blockReady, &job, [this](const TraceBlock &block) {
            ++blocks;
            progress.result.insert(block);
        });
    }

    TraceProgress progress;
    bool continues = false;
    int blocks = 0;
};

/// Runs a trace to its end; throws what it fails with.
inline TraceProgress traced(const TraceSettings &settings)
{
    TraceJob job(settings);
    const CollectedTrace collected(job);
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    return collected.progress;
}

inline double largestDifference(const TraceResult &a, const TraceResult &b)
{
    double largest = 0;
    for (std::size_t kind = 0; kind < a.probabilities.size(); ++kind)
        for (std::size_t i = 0; i < a.probabilities[kind].size(); ++i)
            largest = std::max(largest, std::abs(double{a.probabilities[kind][i]} - double{b.probabilities[kind][i]}));
    return largest;
}

} // namespace cw::test
