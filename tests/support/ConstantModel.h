// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>

namespace cw::test {

/// Weights of GPT-2's family with which a model says the same after every text: these probabilities of its tokens. The
/// final norm gives one direction, along which the embeddings are the logarithms.
inline Parameters constantParameters(const ModelSpec &spec, const std::vector<double> &probabilities)
{
    Parameters parameters = tinyParameters(spec);
    for (auto &parameter : parameters)
        parameter.second.zero_();
    parameters["norm.bias"][0] = 1;
    parameters["embed"].select(1, 0).copy_(at::tensor(probabilities, at::kDouble).log());
    return parameters;
}

} // namespace cw::test
