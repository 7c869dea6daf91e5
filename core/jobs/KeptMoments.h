// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Lsdm.h"

#include <QString>

namespace cw {

struct LoadedModel;
class Monitor;

/// Second moments of keys, kept in a folder under the hashes of weights and text: what was gathered once is read, and
/// what was stopped is gone on with. A folder that cannot be written, or none, keeps nothing.
class KeptMoments {
public:
    /// The oldest files go when all together are larger than most bytes.
    explicit KeptMoments(const QString &folder, qint64 most = qint64{4} << 30);

    /// The user's, for all projects.
    static QString usualFolder();

    /// C0 of some layers over the tokens of a corpus: [hidden, hidden] fp64 each. Throws Error as SecondMoment does.
    Moments of(const LoadedModel &model, const std::vector<int> &layers,
               const std::vector<std::vector<std::int64_t>> &corpus, Monitor &monitor) const;

private:
    struct Gathered;

    Gathered read(const QString &path, int layer, int hidden) const;
    void write(const QString &path, const Gathered &gathered) const;
    void gather(Gathered &gathered, const QString &path, const Model &model,
                const std::vector<std::vector<std::int64_t>> &corpus, Monitor &monitor) const;
    void makeRoom() const;

    const QString m_folder;
    const qint64 m_most;
};

} // namespace cw
