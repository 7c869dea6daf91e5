// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SecondMoment.h"

#include "core/analysis/MlpKeys.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// Multiplications between two steps of the monitor.
constexpr std::int64_t productsAtOnce = std::int64_t{1} << 30;

/// Adds keys^T keys to the lower triangle of sum, some of its rows at a time.
void addProduct(at::Tensor &sum, const at::Tensor &keys, Monitor &monitor)
{
    const std::int64_t width = sum.size(0);
    const std::int64_t block =
        std::max<std::int64_t>(1, productsAtOnce / (width * std::max<std::int64_t>(1, keys.size(0))));
    for (std::int64_t begin = 0; begin < width; begin += block) {
        monitor.step(begin, width);
        const std::int64_t size = std::min(block, width - begin);
        sum.narrow(0, begin, size).narrow(1, 0, begin + size) +=
            at::mm(keys.narrow(1, begin, size).t(), keys.narrow(1, 0, begin + size));
    }
}

} // namespace

SecondMoment::SecondMoment(int layer, int hidden) : m_layer(layer), m_state{at::zeros({hidden, hidden}, at::kDouble), 0}
{
}

SecondMoment::SecondMoment(int layer, int hidden, State state) : m_layer(layer), m_state(std::move(state))
{
    const bool fits = m_state.sum.defined() && m_state.sum.scalar_type() == at::kDouble &&
                      m_state.sum.sizes() == at::IntArrayRef({hidden, hidden}) && m_state.count >= 0 &&
                      at::isfinite(m_state.sum).all().item<bool>();
    if (!fits)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The statistics kept for layer %1 are damaged or of another model: "
                                               "gather them anew."),
                    {std::to_string(layer)});
}

void SecondMoment::add(const Model &model, const std::vector<std::vector<std::int64_t>> &texts, Monitor &monitor)
{
    at::Tensor sum = at::zeros_like(m_state.sum);
    std::int64_t count = 0;
    readKeys(
        model, m_layer, texts,
        [&](const at::Tensor &keys, const at::Tensor &counts) {
            addProduct(sum, keys.to(at::kDouble) * counts.sqrt().unsqueeze(1), monitor);
            count += static_cast<std::int64_t>(counts.sum().item<double>() + 0.5);
        },
        monitor);
    // Blocks on the diagonal are whole squares.
    sum = sum.tril() + sum.tril(-1).t();
    m_state = {m_state.sum + sum, m_state.count + count};
}

at::Tensor SecondMoment::mean() const
{
    if (m_state.count == 0)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "No text was read for the statistics of layer %1: give some."),
                    {std::to_string(m_layer)});
    return m_state.sum / static_cast<double>(m_state.count);
}

} // namespace cw
