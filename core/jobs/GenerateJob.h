// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Generation.h"
#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

class Generator;

/// Goes on with a text, in one sample or several: the head first, then piece by piece. Stopping it loses nothing that
/// was written.
class GenerateJob : public Job {
    Q_OBJECT

public:
    /// loaded: the model, where it is open already; else the job opens settings.model.
    explicit GenerateJob(const GenerateSettings &settings, const LoadedModel &loaded = {});

Q_SIGNALS:
    /// Once, before the first piece; emitted on the thread that works.
    void begun(const cw::GenerateRun &run);
    void pieceReady(const cw::TextPiece &piece);

private:
    void work(Monitor &monitor) override;
    GenerateRun prepared() const;
    void write(Generator &generator, const GenerateRun &run, int first, int count, Monitor &monitor);

    const GenerateSettings m_settings;
    LoadedModel m_loaded;
};

} // namespace cw
