// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/PackRanges.h"
#include "core/engine/Query.h"

namespace cw {

class Monitor;

/// The texts of queries, which must outlive them.
TextPack::Texts textsOf(const std::vector<Query> &queries);

/// What the queries of a range ask of the rows of a pack that holds their texts.
class PackReads {
public:
    struct Place {
        std::int64_t row = 0; ///< in rows()
        std::int64_t id = 0;
        std::size_t query = 0;
        std::size_t read = 0;
    };

    PackReads(const TextPack &pack, const std::vector<Query> &queries, const PackRange &range);

    /// The pack's rows that are read, ascending.
    const std::vector<std::int64_t> &rows() const { return m_rows; }
    /// All reads, by row.
    const std::vector<Place> &places() const { return m_places; }
    /// Answers by the stream of these rows, in their order, [rows, width]; all[query][read].
    void answer(const Model &model, const at::Tensor &stream, std::vector<Readings> &all, Monitor &monitor) const;

private:
    std::vector<std::int64_t> m_rows;
    std::vector<Place> m_places;
};

} // namespace cw
