// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cw {

/// fp32 rows [batch, position, head, width] somewhere in memory: dense in width, any strides elsewhere.
struct RowSource {
    const float *data = nullptr;
    std::int64_t batch = 0;
    std::int64_t positions = 0;
    std::int64_t batchStride = 0;
    std::int64_t positionStride = 0;
    std::int64_t headStride = 0;

    const float *row(std::int64_t b, std::int64_t position, std::int64_t head) const
    {
        return data + b * batchStride + position * positionStride + head * headStride;
    }
};

/// Attention of q over lent keys (row b lends from b % lent.batch) followed by k, as AttentionRule says; out is dense
/// [batch, Tq, heads, width].
struct AttentionTask {
    RowSource q;
    RowSource k;
    RowSource v;
    RowSource lentK;
    RowSource lentV;
    float *out = nullptr;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t width = 0;
    const float *keyBiases = nullptr;      ///< [heads, keys]
    const std::int64_t *missing = nullptr; ///< [lentK.batch]: so many first lent keys of each are filling
    float scale = 1;
    float cap = 0;
    std::int64_t window = 0;
    bool bidirectional = false;
};

/// Computes the (batch, head) pairs begin .. end - 1 of task, pair = batch index * heads + head.
void attendRange(const AttentionTask &task, std::int64_t begin, std::int64_t end);

} // namespace cw
