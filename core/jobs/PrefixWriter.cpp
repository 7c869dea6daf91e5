// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PrefixWriter.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Generator.h"
#include "core/engine/Monitor.h"

namespace cw {
namespace {

constexpr int shortest = 8; ///< tokens
constexpr int lengths = 4;  ///< from there on
constexpr int likeliest = 50;

std::vector<std::int64_t> beginOf(const Checkpoint &checkpoint)
{
    if (const auto begin = checkpoint.beginId())
        return {*begin};
    return checkpoint.tokenizer()->encode(QStringLiteral("The")).ids;
}

} // namespace

QStringList writtenPrefixes(const LoadedModel &model, int count, std::uint32_t seed, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Writing contexts"));
    Generator generator(model.model, beginOf(*model.checkpoint), monitor);
    generator.start(count, {1, likeliest, 1, seed});
    std::vector<std::vector<std::int64_t>> written(static_cast<std::size_t>(count));
    for (int length = 0; length < shortest + lengths - 1; ++length)
        for (const Generator::Token &token : generator.next(monitor))
            written[static_cast<std::size_t>(token.sample)].push_back(token.id);
    QStringList prefixes;
    for (std::size_t i = 0; i < written.size(); ++i) {
        written[i].resize(std::min<std::size_t>(written[i].size(), shortest + i % lengths));
        const QString text = model.checkpoint->tokenizer()->decode(written[i]).simplified();
        if (!text.isEmpty())
            prefixes << text + QStringLiteral(". ");
    }
    return prefixes;
}

} // namespace cw
