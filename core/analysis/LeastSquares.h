// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace cw {

class Monitor;

/// What a solution of least squares must not disturb, as a matrix of weight per pair of key entries.
struct PreservedKeys {
    at::Tensor moment; ///< C0 [hidden, hidden] fp64
    double lambda = 0;
    double ridge = 1e-4;  ///< added to C0 as ridge * tr(C0) / hidden * I
    at::Tensor keys = {}; ///< K [n, hidden], or undefined: more keys, each with the weight below
    double weight = 1;
};

/// The closed form min_D |(W + D) E - V|^2 + |D L|^2 with L L^T = A = lambda C0 + weight K^T K: D = R M with
/// R = V - W E and M = (I + E^T A^-1 E)^-1 E^T A^-1, which equals E^T (A + E E^T)^-1 (Cai et al. 2024, equation 12
/// after its re-implementation; Meng et al. 2023, equation 14). In fp64 on the CPU; E and R are kept with columns as
/// rows.
class LeastSquares {
public:
    /// layer is named in messages. Throws Error of kind Input when A is singular or nearly so, a number is not finite,
    /// or shapes do not fit.
    LeastSquares(int layer, const PreservedKeys &preserved, Monitor &monitor);

    /// A^-1 of each row of keys [n, hidden]: [n, hidden].
    at::Tensor solved(const at::Tensor &keys, Monitor &monitor) const;
    /// M [n, hidden] of keys [n, hidden].
    at::Tensor right(const at::Tensor &keys, Monitor &monitor) const;
    /// About how far apart A's largest and smallest eigenvalue are.
    double condition() const { return m_condition; }

private:
    at::Tensor checkedKeys(const at::Tensor &keys) const;

    int m_layer;
    at::Tensor m_factor; ///< [hidden, hidden]
    double m_condition = 0;
};

} // namespace cw
