// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RelocatedSubjects.h"

#include "core/analysis/RandomState.h"
#include "core/engine/Error.h"

#include <algorithm>

namespace cw {
namespace {

int placeIn(const SubjectText &text, EditedToken token)
{
    const int before = text.subject > 0 ? text.subject - 1 : std::min(text.subject + 1, text.read);
    const int after = text.subject < text.read ? text.subject + 1 : before;
    switch (token) {
    case EditedToken::Subject: return text.subject;
    case EditedToken::First: return text.subject > 0 ? 0 : before;
    case EditedToken::Before: return before;
    case EditedToken::After: return after;
    case EditedToken::Read: return text.subject < text.read ? text.read : before;
    }
    return text.subject;
}

std::vector<int> placesOf(const std::vector<EditSubject> &subjects, EditedToken token)
{
    std::vector<int> places;
    for (const EditSubject &subject : subjects)
        for (const SubjectText &text : subject.texts)
            places.push_back(placeIn(text, token));
    return places;
}

/// That of the subject first.
std::vector<EditedToken> differentTokens(const std::vector<EditSubject> &subjects)
{
    std::vector<EditedToken> tokens;
    std::vector<std::vector<int>> known;
    for (const EditedToken token :
         {EditedToken::Subject, EditedToken::First, EditedToken::Before, EditedToken::After, EditedToken::Read}) {
        const std::vector<int> places = placesOf(subjects, token);
        if (std::find(known.begin(), known.end(), places) != known.end())
            continue;
        known.push_back(places);
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace

const char *name(EditedToken token)
{
    switch (token) {
    case EditedToken::Subject: return "subject";
    case EditedToken::First: return "first";
    case EditedToken::Before: return "before";
    case EditedToken::After: return "after";
    case EditedToken::Read: return "read";
    }
    return "";
}

EditSubject movedTo(EditSubject subject, EditedToken token)
{
    for (SubjectText &text : subject.texts)
        text.subject = placeIn(text, token);
    subject.neutral.subject = placeIn(subject.neutral, token);
    return subject;
}

std::vector<OtherPlace> otherPlaces(const std::vector<EditSubject> &subjects, int lowest, int highest, int layers,
                                    std::uint32_t seed)
{
    std::vector<OtherPlace> places;
    for (const EditedToken token : differentTokens(subjects))
        for (int shift = -lowest; shift < layers - highest; ++shift)
            if (shift != 0 || token != EditedToken::Subject)
                places.push_back({shift, token});
    if (places.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "There is nowhere else in the model to do the same as in %1: leave out "
                                               "the placebo."),
                    {"layers." + std::to_string(lowest)});
    RandomState(seed).shuffle(places);
    return places;
}

} // namespace cw
