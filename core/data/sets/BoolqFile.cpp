// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ChoiceItem.h"
#include "core/data/sets/JsonRow.h"
#include "core/engine/Error.h"

namespace cw {

std::vector<ChoiceItem> readBoolq(const QString &path)
{
    std::vector<ChoiceItem> items;
    for (const JsonRow &line : readJsonRows(path)) {
        if (!line.has("passage"))
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1 has no passages, without which BoolQ's questions cannot be "
                                                   "answered: get the official dev.jsonl."),
                        {path.toStdString()});
        const QJsonValue answer = line.value("answer");
        if (!answer.isBool())
            line.refuse("answer", "true | false");
        const QString context =
            QStringLiteral("%1\nQuestion: %2?\nAnswer:").arg(line.text("passage"), line.text("question"));
        items.push_back(
            choiceItem(items.size(), context, {QStringLiteral("no"), QStringLiteral("yes")}, answer.toBool() ? 1 : 0));
    }
    return items;
}

} // namespace cw
