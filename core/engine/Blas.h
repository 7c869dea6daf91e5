// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// Whether libtorch multiplies matrices with a library made for speed (OpenBLAS, MKL, BLIS, ATLAS ...). Debian's
/// libtorch falls back to the reference BLAS, about forty times slower, where none is installed.
bool hasFastBlas();

/// What to tell people when it does not: one sentence, translated in the context "Error".
const char *slowBlasNotice();

} // namespace cw
