// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CharsMap.h"
#include "core/checkpoint/tokenizer/Clusters.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Normalizer.h"

namespace cw {
namespace {

/// Clusters longer than this are never looked up whole.
constexpr qsizetype longestCluster = 5; // bytes of UTF-8

class CharsMapNormalizer final : public Normalizer {
public:
    explicit CharsMapNormalizer(CharsMap map) : m_map(std::move(map)) {}
    void apply(AlignedText &text, bool) const override;

private:
    bool replaceCluster(QStringView cluster, std::vector<AlignedText::Change> &changes) const;

    CharsMap m_map;
};

/// Puts a text in the place of code points: it stands for them one by one, the last one for those that are too many.
void put(const QString &by, int replaced, std::vector<AlignedText::Change> &changes)
{
    const QList<uint> codePoints = by.toUcs4();
    const int extra = static_cast<int>(codePoints.size()) - replaced;
    for (int i = 0; i < codePoints.size(); ++i)
        changes.push_back({codePoints[i], i >= replaced ? 1 : 0});
    if (extra < 0 && !changes.empty())
        changes.back().change += extra;
}

/// Whether anything was replaced.
bool CharsMapNormalizer::replaceCluster(QStringView cluster, std::vector<AlignedText::Change> &changes) const
{
    const bool isOne = cluster.size() == unitsOf(codePointAt(cluster, 0));
    const auto whole = !isOne && cluster.size() <= longestCluster && cluster.toUtf8().size() <= longestCluster
                           ? m_map.replacement(cluster)
                           : std::nullopt;
    if (whole) {
        put(*whole, static_cast<int>(cluster.toUcs4().size()), changes);
        return true;
    }
    bool isReplaced = false;
    for (qsizetype i = 0; i < cluster.size();) {
        const char32_t c = codePointAt(cluster, i);
        const auto single = m_map.replacement(cluster.mid(i, unitsOf(c)));
        if (single)
            put(*single, 1, changes);
        else
            changes.push_back({c, 0});
        isReplaced = isReplaced || single;
        i += unitsOf(c);
    }
    return isReplaced;
}

void CharsMapNormalizer::apply(AlignedText &text, bool) const
{
    std::vector<AlignedText::Change> changes;
    bool isReplaced = false;
    for (qsizetype begin = 0; begin < text.text.size();) {
        const qsizetype end = clusterEnd(text.text, begin);
        isReplaced = replaceCluster(QStringView(text.text).mid(begin, end - begin), changes) || isReplaced;
        begin = end;
    }
    if (isReplaced)
        text.transform(changes);
}

} // namespace

std::unique_ptr<const Normalizer> charsMapNormalizer(const JsonPart &part)
{
    const JsonPart table = part.at(QStringLiteral("precompiled_charsmap"));
    const auto bytes = QByteArray::fromBase64Encoding(table.text().toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    const std::optional<CharsMap> map =
        bytes.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? CharsMap::read(bytes.decoded) : std::nullopt;
    if (!map)
        table.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is no table of "
                                              "replacements."));
    return std::make_unique<CharsMapNormalizer>(*map);
}

} // namespace cw
