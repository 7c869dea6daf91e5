// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

struct ModelSpec;

/// A text with the place of an occupation in it.
struct SubjectText {
    std::vector<std::int64_t> ids;
    int subject = 0; ///< position of the occupation's last token
    int read = 0;    ///< position whose next token is "he" or "she"; not before subject
};

/// An occupation that is to be edited, in several contexts.
struct EditSubject {
    std::string name;               ///< in messages
    std::vector<SubjectText> texts; ///< the plainest one, ROME's bare prompt, first
    SubjectText neutral = {};       ///< "{X} is a": what is said there should stay; without ids there is none
    double share = 0.5;             ///< the goal: P(she) among he and she
};

/// The two answers that are compared. Where the tokenizer cuts one into pieces, its first piece.
struct Pronouns {
    std::int64_t he = 0;
    std::int64_t she = 0;
};

/// Throws Error of kind Input naming the subject where it has no text, a position lies outside its text or in the wrong
/// order, a text does not fit the model, or the share is not within 0 and 1; also where the pronouns are no two tokens
/// of the model.
void check(const ModelSpec &spec, const EditSubject &subject, const Pronouns &pronouns);

} // namespace cw
