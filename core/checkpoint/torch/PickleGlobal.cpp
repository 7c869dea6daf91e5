// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/PickleGlobal.h"

#include <array>

namespace cw {
namespace {

constexpr KnownGlobal storage(std::string_view name, ElementType type)
{
    return {"torch", name, PickleGlobal::Storage, type};
}

constexpr std::array known{KnownGlobal{"collections", "OrderedDict", PickleGlobal::OrderedDict},
                           KnownGlobal{"torch._utils", "_rebuild_tensor", PickleGlobal::RebuildTensor},
                           KnownGlobal{"torch._utils", "_rebuild_tensor_v2", PickleGlobal::RebuildTensorV2},
                           KnownGlobal{"torch._utils", "_rebuild_parameter", PickleGlobal::RebuildParameter},
                           KnownGlobal{"torch", "Size", PickleGlobal::Size},
                           storage("DoubleStorage", ElementType::F64),
                           storage("FloatStorage", ElementType::F32),
                           storage("HalfStorage", ElementType::F16),
                           storage("BFloat16Storage", ElementType::BF16),
                           storage("LongStorage", ElementType::I64),
                           storage("IntStorage", ElementType::I32),
                           storage("ShortStorage", ElementType::I16),
                           storage("CharStorage", ElementType::I8),
                           storage("ByteStorage", ElementType::U8),
                           storage("BoolStorage", ElementType::Bool)};

} // namespace

std::optional<std::size_t> findPickleGlobal(std::string_view module, std::string_view name)
{
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i].module == module && known[i].name == name)
            return i;
    return std::nullopt;
}

const KnownGlobal &pickleGlobal(std::size_t number)
{
    return known[number];
}

} // namespace cw
