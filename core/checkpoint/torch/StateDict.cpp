// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/StateDict.h"

#include "core/engine/Error.h"

#include <algorithm>
#include <limits>

namespace cw {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t longestName = 1000;

/// Strides of a tensor that lies in a row; those of axes of length 1 say nothing.
bool isRowMajor(const PickledTensor &tensor)
{
    std::int64_t expected = 1;
    for (std::size_t axis = tensor.shape.size(); axis-- > 0;) {
        if (tensor.shape[axis] != 1 && tensor.strides[axis] != expected)
            return false;
        expected *= tensor.shape[axis];
    }
    return true;
}

/// Checks one tensor against its storage; keeps what every error sentence names.
class EntryMaker {
public:
    EntryMaker(const std::string &path, const std::string &name) : m_path(path), m_name(name) {}

    TensorEntry make(const PickledTensor &tensor, const PickledStorage &storage, std::int64_t place) const
    {
        const std::int64_t width = elementBytes(storage.type);
        TensorEntry entry;
        entry.type = storage.type;
        entry.shape = tensor.shape;
        const std::int64_t count = countOf(tensor.shape);
        if (tensor.offset < 0 || tensor.offset > storage.count)
            refuseReach(tensor, storage);
        entry.begin = entry.end = place + tensor.offset * width;
        if (count == 0)
            return entry;
        const std::int64_t reach = reachOf(tensor, storage);
        if (count > reach)
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 of shape %3 uses each of its %4 numbers more "
                                                   "than once; save it with clone()."),
                        {m_path, m_name, shapeText(tensor.shape), std::to_string(reach)});
        entry.end += reach * width;
        if (!isRowMajor(tensor))
            entry.strides = tensor.strides;
        return entry;
    }

private:
    std::int64_t countOf(const std::vector<std::int64_t> &shape) const
    {
        if (std::find(shape.begin(), shape.end(), 0) != shape.end())
            return 0;
        // In bytes of the widest type, so that no later product overflows.
        std::int64_t count = 1;
        for (const std::int64_t size : shape) {
            if (count > most / 8 / size)
                throw Error(
                    Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 claims more bytes than can exist."),
                    {m_path, m_name});
            count *= size;
        }
        return count;
    }

    /// How many numbers lie from the first one of the tensor to its last.
    std::int64_t reachOf(const PickledTensor &tensor, const PickledStorage &storage) const
    {
        const std::int64_t room = storage.count - tensor.offset;
        std::int64_t reach = 1;
        for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
            const std::int64_t steps = tensor.shape[axis] - 1;
            if (steps > 0 && tensor.strides[axis] > (room - reach) / steps)
                refuseReach(tensor, storage);
            reach += steps * tensor.strides[axis];
        }
        if (reach > room)
            refuseReach(tensor, storage);
        return reach;
    }

    [[noreturn]] void refuseReach(const PickledTensor &tensor, const PickledStorage &storage) const
    {
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 is damaged: the tensor %2 of shape %3 that begins at number %4 does "
                                       "not fit into its storage of %5."),
            {m_path, m_name, shapeText(tensor.shape), std::to_string(tensor.offset), std::to_string(storage.count)});
    }

    const std::string &m_path;
    const std::string &m_name;
};

} // namespace

std::map<std::string, TensorEntry> readStateDict(const PickleValue &dict, const PickleParts &parts,
                                                 const StoragePlace &placeOf, const std::string &path)
{
    std::map<std::string, TensorEntry> tensors;
    const std::vector<PickleValue> items = dict.is(PickleKind::Dict) ? parts.of(dict) : std::vector<PickleValue>();
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (!items[i].is(PickleKind::Text) || items[i].text.size() > longestName ||
            !items[i + 1].is(PickleKind::Tensor))
            continue;
        const std::string name(items[i].text);
        const PickledTensor &tensor = parts.tensor(items[i + 1]);
        const PickledStorage &storage = parts.storages()[tensor.storage];
        tensors[name] = EntryMaker(path, name).make(tensor, storage, placeOf(storage));
    }
    if (tensors.empty())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is no state dict: it does not name a single tensor. Save what "
                                               "state_dict() gives."),
                    {path});
    return tensors;
}

} // namespace cw
