// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorTable.h"
#include "core/engine/Error.h"

#include <QByteArrayView>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What libFuzzer calls with every input, and Replay with every file of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace cw::fuzz {

/// Runs f: to refuse an input with an Error is right, anything else that goes wrong is not.
template <class F> int run(const F &f)
{
    try {
        f();
    } catch (const Error &) {
    }
    return 0;
}

/// Ends the program when a table that was accepted promises what its file does not have.
inline void requireWithin(const TensorTable &table, QByteArrayView file)
{
    const auto require = [](bool claim) {
        if (!claim)
            std::abort();
    };
    require(table.descriptionBegin >= 0 && table.descriptionBegin <= table.descriptionEnd &&
            table.descriptionEnd <= file.size());
    for (const auto &[name, entry] : table.tensors) {
        require(entry.begin >= 0 && entry.begin <= entry.end && entry.end <= file.size());
        require(entry.count() >= 0 && entry.bytes() <= entry.end - entry.begin);
        require(!entry.isContiguous() || entry.bytes() == entry.end - entry.begin);
        require(entry.isContiguous() || entry.strides.size() == entry.shape.size());
        std::int64_t last = 0;
        for (std::size_t axis = 0; axis < entry.strides.size(); ++axis)
            last += (entry.shape[axis] - 1) * entry.strides[axis];
        require(last < entry.end - entry.begin || entry.count() == 0);
    }
}

} // namespace cw::fuzz
