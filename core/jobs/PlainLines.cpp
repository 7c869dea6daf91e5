// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PlainLines.h"

#include "core/data/DataFolder.h"
#include "core/data/DemoGrammar.h"
#include "core/data/Resources.h"
#include "core/data/sets/TextLines.h"

namespace cw {

QStringList plainLines(const QString &file, const QString &data, bool isDemo, int tokens, std::uint32_t seed)
{
    if (!file.isEmpty())
        return readTextLines(file);
    if (!isDemo)
        return readTextLines(DataFolder(data).plainText());
    QStringList lines;
    DemoGrammar grammar(readOccupations(resource(QStringLiteral("occupations.csv"))), seed);
    constexpr int everyCode = 5; // as often as the demo model was shown Python
    constexpr int tokensOfDocument = 10;
    for (int i = 0; i * tokensOfDocument < tokens; ++i)
        lines << QString::fromStdString((i % everyCode == 0 ? grammar.codeDocument() : grammar.proseDocument()).text);
    return lines;
}

} // namespace cw
