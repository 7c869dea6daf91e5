// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/PreTokenizer.h"

#include "core/checkpoint/tokenizer/JsonPart.h"

namespace cw {
namespace {

class Steps final : public PreTokenizer {
public:
    explicit Steps(const JsonPart &part)
    {
        for (const JsonPart &step : part.at(QStringLiteral("pretokenizers")).list()) {
            if (auto preTokenizer = readPreTokenizer(step))
                m_steps.push_back(std::move(preTokenizer));
        }
    }
    void apply(Pieces &pieces) const override
    {
        for (const auto &step : m_steps)
            step->apply(pieces);
    }

private:
    std::vector<std::unique_ptr<const PreTokenizer>> m_steps;
};

} // namespace

std::unique_ptr<const PreTokenizer> readPreTokenizer(const JsonPart &part)
{
    if (part.isNull())
        return nullptr;
    const QString type = part.text(QStringLiteral("type"));
    if (type == u"Sequence")
        return std::make_unique<Steps>(part);
    if (type == u"ByteLevel")
        return byteLevel(part);
    if (type == u"Metaspace")
        return metaspace(part);
    if (type == u"Split")
        return patternSplit(part);
    if (auto split = classSplit(type, part))
        return split;
    part.unknown(type);
}

} // namespace cw
