// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Blas.h"

#include "core/engine/Error.h"

#include <ATen/Context.h>
#include <dlfcn.h>

namespace cw {

bool hasFastBlas()
{
    if (at::hasMKL())
        return true;
    // Every BLAS has the same sgemm; each of the fast ones also has a name of its own.
    for (const char *own : {"openblas_get_config", "MKL_Get_Version", "bli_info_get_version_str", "ATL_buildinfo",
                            "armpl_get_ver", "nvpl_blas_get_version"}) {
        if (dlsym(RTLD_DEFAULT, own))
            return true;
    }
    return false;
}

const char *slowBlasNotice()
{
    return QT_TRANSLATE_NOOP("Error",
                             "Only the reference BLAS was found, so computing is about forty times slower than "
                             "it could be: install the package libopenblas0-openmp.");
}

} // namespace cw
