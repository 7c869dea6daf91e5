// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/PreviewBase.h"

namespace cw {

/// Scores a probe set with some edits exactly; before that by estimate, where the gradients are there and estimate()
/// could not say it at once.
class PreviewJob : public Job {
    Q_OBJECT

public:
    PreviewJob(std::shared_ptr<PreviewBase> base, const std::vector<ActiveEdit> &edits);
    ~PreviewJob() override;

Q_SIGNALS:
    /// In this order; emitted on the thread that works.
    void estimated(const cw::PreviewScores &scores);
    void exact(const cw::PreviewScores &scores);

private:
    void work(Monitor &monitor) override;

    const std::shared_ptr<PreviewBase> m_base;
    const std::vector<ActiveEdit> m_edits;
};

} // namespace cw
