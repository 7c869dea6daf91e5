// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureFollower.h"

#include "core/jobs/MeasureJob.h"

#include <algorithm>

namespace cw {
namespace {

constexpr int quickResamples = 300;
constexpr qint64 leastPause = 500; // ms
constexpr qint64 shareOfTime = 10;

} // namespace

MeasureCounts countsOf(const MeasureProgress &progress)
{
    const int cut = progress.count(ItemState::Cut);
    return {static_cast<int>(progress.states.size()), progress.count(ItemState::Done) + cut, cut,
            progress.count(ItemState::LeftOut), progress.count(ItemState::Spared)};
}

MeasureFollower::MeasureFollower(MeasureJob &job, std::optional<MeasureProgress> earlier)
    : QObject(&job), m_earlier(std::move(earlier))
{
    // Direct: numbers are worked out where the model works, so that the window stays free.
    connect(&job, &MeasureJob::begun, this, &MeasureFollower::begin, Qt::DirectConnection);
    connect(&job, &MeasureJob::blockReady, this, &MeasureFollower::grow, Qt::DirectConnection);
}

std::shared_ptr<const MeasureProgress> MeasureFollower::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress ? std::make_shared<const MeasureProgress>(*m_progress) : nullptr;
}

void MeasureFollower::begin(const MeasureRun &run, bool continues)
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress = continues ? std::move(*m_earlier) : MeasureProgress(run);
    }
    m_earlier.reset();
    tell();
    m_pause = 0; // the first part that comes is told at once
}

void MeasureFollower::grow(const MeasureBlock &block)
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress->insert(block);
    }
    if (m_clock.elapsed() >= m_pause)
        tell();
}

/// Only this thread changes m_progress, so that reading it here needs no lock.
void MeasureFollower::tell()
{
    m_clock.start();
    Q_EMIT grown({countsOf(*m_progress), summarise(*m_progress, quickResamples)});
    m_pause = std::max(leastPause, (shareOfTime - 1) * m_clock.elapsed());
    m_clock.start();
}

} // namespace cw
