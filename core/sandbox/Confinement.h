// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cw {

/// What a program in the sandbox may use.
struct SandboxLimits {
    int seconds = 10;                              ///< of wall-clock time, and of CPU time for each process
    std::int64_t memory = std::int64_t{512} << 20; ///< address space of each process, in bytes
    std::int64_t disk = std::int64_t{8} << 20;     ///< of its only folder, and of one file, in bytes
    int processes = 8;                             ///< and threads
    int files = 32;                                ///< open in one process
    int output = 64 << 10;                         ///< bytes that are kept of each of its two streams
};

/// Gives up what a child between fork and exec must not hand to a program that nobody has read: the rights of root
/// (the limit on processes does not bind root), room beyond the limits, and the system calls that reserve memory which
/// no limit counts or that reach into the kernel. Calls only what is allowed there; false where one step failed.
bool confine(const SandboxLimits &limits);

} // namespace cw
