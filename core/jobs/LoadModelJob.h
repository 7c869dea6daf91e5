// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

/// The checkpoint in a folder as a model on a device and in a type, named as on the command line. Throws Error as
/// Checkpoint::open() and placementFor() do.
LoadedModel loadModel(const QString &folder, const QString &device, const QString &dtype);

/// The same model, with the edits that are on it, on another device or in another type; as it is where it fits already.
LoadedModel placedModel(const LoadedModel &loaded, const QString &device, const QString &dtype);

/// Opens a checkpoint beside the window.
class LoadModelJob : public Job {
    Q_OBJECT

public:
    explicit LoadModelJob(const QString &folder, const QString &device = QStringLiteral("auto"),
                          const QString &dtype = QStringLiteral("auto"));

Q_SIGNALS:
    void loaded(const cw::LoadedModel &model);

private:
    void work(Monitor &monitor) override;

    const QString m_folder;
    const QString m_device;
    const QString m_dtype;
};

} // namespace cw
