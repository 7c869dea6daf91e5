// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptTexts.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Monitor.h"
#include "core/jobs/IntendedTokens.h"
#include "core/jobs/PlainLines.h"

#include <QDir>
#include <QFileInfo>

namespace cw {

bool isDemo(const LoadedModel &model)
{
    return QFileInfo::exists(QDir(model.checkpoint->folder()).filePath(QStringLiteral("folds.json")));
}

std::vector<Query> keptTexts(const LoadedModel &model, const KeptText &asked, Monitor &monitor)
{
    const auto context = static_cast<std::size_t>(model.checkpoint->spec().context);
    const std::shared_ptr<const Tokenizer> tokenizer = model.checkpoint->tokenizer();
    std::vector<Query> texts;
    std::int64_t tokens = 0;
    for (const PlainLine &line : plainLines(asked.file, asked.data, isDemo(model), asked.tokens, asked.seed, monitor)) {
        if (tokens >= asked.tokens)
            break;
        monitor.step(tokens, asked.tokens);
        Query text = tokensOutside(tokenizer->encode(line.text), line.intended, context);
        tokens += static_cast<std::int64_t>(text.ids.size());
        if (!text.ids.empty())
            texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace cw
