// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TokenRoles.h"

#include <algorithm>
#include <limits>

namespace cw {

namespace {

/// Mean over the rows of a range, per layer. A missing (NaN) cell makes its layer missing.
std::vector<double> rowMean(const std::vector<double> &cells, RoleRange range, int layers)
{
    std::vector<double> mean(static_cast<std::size_t>(layers), std::numeric_limits<double>::quiet_NaN());
    if (range.end <= range.begin)
        return mean;
    for (int layer = 0; layer < layers; ++layer) {
        double sum = 0;
        for (int token = range.begin; token < range.end; ++token)
            sum += cells[static_cast<std::size_t>(token) * static_cast<std::size_t>(layers) +
                         static_cast<std::size_t>(layer)];
        mean[static_cast<std::size_t>(layer)] = sum / (range.end - range.begin);
    }
    return mean;
}

} // namespace

const char *name(TokenRole role)
{
    switch (role) {
    case TokenRole::FirstSubject: return "first_subject";
    case TokenRole::MiddleSubject: return "middle_subject";
    case TokenRole::LastSubject: return "last_subject";
    case TokenRole::FirstSubsequent: return "first_subsequent";
    case TokenRole::Further: return "further";
    case TokenRole::Last: return "last";
    }
    return "";
}

RoleRange roleRange(TokenRole role, int tokens, int subjectBegin, int subjectEnd, int readAt)
{
    const int last = readAt < 0 ? tokens - 1 : readAt;
    const auto clipped = [tokens](int begin, int end) {
        return RoleRange{std::clamp(begin, 0, tokens), std::clamp(std::max(begin, end), 0, tokens)};
    };
    switch (role) {
    case TokenRole::FirstSubject: return clipped(subjectBegin, subjectBegin + 1);
    case TokenRole::MiddleSubject: return clipped(subjectBegin + 1, subjectEnd - 1);
    case TokenRole::LastSubject: return clipped(subjectEnd - 1, subjectEnd);
    case TokenRole::FirstSubsequent: return clipped(subjectEnd, subjectEnd + 1);
    case TokenRole::Further: return clipped(subjectEnd + 1, last >= subjectEnd ? last : tokens);
    case TokenRole::Last: return clipped(last, last + 1);
    }
    return {};
}

RoleEffects roleEffects(const EffectMap &map, int subjectBegin, int subjectEnd, int readAt)
{
    RoleEffects roles;
    roles.layers = map.layers;
    for (std::size_t i = 0; i < tokenRoles.size(); ++i) {
        const RoleRange range = roleRange(tokenRoles[i], map.tokens, subjectBegin, subjectEnd, readAt);
        roles.effect[i] = rowMean(map.effect, range, map.layers);
        roles.error[i] = rowMean(map.error, range, map.layers);
    }
    return roles;
}

} // namespace cw
