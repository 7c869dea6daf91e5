// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/CachedWalk.h"
#include "core/engine/Sampler.h"

namespace cw {

/// Continues a text token by token, in several samples at once. The text is read once, for as many samples as are asked
/// for, together or one after the other. When a sample ends is for the caller to say.
class Generator {
public:
    /// Reads the text. Throws Error of kind Input for one that does not fit the model, Unsupported for a masked model.
    Generator(std::shared_ptr<const Model> model, const std::vector<std::int64_t> &text, Monitor &monitor);

    /// Sample number i of the next batch is drawn with seed + i, so that it comes out as it would alone with that seed.
    void start(int samples, const Sampling &sampling);

    struct Token {
        int sample = 0;
        std::int64_t id = 0;
    };
    /// One more token for each sample that goes on; none when the context is full or no sample is left.
    std::vector<Token> next(Monitor &monitor);
    /// A sample takes no further part.
    void end(int sample);

private:
    at::Tensor readDrawn(Monitor &monitor);

    CachedWalk m_walk;
    at::Tensor m_promptLogits; ///< [1, vocabulary]
    std::vector<Sampler> m_samplers;
    std::vector<int> m_live;    ///< samples that go on
    std::vector<Token> m_drawn; ///< the last token of each row of the walk, not read yet
};

/// How many of so many samples, each of a prompt and its text with so many tokens together, may be written at once: as
/// what is free has room for their keys and values.
int samplesAtOnce(const Model &model, std::int64_t tokens, int samples);

} // namespace cw
