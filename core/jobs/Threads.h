// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// Sets how many threads tensor operations started from the calling thread use; 0 gives the machine's default. The
/// count belongs to a thread, so every job sets it where it runs.
void useThreads(int count);

} // namespace cw
