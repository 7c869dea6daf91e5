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
    /// known: the exact scores, where they were computed before there were gradients: then placebos alone are drawn.
    PreviewJob(std::shared_ptr<PreviewBase> base, const std::vector<ActiveEdit> &edits,
               const std::optional<PreviewScores> &known = {});
    ~PreviewJob() override;

Q_SIGNALS:
    /// In this order; emitted on the thread that works.
    void estimated(const cw::PreviewScores &scores);
    void exact(const cw::PreviewScores &scores);
    /// The exact ones again, now that it is known what the same change does elsewhere.
    void drawn(const cw::PreviewScores &scores);

private:
    void work(Monitor &monitor) override;
    PreviewScores score(Monitor &monitor);

    const std::shared_ptr<PreviewBase> m_base;
    const std::vector<ActiveEdit> m_edits;
    const std::optional<PreviewScores> m_known;
};

} // namespace cw
