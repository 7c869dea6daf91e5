// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace cw {

class ProbabilityBars;
class ShownTrace;

/// The probabilities of the targets in the clean and the corrupted run of the trace that is shown, and what was noted
/// about it.
class BarsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit BarsPanel(ShownTrace &trace, QWidget *parent = nullptr);

private:
    void draw();

    ShownTrace &m_trace;
    ProbabilityBars *m_bars;
    QLabel *m_notes;
};

} // namespace cw
