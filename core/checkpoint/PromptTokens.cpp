// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PromptTokens.h"

#include "core/engine/Error.h"

#include <QList>
#include <algorithm>

namespace cw {
namespace {

bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_';
}

/// Whether nothing at the edges of the span goes on as part of a word.
bool isWholeWord(const QList<uint> &text, qsizetype begin, qsizetype end)
{
    const bool goesOnBefore = begin > 0 && isWordPart(text[begin - 1]) && isWordPart(text[begin]);
    const bool goesOnAfter = end < text.size() && isWordPart(text[end - 1]) && isWordPart(text[end]);
    return !goesOnBefore && !goesOnAfter;
}

/// Every place of subject in text, overlapping ones too, whole words first.
std::vector<Span> places(const QList<uint> &text, const QList<uint> &subject)
{
    std::vector<Span> whole;
    std::vector<Span> inside;
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), subject.begin(), subject.end());
        if (at == text.end())
            break;
        const qsizetype begin = at - text.begin();
        const qsizetype end = begin + subject.size();
        (isWholeWord(text, begin, end) ? whole : inside).push_back({static_cast<int>(begin), static_cast<int>(end)});
    }
    whole.insert(whole.end(), inside.begin(), inside.end());
    return whole;
}

[[noreturn]] void throwSubjectIsEmpty()
{
    throw Error(
        Error::Kind::Input,
        QT_TRANSLATE_NOOP("Error", "The subject is empty; give the words of the prompt that are to be traced."));
}

} // namespace

Span findSubject(const QString &text, const QString &subject, int occurrence)
{
    if (subject.isEmpty())
        throwSubjectIsEmpty();
    const std::vector<Span> found = places(text.toUcs4(), subject.toUcs4());
    if (found.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The subject \"%1\" is not in the prompt \"%2\"; write it as it stands "
                                               "there."),
                    {subject.toStdString(), text.toStdString()});
    if (occurrence < 1 || occurrence > static_cast<int>(found.size()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The subject \"%1\" has no occurrence number %2 in the prompt; the "
                                               "largest is %3."),
                    {subject.toStdString(), std::to_string(occurrence), std::to_string(found.size())});
    return found[static_cast<std::size_t>(occurrence - 1)];
}

int subjectOccurrence(const QString &text, Span span)
{
    const QList<uint> characters = text.toUcs4();
    if (span.begin < 0 || span.begin >= span.end || span.end > characters.size())
        throwSubjectIsEmpty();
    const std::vector<Span> found = places(characters, characters.mid(span.begin, span.end - span.begin));
    const auto it = std::find_if(found.begin(), found.end(), [&](Span place) { return place.begin == span.begin; });
    return static_cast<int>(it - found.begin()) + 1;
}

QString spanText(const QString &text, Span span)
{
    QString result;
    int place = 0;
    for (qsizetype i = 0; i < text.size() && place < span.end; ++place) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const qsizetype units = isPair ? 2 : 1;
        if (place >= span.begin)
            result += QStringView(text).mid(i, units);
        i += units;
    }
    return result;
}

Encoding promptTokens(const Tokenizer &tokenizer, const QString &prompt, bool masked)
{
    Encoding result = tokenizer.encode(prompt);
    const std::size_t kept = result.ids.size() - static_cast<std::size_t>(result.addedAfter);
    if (prompt.isEmpty() || kept == static_cast<std::size_t>(result.addedBefore))
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The prompt is empty; write at least one word."));
    if (masked)
        return result;
    result.ids.resize(kept);
    result.tokens.resize(kept);
    result.offsets.resize(kept);
    result.addedAfter = 0;
    return result;
}

int maskPosition(const Tokenizer &tokenizer, const Encoding &prompt)
{
    const std::optional<std::int64_t> mask = tokenizer.maskId();
    if (!mask)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The tokenizer has no mask token, which a masked model fills in; copy "
                                               "tokenizer_config.json from where the model came from."));
    const auto found = std::find(prompt.ids.begin(), prompt.ids.end(), *mask);
    const std::string name = tokenizer.token(*mask).toStdString();
    if (found == prompt.ids.end())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "This model predicts at a mask, and the prompt has none: write %1 where "
                                               "it is to predict."),
                    {name});
    if (std::find(found + 1, prompt.ids.end(), *mask) != prompt.ids.end())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The prompt has more than one %1: leave the one that is asked for."),
                    {name});
    return static_cast<int>(found - prompt.ids.begin());
}

Target maskTarget(const Tokenizer &tokenizer, const QString &target)
{
    const Target result{tokenizer.encodeContinuation(target).ids, false};
    if (result.ids.size() != 1)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "A mask stands for one token, but the target \"%1\" has %2: choose "
                                               "another word."),
                    {target.toStdString(), std::to_string(result.ids.size())});
    return result;
}

Span subjectTokens(const Encoding &encoding, Span span)
{
    const int first = encoding.addedBefore;
    const int last = static_cast<int>(encoding.ids.size()) - encoding.addedAfter;
    Span result{last, last};
    for (int i = first; i < last; ++i) {
        const Span &token = encoding.offsets[static_cast<std::size_t>(i)];
        if (token.begin >= span.end || token.end <= span.begin || token.begin >= token.end)
            continue;
        result.begin = std::min(result.begin, i);
        result.end = i + 1;
    }
    if (result.begin == last)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "No token of the prompt covers the subject at characters %1 to %2; mark "
                                               "other words."),
                    {std::to_string(span.begin), std::to_string(span.end)});
    if (result.begin == first && result.end == last)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error",
                                      "The subject covers the whole prompt; leave words outside it, or nothing "
                                      "remains to carry its effect."));
    return result;
}

Target targetIds(const Tokenizer &tokenizer, const QString &prompt, const QString &target)
{
    return targetIds(tokenizer, prompt, promptTokens(tokenizer, prompt).ids, target);
}

Target targetIds(const Tokenizer &tokenizer, const QString &prompt, const std::vector<std::int64_t> &promptIds,
                 const QString &target)
{
    const std::vector<std::int64_t> both = promptTokens(tokenizer, QString(prompt + target)).ids;
    const bool isPrefix =
        promptIds.size() <= both.size() && std::equal(promptIds.begin(), promptIds.end(), both.begin());
    Target result;
    result.isAlone = !isPrefix;
    if (isPrefix)
        result.ids.assign(both.begin() + static_cast<std::ptrdiff_t>(promptIds.size()), both.end());
    else
        result.ids = tokenizer.encodeContinuation(target).ids;
    if (result.ids.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The target \"%1\" adds no token to the prompt; give a word that may "
                                               "follow it."),
                    {target.toStdString()});
    return result;
}

} // namespace cw
