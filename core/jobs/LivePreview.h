// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/PreviewBase.h"

#include <QObject>
#include <QPointer>

namespace cw {

class Job;
class JobQueue;

/// Live scores of a model while its edits are changed by hand: an estimate at once, then the exact value. Holds at most
/// one job in the queue and one request behind it; a newer request takes the place of an older one. Never computes on
/// the thread that calls, but for an estimate that is known already, which takes a millisecond.
class LivePreview : public QObject {
    Q_OBJECT

public:
    explicit LivePreview(JobQueue &queue, QObject *parent = nullptr);
    ~LivePreview() override;

    /// Scores this model from now on, on which these edits are: prepares it, and forgets what was asked before. The
    /// same model with other edits keeps what they leave as it was.
    void setBase(const LoadedModel &base, const std::vector<ActiveEdit> &present, const PreviewSettings &settings = {});
    /// No model is open.
    void clear();
    /// Scores the model with these edits instead, as soon as it can be.
    void show(const std::vector<ActiveEdit> &edits);

    /// What is prepared; null before ready().
    std::shared_ptr<const PreviewBase> base() const { return m_ready; }
    bool hasEstimates() const { return m_ready && m_ready->hasGradients(); }

Q_SIGNALS:
    void preparing();
    /// Exact values can be had: base without edits, present with those that are on.
    void ready(const cw::PreviewScores &base, const cw::PreviewScores &present);
    /// Estimates can be had, or why there will be none.
    void estimatesReady();
    void estimatesFailed(const cw::Error &error);
    void estimated(const cw::PreviewScores &scores);
    void exact(const cw::PreviewScores &scores);
    /// The exact ones again, now that it is known what the same change does elsewhere.
    void drawn(const cw::PreviewScores &scores);
    void failed(const cw::Error &error);

private:
    enum class Work { None, States, Gradients, Scores };

    void next();
    void startStates();
    void startScores();
    template <class J> void start(std::unique_ptr<J> job, Work work);
    void stop();
    void ended(const std::optional<Error> &error, bool wasCancelled);
    void fail(Work work, const Error &error);

    QPointer<JobQueue> m_queue;
    LoadedModel m_base;
    std::vector<ActiveEdit> m_present;
    PreviewSettings m_settings;
    std::vector<ActiveEdit> m_wanted;
    bool m_isWanted = false;
    std::optional<PreviewScores> m_exact; ///< of what was wanted last
    std::shared_ptr<PreviewBase> m_ready;
    std::shared_ptr<PreviewBase> m_earlier; ///< of the same model with other edits
    Work m_work = Work::None;
    Job *m_job = nullptr;     ///< that is in the queue
    bool m_isStopped = false; ///< by this: what it still says is old
    bool m_isWaiting = false; ///< for a new request: others have stopped its work
    bool m_isExactOnly = false;
};

} // namespace cw
