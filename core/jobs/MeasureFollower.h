// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureGlimpse.h"

#include <QElapsedTimer>
#include <QObject>
#include <memory>
#include <mutex>
#include <optional>

namespace cw {

class MeasureJob;

/// Follows a measure while it is taken and says how its numbers stand: at most twice a second, and never for more than
/// a tenth of the time. The job owns it.
class MeasureFollower : public QObject {
    Q_OBJECT

public:
    /// earlier: what the job was given to go on with.
    MeasureFollower(MeasureJob &job, std::optional<MeasureProgress> earlier);

    /// From any thread: a copy of what has come, null before the job has begun.
    std::shared_ptr<const MeasureProgress> progress() const;

Q_SIGNALS:
    /// Emitted on the thread that works.
    void grown(const cw::MeasureGlimpse &glimpse);

private:
    void begin(const MeasureRun &run, bool continues);
    void grow(const MeasureBlock &block);
    void tell();

    std::optional<MeasureProgress> m_earlier;
    mutable std::mutex m_mutex; ///< guards m_progress
    std::optional<MeasureProgress> m_progress;
    QElapsedTimer m_clock; ///< since the last time that something was said
    qint64 m_pause = 0;    ///< ms
};

} // namespace cw
