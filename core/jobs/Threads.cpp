// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Threads.h"

#include <ATen/Parallel.h>
#include <QThread>

namespace cw {
namespace {

/// libtorch's own default counts physical cores, of which it finds but one on some virtual machines.
int usualThreads()
{
    return qEnvironmentVariableIsSet("OMP_NUM_THREADS") ? at::get_num_threads() : QThread::idealThreadCount();
}

} // namespace

int useThreads(int count)
{
    static const int usual = usualThreads();
    const int used = count > 0 ? count : usual;
    at::set_num_threads(used);
    return used;
}

} // namespace cw
