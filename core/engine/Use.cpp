// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Use.h"

#include <ATen/ATen.h>

namespace cw {

at::Tensor noted(Uses *uses, const at::Tensor &read, const at::Tensor &written)
{
    if (!uses)
        return written;
    at::Tensor kept = written;
    if (kept.requires_grad())
        kept.retain_grad();
    else
        kept = written.detach().set_requires_grad(true);
    uses->push_back({read.detach(), kept});
    return kept;
}

} // namespace cw
