// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/TokenModel.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"

namespace cw {
namespace {

class WordLevelModel final : public TokenModel {
public:
    explicit WordLevelModel(const JsonPart &part)
        : m_vocabulary(part.at(QStringLiteral("vocab"))),
          m_unknown(m_vocabulary.id(part.text(QStringLiteral("unk_token"), QStringLiteral("<unk>"))))
    {
    }
    const Vocabulary &vocabulary() const override { return m_vocabulary; }
    void tokenize(QStringView piece, std::vector<ModelToken> &tokens) const override
    {
        const std::int64_t known = m_vocabulary.id(piece);
        const std::int64_t id = known == Vocabulary::none ? m_unknown : known;
        if (id == Vocabulary::none)
            throwUnknownWord(piece);
        tokens.push_back({id, {0, piece.size()}});
    }

private:
    Vocabulary m_vocabulary;
    std::int64_t m_unknown;
};

} // namespace

std::unique_ptr<const TokenModel> wordLevelModel(const JsonPart &part)
{
    return std::make_unique<WordLevelModel>(part);
}

} // namespace cw
