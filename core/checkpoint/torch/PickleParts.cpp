// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/PickleParts.h"

namespace cw {

PickleValue PickleParts::join(PickleKind kind, std::vector<PickleValue> parts)
{
    m_count += 1 + parts.size();
    m_lists.push_back(std::move(parts));
    return {kind, static_cast<std::int64_t>(m_lists.size() - 1), {}};
}

void PickleParts::append(const PickleValue &joined, std::vector<PickleValue>::const_iterator begin,
                         std::vector<PickleValue>::const_iterator end)
{
    std::vector<PickleValue> &list = m_lists[static_cast<std::size_t>(joined.number)];
    list.insert(list.end(), begin, end);
    m_count += static_cast<std::size_t>(end - begin);
}

const std::vector<PickleValue> &PickleParts::of(const PickleValue &joined) const
{
    return m_lists[static_cast<std::size_t>(joined.number)];
}

PickleValue PickleParts::add(const PickledStorage &storage)
{
    m_storages.push_back(storage);
    ++m_count;
    return {PickleKind::Storage, static_cast<std::int64_t>(m_storages.size() - 1), {}};
}

PickleValue PickleParts::add(PickledTensor tensor)
{
    m_count += 2 + 2 * tensor.shape.size();
    m_tensors.push_back(std::move(tensor));
    return {PickleKind::Tensor, static_cast<std::int64_t>(m_tensors.size() - 1), {}};
}

const PickledTensor &PickleParts::tensor(const PickleValue &value) const
{
    return m_tensors[static_cast<std::size_t>(value.number)];
}

} // namespace cw
