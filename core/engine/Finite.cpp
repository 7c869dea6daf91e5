// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Finite.h"

#include "core/engine/Error.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// A sum is finite when all its terms are, and costs no mask as large as the tensor.
bool isFinite(const at::Tensor &x)
{
    return at::isfinite(x.sum(at::kDouble)).item<bool>();
}

} // namespace

void requireFinite(const Model &model, const at::Tensor &result)
{
    if (isFinite(result))
        return;
    for (const auto &[name, tensor] : model.parameters())
        if (!isFinite(tensor))
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error",
                                          "The tensor for %1 holds NaN or infinity: the checkpoint is damaged, "
                                          "get it again."),
                        {name});
    throw Error(
        Error::Kind::Input,
        QT_TRANSLATE_NOOP("Error", "The model's numbers overflow in this type: compute in fp32 (--dtype fp32)."));
}

} // namespace cw
