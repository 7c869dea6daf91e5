// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TargetLoss.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// [texts], of one token.
at::Tensor massOf(const at::Tensor &logProbabilities, std::int64_t id)
{
    return logProbabilities.select(1, id).exp();
}

} // namespace

TargetLoss::TargetLoss(Kind kind, const Pronouns &pronouns, double share, const at::Tensor &clean)
    : m_kind(kind), m_pronouns(pronouns), m_share(share)
{
    const at::Tensor he = massOf(clean, pronouns.he);
    const at::Tensor she = massOf(clean, pronouns.she);
    m_rarer = (he.mean() > she.mean()).item<bool>() ? pronouns.she : pronouns.he;
    m_wanted = clean.exp();
    m_wanted.select(1, pronouns.he).copy_((he + she) * (1 - share));
    m_wanted.select(1, pronouns.she).copy_((he + she) * share);
    // q log q is nought where q is.
    m_entropy = (m_wanted * m_wanted.clamp_min(1e-38).log()).sum(1); // [texts]
}

at::Tensor TargetLoss::operator()(const at::Tensor &logProbabilities) const
{
    switch (m_kind) {
    case Kind::Balanced: return (m_entropy - (m_wanted * logProbabilities).sum(1)).mean();
    case Kind::Gap: return gaps(logProbabilities).mean();
    case Kind::Likelihood: return -logProbabilities.select(1, m_rarer).mean();
    }
    return {};
}

at::Tensor TargetLoss::gaps(const at::Tensor &logProbabilities) const
{
    const at::Tensor he = massOf(logProbabilities, m_pronouns.he);
    const at::Tensor she = massOf(logProbabilities, m_pronouns.she);
    return (she - m_share * (he + she)).abs() * 2;
}

double TargetLoss::gap(const at::Tensor &logProbabilities) const
{
    return gaps(logProbabilities).mean().item<double>();
}

} // namespace cw
