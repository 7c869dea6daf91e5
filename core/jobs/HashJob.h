// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <memory>

namespace cw {

class Checkpoint;

/// Reads all of a checkpoint for its hash; fails naming the first tensor that holds NaN or infinity.
class HashJob : public Job {
    Q_OBJECT

public:
    explicit HashJob(std::shared_ptr<const Checkpoint> checkpoint);

Q_SIGNALS:
    void hashed(const QString &fingerprint, const QString &hash);

private:
    void work(Monitor &monitor) override;

    const std::shared_ptr<const Checkpoint> m_checkpoint;
};

} // namespace cw
