// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Steps.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace cw {

class Monitor;

/// The forward pass one token at a time. Keys and values of what was read are kept, so that a further token costs one
/// row per layer. Several rows go on from one prompt, whose keys and values they share. The logits are those of
/// textLogits() for each row's whole text.
class CachedWalk {
public:
    explicit CachedWalk(std::shared_ptr<const Model> model);

    /// Reads the text that all rows begin with, anew; returns the logits after its last token, [1, vocabulary]. Throws
    /// Error as textLogits() does.
    at::Tensor readPrompt(const std::vector<std::int64_t> &ids, Monitor &monitor);
    /// That many rows stand behind the prompt now, with nothing of their own yet. The prompt is not read again.
    void startRows(std::int64_t rows);
    /// Reads one more token of each row: logits [rows, vocabulary].
    at::Tensor read(const std::vector<std::int64_t> &ids, Monitor &monitor);
    /// Goes on with these rows alone, in this order.
    void keepRows(const std::vector<std::int64_t> &rows);

    /// Tokens of each row's text so far.
    std::int64_t length() const { return static_cast<std::int64_t>(m_prompt.size()) + m_ownLength; }
    /// Whether the context has a place for one more token.
    bool canRead() const { return length() < m_model->spec().context; }

private:
    /// What one layer keeps: [1, prompt, kvHeads, headWidth] and [rows, at least ownLength, kvHeads, headWidth].
    struct Kept {
        Heads prompt;
        Heads own;
    };

    at::Tensor walk(at::Tensor x, std::int64_t first, Monitor &monitor);
    Heads remember(Kept &kept, const Heads &heads, bool isPrompt) const;
    at::Tensor readWithoutCache(Monitor &monitor) const;

    std::shared_ptr<const Model> m_model;
    std::vector<std::int64_t> m_prompt;
    std::vector<std::vector<std::int64_t>> m_ownIds; ///< of each row
    std::int64_t m_ownLength = 0;
    std::vector<Kept> m_layers;
};

} // namespace cw
