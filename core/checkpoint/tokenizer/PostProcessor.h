// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"

namespace cw {

class JsonPart;

/// What is done to the tokens of a text at the end: offsets without spaces, special tokens around it.
class PostProcessor {
public:
    virtual ~PostProcessor() = default;
    virtual void apply(Encoding &encoding, bool special) const = 0;
};

/// The post-processor that a part of tokenizer.json describes; nothing for null. Throws Error of kind Format or
/// Unsupported.
std::unique_ptr<const PostProcessor> readPostProcessor(const JsonPart &part);

} // namespace cw
