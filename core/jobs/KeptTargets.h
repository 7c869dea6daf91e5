// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditTarget.h"
#include "core/jobs/CacheFolder.h"

#include <functional>

namespace cw {

/// The targets of occupations, kept under the hash of all that they depend on: what was found once is read, and a
/// search that was stopped is gone on with. Other settings of the solution for them need no other targets.
class KeptTargets {
public:
    explicit KeptTargets(const CacheFolder &folder);
    /// In the user's folder.
    static KeptTargets usual();

    using Found = std::function<void(const EditTarget &)>;

    /// A target for every subject, found in the model as it is; onFound, where there is one, hears of each in turn.
    /// Throws Error as TargetSearch does.
    std::vector<EditTarget> of(const LoadedModel &model, const std::vector<EditSubject> &subjects,
                               const Pronouns &pronouns, const TargetSettings &settings, const Found &onFound,
                               Monitor &monitor) const;

private:
    std::vector<EditTarget> read(const QString &name, const TargetSettings &settings, std::size_t most) const;
    void write(const QString &name, const std::vector<EditTarget> &targets) const;

    const CacheFolder m_folder;
};

} // namespace cw
