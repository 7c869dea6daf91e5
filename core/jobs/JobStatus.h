// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace cw {

/// How far a job is: what a jobs panel or a progress line shows.
struct JobStatus {
    enum class Unit { Steps, Bytes };
    enum class State { Waiting, Running, Paused, Done, Cancelled, Failed };

    State state = State::Waiting;
    Unit unit = Unit::Steps; ///< of done and total
    bool isSilent = false;   ///< over in a moment: no list shows it
    QString title;
    QString stage;           ///< what is done now, translated
    QString problem;         ///< why it failed, translated
    qint64 done = 0;         ///< steps of this stage
    qint64 total = 0;        ///< 0 when not known
    double seconds = 0;      ///< since the job began
    double stageSeconds = 0; ///< since the stage began

    bool hasEnded() const { return state >= State::Done; }
    /// Steps per second in this stage; 0 before the first.
    double rate() const { return stageSeconds > 0 ? static_cast<double>(done) / stageSeconds : 0; }
    /// Time this stage still needs at its rate so far; below 0 when not known.
    double secondsLeft() const { return done > 0 ? static_cast<double>(total - done) / rate() : -1; }
};

} // namespace cw

Q_DECLARE_METATYPE(cw::JobStatus)
