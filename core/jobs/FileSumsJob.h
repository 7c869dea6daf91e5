// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <QStringList>

namespace cw {

/// Works out the SHA-256 of files, one after the other.
class FileSumsJob : public Job {
    Q_OBJECT

public:
    explicit FileSumsJob(const QStringList &paths);

Q_SIGNALS:
    /// Emitted on the thread that works. sum: in hex digits; empty where the file cannot be read.
    void summed(const QString &path, const QString &sum);

private:
    void work(Monitor &monitor) override;

    const QStringList m_paths;
};

} // namespace cw
