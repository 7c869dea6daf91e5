// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/Device.h>
#include <cstdint>
#include <optional>
#include <string>

namespace cw {

/// Bytes of memory that a program can still have: what the system calls available, and no more than the control groups
/// it runs in let it take. root: where /proc and /sys are found. The largest number where nothing is known.
std::int64_t freeMemory(const std::string &root = {});

/// The same for a CUDA device; nothing where there is none, or it does not say.
std::optional<std::int64_t> freeDeviceMemory(c10::Device device);

/// Of the device that is computed on.
std::int64_t freeMemoryOf(c10::Device device);

} // namespace cw
