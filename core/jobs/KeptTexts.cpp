// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptTexts.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/DataFolder.h"
#include "core/data/DemoGrammar.h"
#include "core/data/Resources.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Monitor.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

constexpr int everyCode = 5; ///< document is Python, as often as the demo model was shown some
constexpr int tokensOfDocument = 10;

QStringList linesOf(const LoadedModel &model, const KeptText &asked)
{
    if (!asked.file.isEmpty())
        return readTextLines(asked.file);
    if (!QFileInfo::exists(QDir(model.checkpoint->folder()).filePath(QStringLiteral("folds.json"))))
        return readTextLines(DataFolder(asked.data).plainText());
    QStringList lines;
    DemoGrammar grammar(readOccupations(resource(QStringLiteral("occupations.csv"))), asked.seed);
    for (int i = 0; i * tokensOfDocument < asked.tokens; ++i)
        lines << QString::fromStdString((i % everyCode == 0 ? grammar.codeDocument() : grammar.proseDocument()).text);
    return lines;
}

} // namespace

std::vector<std::vector<std::int64_t>> keptTexts(const LoadedModel &model, const KeptText &asked, Monitor &monitor)
{
    const auto context = static_cast<std::size_t>(model.checkpoint->spec().context);
    const std::shared_ptr<const Tokenizer> tokenizer = model.checkpoint->tokenizer();
    std::vector<std::vector<std::int64_t>> texts;
    std::int64_t tokens = 0;
    for (const QString &line : linesOf(model, asked)) {
        if (tokens >= asked.tokens)
            break;
        monitor.step(tokens, asked.tokens);
        std::vector<std::int64_t> ids = tokenizer->encode(line).ids;
        ids.resize(std::min(ids.size(), context));
        tokens += static_cast<std::int64_t>(ids.size());
        if (!ids.empty())
            texts.push_back(std::move(ids));
    }
    return texts;
}

} // namespace cw
