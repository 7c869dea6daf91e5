// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Threads.h"

#include <ATen/Parallel.h>

namespace cw {

void useThreads(int count)
{
    static const int usual = at::get_num_threads();
    at::set_num_threads(count > 0 ? count : usual);
}

} // namespace cw
