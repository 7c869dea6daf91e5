// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/ElementType.h"

#include <string_view>

namespace cw {

/// The few names of Python that a pickle of tensors refers to. Nothing is imported or called: each has a meaning here.
enum class PickleGlobal { OrderedDict, RebuildTensor, RebuildTensorV2, RebuildParameter, Size, Storage };

struct KnownGlobal {
    std::string_view module;
    std::string_view name;
    PickleGlobal global;
    ElementType type = ElementType::F32; ///< of a storage
};

/// The number of a known global in the list; nothing for any other name.
std::optional<std::size_t> findPickleGlobal(std::string_view module, std::string_view name);
const KnownGlobal &pickleGlobal(std::size_t number);

} // namespace cw
