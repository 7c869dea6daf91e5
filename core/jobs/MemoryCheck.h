// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cw {

class Model;
struct TraceInput;

/// Throw Error of kind Memory before anything is computed when free bytes are less than the least that it takes, naming
/// both and what would fit.
void requireMemory(const Model &model, std::int64_t tokens, std::int64_t free);
void requireMemory(const Model &model, const TraceInput &input, std::int64_t free);

} // namespace cw
