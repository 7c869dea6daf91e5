// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PlainLines.h"

#include "core/data/DataFolder.h"
#include "core/data/DemoGrammar.h"
#include "core/data/Resources.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Monitor.h"
#include "core/jobs/IntendedTokens.h"

namespace cw {

std::vector<PlainLine> plainLines(const QString &file, const QString &data, bool isDemo, int tokens, std::uint32_t seed,
                                  Monitor &monitor)
{
    std::vector<PlainLine> lines;
    if (!file.isEmpty() || !isDemo) {
        for (const QString &line : readTextLines(file.isEmpty() ? DataFolder(data).plainText() : file))
            lines.push_back({line, {}});
        return lines;
    }
    DemoGrammar grammar(readOccupations(resource(QStringLiteral("occupations.csv"))), seed);
    constexpr int everyCode = 5; // as often as the demo model was shown Python
    constexpr int tokensOfDocument = 10;
    const int documents = (tokens + tokensOfDocument - 1) / tokensOfDocument;
    for (int i = 0; i < documents; ++i) {
        monitor.step(i, documents);
        const DemoText text = i % everyCode == 0 ? grammar.codeDocument() : grammar.proseDocument();
        lines.push_back({QString::fromStdString(text.text), intendedSpans(text)});
    }
    return lines;
}

} // namespace cw
