// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ProbeGradients.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace cw {

/// How strongly each of some edits is to change: what is new of it.
using EditStrengths = std::map<std::shared_ptr<const Edit>, double>;

/// What has been learnt of how the queries of a probe set change with edits, and with the same changes moved elsewhere.
/// May be asked while it learns on another thread.
class PreviewSlopes {
public:
    /// Change of each query, and parameters of the edits that it says nothing of.
    using Slopes = ProbeGradients::Slopes;

    /// Forgets all but these edits: others would be kept alive for nothing.
    void keepOnly(const EditStrengths &edits);

    bool knows(const std::shared_ptr<const Edit> &edit) const;
    void learn(const std::shared_ptr<const Edit> &edit, Slopes slopes);
    /// How many draws of the same change elsewhere are known.
    int draws(const std::shared_ptr<const Edit> &edit) const;
    void learnDraw(const std::shared_ptr<const Edit> &edit, std::vector<double> slopes);

    /// Of so many queries; nothing where an edit that counts was not learnt.
    std::optional<Slopes> change(const EditStrengths &strengths, std::size_t queries) const;
    /// The same with every edit moved as in a draw.
    std::optional<std::vector<double>> drawnChange(const EditStrengths &strengths, int draw, std::size_t queries) const;

private:
    struct Known {
        Slopes own;
        std::vector<std::vector<double>> draws;
    };

    mutable std::mutex m_mutex; ///< guards what follows
    std::map<std::shared_ptr<const Edit>, Known> m_known;
};

} // namespace cw
