// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditSubject.h"

#include "core/engine/Error.h"
#include "core/engine/Forward.h"

namespace cw {
namespace {

void checkPlaces(const EditSubject &subject, const SubjectText &text)
{
    const bool isOrdered =
        text.subject >= 0 && text.read >= text.subject && text.read < static_cast<int>(text.ids.size());
    if (!isOrdered)
        throw Error(
            Error::Kind::Input,
            QT_TRANSLATE_NOOP("Error", "A text of \"%1\" has %2 tokens, the subject at position %3 and the "
                                       "pronoun after %4: both must lie in the text, the subject first."),
            {subject.name, std::to_string(text.ids.size()), std::to_string(text.subject), std::to_string(text.read)});
}

} // namespace

void check(const ModelSpec &spec, const EditSubject &subject, const Pronouns &pronouns)
{
    const auto isToken = [&spec](std::int64_t id) { return id >= 0 && id < spec.vocabulary; };
    if (!isToken(pronouns.he) || !isToken(pronouns.she) || pronouns.he == pronouns.she)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Tokens %1 and %2 are no two answers of this model: choose two that "
                                               "differ, each in its vocabulary."),
                    {std::to_string(pronouns.he), std::to_string(pronouns.she)});
    if (subject.texts.empty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "\"%1\" has no text: give at least one context."),
                    {subject.name});
    if (!(subject.share >= 0 && subject.share <= 1))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The share %1 asked for \"%2\" is none: give a number from 0 to 1."),
                    {std::to_string(subject.share), subject.name});
    std::vector<SubjectText> texts = subject.texts;
    if (!subject.neutral.ids.empty())
        texts.push_back(subject.neutral);
    for (const SubjectText &text : texts) {
        checkText(spec, text.ids);
        checkPlaces(subject, text);
    }
}

} // namespace cw
