// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceRun.h"
#include "widgets/models/TraceDrawing.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace cw {

/// The trace that is looked at, finished or growing, and how: what all its pictures are drawn from. Parts that arrive
/// are collected and told at most twenty times a second.
class ShownTrace final : public QObject {
    Q_OBJECT
public:
    explicit ShownTrace(QObject *parent = nullptr);

    /// Shows a trace with what is measured of it so far.
    void show(const TraceProgress &trace);
    /// Adds a part that was measured.
    void grow(const TraceBlock &block);
    void clear();

    bool isEmpty() const { return !m_trace.has_value(); }
    /// Only where isEmpty() is false.
    const TraceProgress &progress() const { return *m_trace; }
    const TraceRun &run() const { return m_trace->run; }
    const TraceResult &result() const { return m_trace->result; }
    /// Effects of the chosen quantity, one per kind.
    const std::vector<EffectMap> &effects() const;

    const DrawingChoice &choice() const { return m_choice; }
    void setChoice(const DrawingChoice &choice);

Q_SIGNALS:
    /// Another trace is shown, or none.
    void opened();
    /// Cells were added, or the choice is another: draw again.
    void changed();

private:
    void touch();

    std::optional<TraceProgress> m_trace;
    DrawingChoice m_choice;
    QTimer m_pause;
    mutable std::optional<std::vector<EffectMap>> m_effects;
};

} // namespace cw
