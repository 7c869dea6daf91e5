// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"

#include <array>

namespace cw {

/// What a token is to the subject, as causal tracing averages it (Meng et al. 2022, figure 2).
enum class TokenRole { FirstSubject, MiddleSubject, LastSubject, FirstSubsequent, Further, Last };

constexpr std::array<TokenRole, 6> tokenRoles{TokenRole::FirstSubject, TokenRole::MiddleSubject,
                                              TokenRole::LastSubject,  TokenRole::FirstSubsequent,
                                              TokenRole::Further,      TokenRole::Last};

/// "first_subject", "middle_subject", "last_subject", "first_subsequent", "further", "last": the names in files.
const char *name(TokenRole role);

/// The tokens of a role in a prompt of tokens tokens with the subject at [subjectBegin, subjectEnd), as a half-open
/// range; empty where the prompt has none. A subject of one token is its first and its last; a single token after it is
/// the first subsequent and the last. The last is the one that is read: readAt, or, below 0, the prompt's last. Tokens
/// before the subject have no other role, nor those behind a mask that follows it.
struct RoleRange {
    int begin = 0;
    int end = 0;
};
RoleRange roleRange(TokenRole role, int tokens, int subjectBegin, int subjectEnd, int readAt = -1);

/// Effects averaged over the tokens of each role, [role][layer]; NaN for a role without tokens and where a token's cell
/// is missing. error is the mean of the cells' standard errors: exact for one token, an upper bound for several, whose
/// samples share their noise.
struct RoleEffects {
    int layers = 0;
    std::array<std::vector<double>, tokenRoles.size()> effect;
    std::array<std::vector<double>, tokenRoles.size()> error;
};
RoleEffects roleEffects(const EffectMap &map, int subjectBegin, int subjectEnd, int readAt = -1);

} // namespace cw
