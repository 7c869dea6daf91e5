// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/HubFile.h"

#include <map>

namespace cw {

class HubModel;

/// What a hub says about a revision of a model.
struct HubListing {
    QString commit; ///< that the revision stands for now
    std::map<QString, HubFile> files;

    const HubFile *find(const QString &name) const;
};

/// Reads the hub's answer. Throws Error of kind Format when it is no such answer, or lists a file whose name could lead
/// out of a folder.
HubListing readListing(const QByteArray &answer, const HubModel &model);

} // namespace cw
