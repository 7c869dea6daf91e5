// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cw {

class Model;
struct ModelSpec;
struct Placement;

/// Bytes that a computation takes, by the shape of the model and how its weights are stored; nothing is tried out.
struct MemoryForecast {
    std::int64_t files = 0;     ///< of the checkpoint that are read; the system takes them back when it needs room
    std::int64_t converted = 0; ///< layers in another type or place, as many as the budget keeps
    std::int64_t passing = 0;   ///< the largest of the layers that are not kept
    std::int64_t layer = 0;     ///< the largest of all that are converted
    std::int64_t working = 0;   ///< activations, logits and what is converted for one step: the largest step

    /// What the program grows by at most.
    std::int64_t peak() const { return files + converted + passing + working; }
    /// What must be free at least: all else is given back or converted again when there is no room.
    std::int64_t least() const { return layer + working; }
};

/// The weights alone, and no activations yet.
MemoryForecast weightsForecast(const Model &model, const Placement &placement);

/// Activations of one block for that many rows, which belong to texts of length tokens.
std::int64_t blockBytes(const ModelSpec &spec, const Placement &placement, std::int64_t rows, std::int64_t tokens);

/// Logits of that many rows, with the vocabulary map converted where it is stored otherwise.
std::int64_t logitsBytes(const Model &model, const Placement &placement, std::int64_t rows);

/// A forward pass over a text of length tokens, with the logits of all of them.
MemoryForecast forwardForecast(const Model &model, const Placement &placement, std::int64_t tokens);

} // namespace cw
