// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"

namespace cw {

/// The token of a text at which an edit of occupations reads its keys and searches its targets.
enum class EditedToken {
    Subject, ///< the occupation's last, as the methods have it
    First,   ///< of the text
    Before,  ///< the one before the occupation's last
    After,   ///< the one after it
    Read     ///< the last, behind which the pronoun stands
};

/// "subject", "first", "before", "after", "read".
const char *name(EditedToken token);

/// Another place for a recipe that is to be done again elsewhere (statistics: relocated placebos).
struct OtherPlace {
    int shift = 0; ///< so many layers higher, or lower where it is below 0
    EditedToken token = EditedToken::Subject;
};

/// The subject with its place in each text at another token, on the other side of the occupation where there is none
/// on this.
EditSubject movedTo(EditSubject subject, EditedToken token);

/// Every other layer and token once, in an order drawn by the seed, for what lies in the layers lowest to highest of so
/// many. Tokens that are the same in all texts count once. Throws Error of kind Input where there is no other place.
std::vector<OtherPlace> otherPlaces(const std::vector<EditSubject> &subjects, int lowest, int highest, int layers,
                                    std::uint32_t seed);

} // namespace cw
