// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/torch/PickleValue.h"

#include <deque>

namespace cw {

/// The parts of all values of one pickle. They are limited in number: a few bytes of a pickle can ask for many.
class PickleParts {
public:
    /// Puts parts together as a tuple, list or dict (key, value, key, value ...).
    PickleValue join(PickleKind kind, std::vector<PickleValue> parts);
    void append(const PickleValue &joined, std::vector<PickleValue>::const_iterator begin,
                std::vector<PickleValue>::const_iterator end);
    const std::vector<PickleValue> &of(const PickleValue &joined) const;

    PickleValue add(const PickledStorage &storage);
    PickleValue add(PickledTensor tensor);
    const std::vector<PickledStorage> &storages() const { return m_storages; }
    const PickledTensor &tensor(const PickleValue &value) const;

    /// More than the largest checkpoint has by an order of magnitude.
    bool areTooMany() const { return m_count > 4'000'000; }

private:
    std::deque<std::vector<PickleValue>> m_lists;
    std::vector<PickledStorage> m_storages;
    std::vector<PickledTensor> m_tensors;
    std::size_t m_count = 0;
};

} // namespace cw
