// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/SentenceReads.h"

#include "core/engine/Error.h"

#include <algorithm>

namespace cw {
namespace {

[[noreturn]] void throwWithoutTokens(const QString &text)
{
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The text \"%1\" has no tokens."), {text.toStdString()});
}

/// Where the first mask stands; maskText() has said it when there is none.
std::size_t firstMask(const Asker &asker, const std::vector<std::int64_t> &ids)
{
    return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), *asker.tokenizer().maskId()) - ids.begin());
}

} // namespace

std::vector<Query> withoutBegin(const Asker &asker, const QString &text)
{
    const Encoding encoding = asker.behindBegin(text);
    asker.requireBegin(text);
    const std::vector<std::int64_t> &ids = encoding.ids;
    if (ids.size() < 2)
        throwWithoutTokens(text);
    const Query first{{ids[0]}, {{0, ids[1]}}};
    Query others;
    others.ids.assign(ids.begin() + 1, ids.end() - (ids.size() > 2 ? 1 : 0));
    for (std::size_t i = 2; i < ids.size(); ++i)
        others.reads.push_back({static_cast<int>(i) - 2, ids[i]});
    asker.requireFits(others.ids.size(), text);
    return {first, others};
}

double meanLogProbability(const Readings &first, const Readings &others)
{
    return (logProbabilityOf(first) + logProbabilityOf(others)) / static_cast<double>(first.size() + others.size());
}

std::vector<Query> pieceByPiece(const Asker &asker, const QString &context, const QString &blank, const QString &word)
{
    const QString mask = asker.maskText();
    const std::vector<std::int64_t> pieces = asker.tokenizer().encodeContinuation(QString(u' ' + word)).ids;
    if (pieces.empty())
        throwWithoutTokens(word);
    std::vector<Query> queries;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto end = pieces.begin() + static_cast<std::ptrdiff_t>(i);
        const QString earlier = asker.tokenizer().decode({pieces.begin(), end});
        Query query;
        query.ids = asker.encode(QString(context).replace(blank, QString(earlier + mask))).ids;
        query.reads.push_back({static_cast<int>(firstMask(asker, query.ids)), pieces[i]});
        queries.push_back(std::move(query));
    }
    return queries;
}

Query wordAtMask(const Asker &asker, const QString &text, const QString &place, const QString &word)
{
    const QString mask = asker.maskText();
    const bool isAtStart = text.startsWith(place);
    const std::vector<std::int64_t> pieces = isAtStart ? asker.tokenizer().encode(word, false).ids
                                                       : asker.tokenizer().encodeContinuation(QString(u' ' + word)).ids;
    if (pieces.empty())
        throwWithoutTokens(word);
    Query query;
    query.ids = asker.encode(QString(text).replace(place, mask)).ids;
    const std::size_t at = firstMask(asker, query.ids);
    query.ids.insert(query.ids.begin() + static_cast<std::ptrdiff_t>(at), pieces.size() - 1,
                     *asker.tokenizer().maskId());
    for (std::size_t i = 0; i < pieces.size(); ++i)
        query.reads.push_back({static_cast<int>(at + i), pieces[i]});
    asker.requireFits(query.ids.size(), text);
    return query;
}

} // namespace cw
