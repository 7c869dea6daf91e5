// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ChoiceItem.h"
#include "core/data/sets/JsonRow.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

namespace cw {

std::vector<ChoiceItem> readPiqa(const QString &path, const QString &labels)
{
    const std::vector<JsonRow> lines = readJsonRows(path);
    const QStringList right = readTextLines(labels);
    if (right.size() != static_cast<qsizetype>(lines.size()))
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 has %2 labels for the %3 items of %4: get both files again."),
            {labels.toStdString(), std::to_string(right.size()), std::to_string(lines.size()), path.toStdString()});
    std::vector<ChoiceItem> items;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QString &label = right[static_cast<qsizetype>(i)];
        if (label != QLatin1String("0") && label != QLatin1String("1"))
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: a label must be 0 or 1, not %3."),
                        {labels.toStdString(), std::to_string(i + 1), label.toStdString()});
        items.push_back(choiceItem(i, QStringLiteral("Question: %1\nAnswer:").arg(lines[i].text("goal")),
                                   {lines[i].text("sol1"), lines[i].text("sol2")}, label.toInt()));
    }
    return items;
}

} // namespace cw
