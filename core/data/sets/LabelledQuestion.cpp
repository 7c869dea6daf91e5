// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/LabelledQuestion.h"

#include "core/data/sets/JsonRow.h"

#include <QJsonArray>

namespace cw {

LabelledQuestion labelledQuestion(const JsonRow &row)
{
    const QJsonObject question = row.value("question").toObject();
    LabelledQuestion read;
    read.stem = question[QLatin1String("stem")].toString();
    QStringList labels;
    for (const QJsonValue choice : question[QLatin1String("choices")].toArray()) {
        read.answers << choice[QLatin1String("text")].toString();
        labels << choice[QLatin1String("label")].toString();
    }
    if (read.stem.isEmpty())
        row.refuse("question", "{\"stem\": ..., \"choices\": [...]}");
    read.right = static_cast<int>(labels.indexOf(row.text("answerKey")));
    if (read.right < 0)
        row.refuse("answerKey", "question.choices[...].label");
    return read;
}

} // namespace cw
