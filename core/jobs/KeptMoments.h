// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Lsdm.h"
#include "core/jobs/CacheFolder.h"

namespace cw {

/// Second moments of keys, kept under the hashes of weights and text: what was gathered once is read, and what was
/// stopped is gone on with.
class KeptMoments {
public:
    explicit KeptMoments(const CacheFolder &folder);
    /// In the user's folder.
    static KeptMoments usual();

    /// C0 of some layers over the tokens of a corpus: [hidden, hidden] fp64 each. Throws Error as SecondMoment does.
    Moments of(const LoadedModel &model, const std::vector<int> &layers,
               const std::vector<std::vector<std::int64_t>> &corpus, Monitor &monitor) const;

private:
    struct Gathered;

    Gathered read(const QString &name, int layer, int hidden) const;
    void write(const QString &name, const Gathered &gathered) const;
    void gather(Gathered &gathered, const QString &name, const Model &model,
                const std::vector<std::vector<std::int64_t>> &corpus, Monitor &monitor) const;

    const CacheFolder m_folder;
};

} // namespace cw
