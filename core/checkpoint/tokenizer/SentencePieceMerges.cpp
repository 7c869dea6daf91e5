// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SentencePieceMerges.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/SentencePieceModel.h"
#include "core/checkpoint/tokenizer/TokenTrie.h"

#include <algorithm>
#include <tuple>

namespace cw {
namespace {

struct Merge {
    double score = 0;
    qsizetype leftLength = 0;  // code points
    qsizetype rightLength = 0; // code points
    QString left;
    QString right;
};

/// The later a better score, and among equals the longer left part, comes first.
bool comesFirst(const Merge &a, const Merge &b)
{
    return std::tie(a.score, a.leftLength, a.rightLength) > std::tie(b.score, b.leftLength, b.rightLength);
}

qsizetype codePointsOf(QStringView text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace

QJsonArray sentencePieceMerges(const SentencePieceModel &model)
{
    QHash<QString, qint64> ids;
    for (std::size_t id = 0; id < model.pieces.size(); ++id)
        ids.insert(model.pieces[id].text, static_cast<qint64>(id));
    TokenTrie trie;
    for (auto it = ids.begin(); it != ids.end(); ++it)
        trie.insert(it.key(), static_cast<int>(it.value()));
    std::vector<Merge> merges;
    for (const SentencePieceModel::Piece &piece : model.pieces) {
        std::vector<std::tuple<int, qint64, qsizetype>> cuts;
        trie.forEachAt(piece.text, 0, [&](const TokenTrie::Match &match) {
            const auto right = ids.constFind(piece.text.mid(match.length));
            if (right != ids.constEnd() && match.length < piece.text.size())
                cuts.push_back({match.entry, right.value(), match.length});
        });
        std::sort(cuts.begin(), cuts.end());
        for (const auto &[left, right, length] : cuts)
            merges.push_back({piece.score, codePointsOf(QStringView(piece.text).left(length)),
                              codePointsOf(QStringView(piece.text).mid(length)), piece.text.left(length),
                              piece.text.mid(length)});
    }
    std::stable_sort(merges.begin(), merges.end(), comesFirst);
    QJsonArray result;
    for (const Merge &merge : merges)
        result += QJsonArray{merge.left, merge.right};
    return result;
}

} // namespace cw
