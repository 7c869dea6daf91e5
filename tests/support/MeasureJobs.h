// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"
#include "core/jobs/MeasureJob.h"
#include "core/jobs/MeasureSummary.h"
#include "tests/support/TestFiles.h"

#include <cmath>

namespace cw::test {

inline const QString gap = QStringLiteral("gap");

inline MeasureSettings settings(const QString &measure = gap, int limit = 0)
{
    MeasureSettings settings;
    settings.measures = measure;
    settings.models = QStringList{demoModel()};
    settings.limit = limit;
    return settings;
}

/// What a job tells, put together as a window or a command does.
struct Collected {
    Collected(MeasureJob &job, const std::optional<MeasureProgress> &earlier = {})
    {
        QObject::connect(&job, &MeasureJob::begun, &job, [this, earlier](const MeasureRun &run, bool continues) {
            progress = continues ? *earlier : MeasureProgress(run);
        });
        QObject::connect(&job, &MeasureJob::blockReady, &job, [this](const MeasureBlock &block) {
            progress.insert(block);
            ++blocks;
        });
        QObject::connect(&job, &MeasureJob::summarised, &job, [this](const MeasureSummary &made) { summary = made; });
    }
    MeasureProgress progress;
    std::optional<MeasureSummary> summary;
    int blocks = 0;
};

inline MeasureProgress measured(const MeasureSettings &settings)
{
    MeasureJob job(settings);
    const Collected collected(job);
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    return collected.progress;
}

inline double numberOf(const MeasureProgress &progress, const char *key, int resamples = 0)
{
    for (const MeasuredNumber &number : summarise(progress, resamples).numbers)
        if (QLatin1String(number.rule->key) == QLatin1String(key))
            return number.value;
    return std::nan("");
}

} // namespace cw::test
