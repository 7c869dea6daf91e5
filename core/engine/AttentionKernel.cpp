// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AttentionKernel.h"

#include <algorithm>
#include <cmath>
#include <vector>

// The build must run on any x86-64, so the loops below are compiled once per instruction set and chosen at load time.
// The sanitizers cannot instrument the resolvers this needs.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define CW_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CW_VECTOR_CLONES
#endif

namespace cw {
namespace {

constexpr std::int64_t lanes = 16;

/// Sixteen partial sums let the compiler use whole vectors without being allowed to reorder a single sum.
inline float dot(const float *a, const float *b, std::int64_t width)
{
    float sums[lanes] = {};
    std::int64_t i = 0;
    for (; i + lanes <= width; i += lanes)
        for (std::int64_t lane = 0; lane < lanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    float total = 0;
    for (; i < width; ++i)
        total += a[i] * b[i];
    for (const float sum : sums)
        total += sum;
    return total;
}

inline void addScaled(float *out, const float *row, float weight, std::int64_t width)
{
    for (std::int64_t i = 0; i < width; ++i)
        out[i] += weight * row[i];
}

/// Turns scores into weights that sum to 1.
inline void softmax(float *scores, std::int64_t count)
{
    const float highest = *std::max_element(scores, scores + count);
    float total = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        scores[i] = std::exp(scores[i] - highest);
        total += scores[i];
    }
    const float factor = 1 / total;
    for (std::int64_t i = 0; i < count; ++i)
        scores[i] *= factor;
}

/// Caps the scores and adds the biases of their keys, where the model does so. The keys are counted from missing on.
inline void adjust(const AttentionTask &task, std::int64_t head, std::int64_t missing, float *scores,
                   std::int64_t first, std::int64_t last)
{
    if (task.cap > 0)
        for (std::int64_t j = first; j < last; ++j)
            scores[j] = task.cap * std::tanh(scores[j] / task.cap);
    if (!task.keyBiases)
        return;
    const float *biases = task.keyBiases + head * (task.lentK.positions + task.k.positions) - missing;
    for (std::int64_t j = first; j < last; ++j)
        scores[j] += biases[j];
}

} // namespace

CW_VECTOR_CLONES void attendRange(const AttentionTask &task, std::int64_t begin, std::int64_t end)
{
    const std::int64_t lent = task.lentK.positions;
    const std::int64_t queries = task.q.positions;
    const std::int64_t keys = lent + task.k.positions;
    std::vector<float> scores(static_cast<std::size_t>(keys));
    for (std::int64_t pair = begin; pair < end; ++pair) {
        const std::int64_t b = pair / task.heads;
        const std::int64_t head = pair % task.heads;
        const std::int64_t kvHead = head * task.kvHeads / task.heads;
        const std::int64_t lender = lent > 0 ? b % task.lentK.batch : 0;
        const std::int64_t missing = lent > 0 && task.missing ? task.missing[lender] : 0;
        for (std::int64_t i = 0; i < queries; ++i) {
            const std::int64_t last = task.bidirectional ? keys : keys - queries + i + 1;
            const std::int64_t first = std::max(missing, task.window > 0 ? last - task.window : 0);
            const float *q = task.q.row(b, i, head);
            for (std::int64_t j = first; j < last; ++j) {
                const float *k = j < lent ? task.lentK.row(lender, j, kvHead) : task.k.row(b, j - lent, kvHead);
                scores[static_cast<std::size_t>(j)] = task.scale * dot(q, k, task.width);
            }
            adjust(task, head, missing, scores.data(), first, last);
            softmax(scores.data() + first, last - first);
            float *out = task.out + ((b * queries + i) * task.heads + head) * task.width;
            std::fill(out, out + task.width, 0.0F);
            for (std::int64_t j = first; j < last; ++j) {
                const float *v = j < lent ? task.lentV.row(lender, j, kvHead) : task.v.row(b, j - lent, kvHead);
                addScaled(out, v, scores[static_cast<std::size_t>(j)], task.width);
            }
        }
    }
}

} // namespace cw
