// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Asker.h"

#include "core/checkpoint/PromptTokens.h"

namespace cw {
namespace {

std::string shortened(const QString &text)
{
    constexpr qsizetype most = 60;
    return (text.size() > most ? QString(text.left(most) + QChar(0x2026)) : text).toStdString();
}

} // namespace

Asker::Asker(std::shared_ptr<const Tokenizer> tokenizer, bool isMasked, int context, std::optional<std::int64_t> begin)
    : m_tokenizer(std::move(tokenizer)), m_isMasked(isMasked), m_context(context), m_begin(begin)
{
}

void Asker::requireBegin(const QString &text) const
{
    if (!m_begin)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The model names no token that stands before a text, so that the first "
                                               "token of \"%1\" cannot be read."),
                    {shortened(text)});
}

void Asker::requireFits(std::size_t tokens, const QString &text) const
{
    if (tokens > static_cast<std::size_t>(m_context))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The text \"%1\" is longer than the model's context of %2 tokens."),
                    {shortened(text), std::to_string(m_context)});
}

Asked Asker::continuation(const QString &context, const QString &continuation) const
{
    qsizetype end = context.size();
    while (end > 0 && context[end - 1].isSpace())
        --end;
    std::vector<std::int64_t> ids = m_tokenizer->encode(context + continuation, false).ids;
    std::size_t before = end > 0 ? m_tokenizer->encode(context.left(end), false).ids.size() : 0;
    if (before >= ids.size())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The answer \"%1\" adds no token to its text."),
                    {shortened(continuation)});
    if (before == 0) {
        requireBegin(continuation);
        ids.insert(ids.begin(), *m_begin);
        before = 1;
    }
    Asked asked;
    const std::size_t most = static_cast<std::size_t>(m_context) + 1;
    const std::size_t cut = ids.size() > most ? ids.size() - most : 0;
    asked.isCut = cut > 0;
    if (cut >= before)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The answer \"%1\" alone is longer than the model's context of %2 "
                                               "tokens."),
                    {shortened(continuation), std::to_string(m_context)});
    Query query;
    query.ids.assign(ids.begin() + static_cast<std::ptrdiff_t>(cut), ids.end() - 1);
    for (std::size_t i = before; i < ids.size(); ++i)
        query.reads.push_back({static_cast<int>(i - cut) - 1, ids[i]});
    asked.queries.push_back(std::move(query));
    return asked;
}

Asked Asker::targets(const QString &prompt, const QStringList &targets) const
{
    Asked asked;
    const Encoding encoding = promptTokens(*m_tokenizer, prompt, m_isMasked);
    const int place = m_isMasked ? maskPosition(*m_tokenizer, encoding) : static_cast<int>(encoding.ids.size()) - 1;
    for (const QString &text : targets) {
        const Target target =
            m_isMasked ? maskTarget(*m_tokenizer, text) : targetIds(*m_tokenizer, prompt, encoding.ids, text);
        Query query;
        query.ids = encoding.ids;
        query.ids.insert(query.ids.end(), target.ids.begin(), target.ids.end() - 1);
        int row = place;
        for (const std::int64_t id : target.ids)
            query.reads.push_back({row++, id});
        const std::size_t cut =
            query.ids.size() > static_cast<std::size_t>(m_context) ? query.ids.size() - m_context : 0;
        if (m_isMasked)
            requireFits(query.ids.size(), prompt);
        query.ids.erase(query.ids.begin(), query.ids.begin() + static_cast<std::ptrdiff_t>(cut));
        for (Query::Read &read : query.reads)
            read.row -= static_cast<int>(cut);
        asked.isCut = asked.isCut || cut > 0;
        asked.queries.push_back(std::move(query));
    }
    return asked;
}

Asked Asker::masked(const Encoding &text, const std::vector<int> &positions) const
{
    maskText(); // says so where there is none
    const std::int64_t mask = *m_tokenizer->maskId();
    Asked asked;
    for (const int position : positions) {
        Query query;
        query.ids = text.ids;
        query.reads.push_back({position, text.ids[static_cast<std::size_t>(position)]});
        query.ids[static_cast<std::size_t>(position)] = mask;
        asked.queries.push_back(std::move(query));
    }
    return asked;
}

QString Asker::maskText() const
{
    const std::optional<std::int64_t> mask = m_tokenizer->maskId();
    if (!mask)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The tokenizer has no mask token, which a masked model fills in; copy "
                                               "tokenizer_config.json from where the model came from."));
    return m_tokenizer->token(*mask);
}

Encoding Asker::behindBegin(const QString &text) const
{
    Encoding encoding = m_tokenizer->encode(text, false);
    if (m_begin) {
        encoding.ids.insert(encoding.ids.begin(), *m_begin);
        encoding.tokens.insert(encoding.tokens.begin(), m_tokenizer->token(*m_begin));
        encoding.offsets.insert(encoding.offsets.begin(), Span());
        encoding.addedBefore = 1;
    }
    return encoding;
}

Encoding Asker::encode(const QString &text) const
{
    Encoding encoding = m_tokenizer->encode(text);
    requireFits(encoding.ids.size(), text);
    return encoding;
}

double logProbabilityOf(const Readings &readings)
{
    double sum = 0;
    for (const Reading &reading : readings)
        sum += reading.logProbability;
    return sum;
}

} // namespace cw
