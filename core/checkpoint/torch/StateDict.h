// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorTable.h"
#include "core/checkpoint/torch/PickleParts.h"

#include <functional>

namespace cw {

/// Where the numbers of a storage begin in the file, in bytes. It has checked that all of them are there.
using StoragePlace = std::function<std::int64_t(const PickledStorage &)>;

/// The tensors that a pickled dict names; whatever else stands in it is data that nothing needs. Throws Error of kind
/// Format naming path and the tensor that does not fit into its storage.
std::map<std::string, TensorEntry> readStateDict(const PickleValue &dict, const PickleParts &parts,
                                                 const StoragePlace &placeOf, const std::string &path);

} // namespace cw
