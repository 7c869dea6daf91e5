// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Finite.h"

#include "core/engine/Error.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// libtorch turns what it sums as doubles into doubles first: so many at once.
constexpr std::int64_t numbersAtOnce = std::int64_t{1} << 17;

/// A sum is finite when all its terms are, and costs no mask as large as the tensor.
bool isFinite(const at::Tensor &x)
{
    if (x.dim() == 0 || x.numel() == 0)
        return at::isfinite(x).all().item<bool>();
    at::Tensor sum = at::zeros({}, x.options().dtype(at::kDouble));
    const std::int64_t rows = std::max<std::int64_t>(1, numbersAtOnce / (x.numel() / x.size(0)));
    for (const at::Tensor &slice : x.split(rows))
        sum += slice.sum(at::kDouble);
    return at::isfinite(sum).item<bool>();
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
