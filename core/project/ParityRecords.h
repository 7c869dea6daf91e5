// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ParityReport.h"

#include <QSettings>
#include <optional>

namespace cw {

/// What was found when devices and types were used for the first time with a model, kept in a file of the user's. A
/// record holds for one model, device, type and version of libtorch.
class ParityRecords {
public:
    explicit ParityRecords(const QString &file);

    std::optional<ParityReport> find(const QString &fingerprint, const QString &device, const QString &dtype,
                                     const QString &library) const;
    void keep(const ParityReport &report);

private:
    QSettings m_file;
};

} // namespace cw
