// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// Sets how many threads tensor operations started from the calling thread use, and returns that; 0 gives as many as
/// the machine has, or as OMP_NUM_THREADS says. The count belongs to a thread, so every job sets it where it runs.
int useThreads(int count);

} // namespace cw
