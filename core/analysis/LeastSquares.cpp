// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LeastSquares.h"

#include "core/engine/Cholesky.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// Beyond it a solution in fp64 keeps no digits that fp32 weights could hold.
constexpr double worstCondition = 1e12;

[[noreturn]] void refuseSingular(int layer)
{
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "The statistics of layer %1 are singular: gather them over more text, or "
                                           "raise the ridge or the preservation."),
                {std::to_string(layer)});
}

bool isFinite(const at::Tensor &x)
{
    return at::isfinite(x).all().item<bool>();
}

/// A, a matrix of its own.
at::Tensor preservedMatrix(int layer, const PreservedKeys &preserved)
{
    const at::Tensor &moment = preserved.moment;
    if (!moment.defined() || moment.dim() != 2 || moment.size(0) != moment.size(1) || !isFinite(moment))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The statistics of layer %1 are missing, of the wrong shape or not "
                                               "finite: gather them anew."),
                    {std::to_string(layer)});
    const bool fits = preserved.lambda >= 0 && preserved.ridge >= 0 && preserved.weight >= 0;
    if (!fits)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The preservation %1, the ridge %2 and the weight %3 of layer %4 must "
                                               "not be below 0."),
                    {std::to_string(preserved.lambda), std::to_string(preserved.ridge),
                     std::to_string(preserved.weight), std::to_string(layer)});
    at::Tensor a = moment.to(at::kDouble) * preserved.lambda;
    const double ridge = preserved.ridge * a.trace().item<double>() / static_cast<double>(a.size(0));
    a.diagonal().add_(ridge);
    if (preserved.keys.defined()) {
        const at::Tensor keys = preserved.keys.to(at::kDouble);
        a.addmm_(keys.t(), keys, 1, preserved.weight);
    }
    return a;
}

} // namespace

LeastSquares::LeastSquares(int layer, const PreservedKeys &preserved, Monitor &monitor)
    : m_layer(layer), m_factor(preservedMatrix(layer, preserved))
{
    if (!factorise(m_factor, monitor))
        refuseSingular(layer);
    m_condition = conditionOf(m_factor, monitor);
    if (!(m_condition <= worstCondition))
        refuseSingular(layer);
}

at::Tensor LeastSquares::checkedKeys(const at::Tensor &keys) const
{
    if (keys.dim() != 2 || keys.size(0) == 0 || keys.size(1) != m_factor.size(0) || !isFinite(keys))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The keys to edit in layer %1 are none, of another width or not finite: "
                                               "check the model and the texts."),
                    {std::to_string(m_layer)});
    return keys.to(at::kDouble);
}

at::Tensor LeastSquares::solved(const at::Tensor &keys, Monitor &monitor) const
{
    return cw::solved(m_factor, checkedKeys(keys).t(), monitor).t();
}

at::Tensor LeastSquares::right(const at::Tensor &keys, Monitor &monitor) const
{
    const at::Tensor e = checkedKeys(keys);                    // [n, hidden]
    const at::Tensor g = cw::solved(m_factor, e.t(), monitor); // [hidden, n]
    at::Tensor inner = at::mm(e, g);
    inner = (inner + inner.t()) / 2; // symmetric but for rounding
    inner.diagonal().add_(1);
    if (!factorise(inner, monitor))
        refuseSingular(m_layer);
    return cw::solved(inner, g.t(), monitor);
}

} // namespace cw
