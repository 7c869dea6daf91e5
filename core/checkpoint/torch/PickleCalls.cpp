// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/PickleGlobal.h"
#include "core/checkpoint/torch/PickleReader.h"

namespace cw {
namespace {

constexpr int knownProtocol = 2;
/// libtorch's own limit on the axes of a tensor.
constexpr std::size_t mostAxes = 64;

} // namespace

void PickleReader::checkProtocol()
{
    const int protocol = m_cursor.number<std::uint8_t>();
    if (protocol != knownProtocol)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1 is a pickle of protocol %2; only 2, which torch.save uses, is read. "
                                               "Have the weights saved as safetensors."),
                    {m_cursor.path(), std::to_string(protocol)});
}

/// A little-endian number in two's complement; those that need more than 64 bits are sizes of nothing that exists.
PickleValue PickleReader::wholeNumber(std::int64_t bytes)
{
    const std::string_view digits = m_cursor.take(bytes);
    if (digits.size() > sizeof(std::int64_t))
        return {PickleKind::Float, 0, {}};
    std::uint64_t number = !digits.empty() && (digits.back() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        number = number << 8 | static_cast<std::uint8_t>(*digit);
    return {PickleKind::Int, static_cast<std::int64_t>(number), {}};
}

PickleValue PickleReader::global()
{
    const std::string_view module = m_cursor.line();
    const std::string_view name = m_cursor.line();
    if (const std::optional<std::size_t> known = findPickleGlobal(module, name))
        return {PickleKind::Global, static_cast<std::int64_t>(*known), {}};
    constexpr std::size_t shown = 100;
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1 is not only tensors: it asks to run %2, and nothing in such a file is "
                                           "run. Have the weights saved as safetensors by someone you trust."),
                {m_cursor.path(), std::string(module.substr(0, shown)) + '.' + std::string(name.substr(0, shown))});
}

/// ("storage", type, key, device, count): the numbers lie elsewhere in the file, under that key.
PickleValue PickleReader::storage(const PickleValue &id)
{
    if (!id.is(PickleKind::Tuple))
        damaged();
    const std::vector<PickleValue> &parts = m_parts.of(id);
    if (parts.size() < 5 || parts[0].text != "storage" || !parts[1].is(PickleKind::Global) ||
        !parts[2].is(PickleKind::Text) || !parts[4].is(PickleKind::Int) || parts[4].number < 0)
        damaged();
    const KnownGlobal &type = pickleGlobal(static_cast<std::size_t>(parts[1].number));
    // The sixth part, in old files only, would make it a view of another storage.
    if (type.global != PickleGlobal::Storage || (parts.size() > 5 && !parts[5].is(PickleKind::None)))
        damaged();
    return m_parts.add(PickledStorage{type.type, parts[2].text, parts[4].number});
}

PickleValue PickleReader::call(const PickleValue &callee, const PickleValue &arguments)
{
    if (!callee.is(PickleKind::Global) || !arguments.is(PickleKind::Tuple))
        damaged();
    const std::vector<PickleValue> &given = m_parts.of(arguments);
    switch (pickleGlobal(static_cast<std::size_t>(callee.number)).global) {
    case PickleGlobal::OrderedDict: return orderedDict(given);
    case PickleGlobal::RebuildTensor: return tensor(given, 4);
    case PickleGlobal::RebuildTensorV2: return tensor(given, 6);
    case PickleGlobal::RebuildParameter:
        if (given.empty() || !given[0].is(PickleKind::Tensor))
            damaged();
        return given[0];
    case PickleGlobal::Size:
        if (given.size() != 1 || !given[0].isSequence())
            damaged();
        return given[0];
    case PickleGlobal::Storage: break;
    }
    damaged();
}

/// Python 2 hands over its pairs at once, in a list.
PickleValue PickleReader::orderedDict(const std::vector<PickleValue> &arguments)
{
    std::vector<PickleValue> items;
    if (!arguments.empty()) {
        if (arguments.size() != 1 || !arguments[0].isSequence())
            damaged();
        items.reserve(2 * m_parts.of(arguments[0]).size());
        for (const PickleValue &pair : m_parts.of(arguments[0])) {
            if (!pair.isSequence() || m_parts.of(pair).size() != 2)
                damaged();
            items.insert(items.end(), m_parts.of(pair).begin(), m_parts.of(pair).end());
        }
    }
    return m_parts.join(PickleKind::Dict, std::move(items));
}

/// (storage, offset, shape, strides ...)
PickleValue PickleReader::tensor(const std::vector<PickleValue> &arguments, std::size_t least)
{
    if (arguments.size() < least || !arguments[0].is(PickleKind::Storage) || !arguments[1].is(PickleKind::Int))
        damaged();
    PickledTensor tensor;
    tensor.storage = static_cast<std::size_t>(arguments[0].number);
    tensor.offset = arguments[1].number;
    tensor.shape = sizes(arguments[2]);
    tensor.strides = sizes(arguments[3]);
    if (tensor.shape.size() != tensor.strides.size())
        damaged();
    return m_parts.add(std::move(tensor));
}

std::vector<std::int64_t> PickleReader::sizes(const PickleValue &value) const
{
    if (!value.isSequence() || m_parts.of(value).size() > mostAxes)
        damaged();
    std::vector<std::int64_t> numbers;
    for (const PickleValue &part : m_parts.of(value)) {
        if (!part.is(PickleKind::Int) || part.number < 0)
            damaged();
        numbers.push_back(part.number);
    }
    return numbers;
}

} // namespace cw
