// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/PreviewScores.h"

#include <QObject>
#include <QVector>
#include <optional>

namespace cw {

/// The live scores that are looked at: those of the model without edits, those of the model as it is edited now, and
/// how the score has gone since the preview was prepared.
class ShownPreview final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Preparing, Ready, Failed };

    /// The score after a change, or the estimate that stands for it until the exact one comes.
    struct Point {
        double score = 0;
        double perplexity = 0;
        bool isExact = false;
    };

    /// A probe prompt and what it is about.
    struct Prompt {
        QString text;
        QString subject;
    };

    using QObject::QObject;

    State state() const { return m_state; }
    /// Only exact values can be had yet.
    bool isPreparingEstimates() const { return m_isPreparingEstimates; }
    const QVector<Prompt> &prompts() const { return m_prompts; }
    const QString &goal() const { return m_goal; }
    const PreviewScores &base() const { return m_base; }
    /// Those of the last change; of the present stack before the first.
    const PreviewScores &scores() const { return m_scores; }
    const QVector<Point> &history() const { return m_history; }
    /// Whether the answer that is likelier became the other one of a prompt, and of how many.
    bool isFlipped(int prompt) const;
    int flipped() const;

    /// Why there are no scores, where the state is Failed.
    const QString &problem() const { return m_problem; }

    void clear();
    void prepare();
    void fail(const QString &problem);
    /// goal: what the score is judged against, as the probe set's settings have it.
    void open(const QVector<Prompt> &prompts, const QString &goal, const PreviewScores &base,
              const PreviewScores &present);
    /// Estimates can be had now, or never.
    void endPreparingEstimates();
    /// The next scores are those of another change.
    void beginChange();
    void show(const PreviewScores &scores);

Q_SIGNALS:
    void changed();

private:
    State m_state = State::Idle;
    bool m_isPreparingEstimates = false;
    bool m_isNew = true; ///< the next scores are a new point
    QString m_problem;
    QVector<Prompt> m_prompts;
    QString m_goal;
    PreviewScores m_base;
    PreviewScores m_scores;
    QVector<Point> m_history;
};

} // namespace cw
