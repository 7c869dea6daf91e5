// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/PreviewBase.h"

namespace cw {

/// Reads the probe set and keeps its states, so that live scores can be computed.
class PreviewStatesJob : public Job {
    Q_OBJECT

public:
    /// earlier: what was made for other edits of the same model, which loses its estimates; null: none.
    PreviewStatesJob(const LoadedModel &base, const std::vector<ActiveEdit> &present, const PreviewSettings &settings,
                     std::shared_ptr<PreviewBase> earlier = nullptr);
    ~PreviewStatesJob() override;

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void made(const std::shared_ptr<cw::PreviewBase> &base);

private:
    void work(Monitor &monitor) override;

    const LoadedModel m_base;
    const std::vector<ActiveEdit> m_present;
    const PreviewSettings m_settings;
    std::shared_ptr<PreviewBase> m_earlier;
};

} // namespace cw
