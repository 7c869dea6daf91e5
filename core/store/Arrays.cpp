// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Arrays.h"

#include "core/engine/Error.h"

#include <algorithm>
#include <limits>

namespace cw {
namespace {

constexpr std::int64_t largest = std::int64_t{1} << 31;

std::size_t size(const ArrayRecord &array)
{
    std::int64_t count = 1;
    for (const std::int64_t length : array.shape) {
        if (length < 0 || (length > 0 && count > largest / length))
            throw Error(Error::Kind::Storage,
                        QT_TRANSLATE_NOOP("Error", "The results of run %1 have an impossible size: trace it again."),
                        {std::to_string(array.run)});
        count *= length;
    }
    return static_cast<std::size_t>(count);
}

/// Copies the rows (last axis) of a chunk below one index of every axis before `axis`.
void insert(std::vector<float> &values, const ArrayRecord &array, const ArrayChunk &chunk, std::size_t axis,
            std::size_t offset, const float *&from)
{
    const auto begin = static_cast<std::size_t>(chunk.begins[axis]);
    const auto end = static_cast<std::size_t>(chunk.ends[axis]);
    const auto length = static_cast<std::size_t>(array.shape[axis]);
    if (axis + 1 == array.shape.size()) {
        std::copy(from, from + (end - begin), values.begin() + static_cast<std::ptrdiff_t>(offset * length + begin));
        from += end - begin;
        return;
    }
    for (std::size_t i = begin; i < end; ++i)
        insert(values, array, chunk, axis + 1, offset * length + i, from);
}

} // namespace

std::vector<float> assembled(const ArrayRecord &array, const QVector<ArrayChunk> &chunks)
{
    std::vector<float> values(size(array), std::numeric_limits<float>::quiet_NaN());
    for (const ArrayChunk &chunk : chunks) {
        const float *from = chunk.values.data();
        if (!array.shape.empty())
            insert(values, array, chunk, 0, 0, from);
    }
    return values;
}

} // namespace cw
