// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ChoiceItem.h"
#include "core/data/sets/JsonRow.h"
#include "core/data/sets/LabelledQuestion.h"

#include <QRegularExpression>

namespace cw {
namespace {

/// A question that was written into an instruction, taken apart again.
ChoiceItem fromInstruction(const JsonRow &line, std::size_t number)
{
    static const QRegularExpression form(
        QStringLiteral("^Please choose the correct answer to the question: (.*)\\n\\nAnswer1: (.*) Answer2: (.*) "
                       "Answer3: (.*) Answer4: (.*)\\n\\nAnswer format"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(line.text("instruction"));
    if (!match.hasMatch())
        line.refuse("instruction", "... Answer1: ... Answer2: ... Answer3: ... Answer4: ...");
    const QString answer = line.text("answer");
    const int right = answer.startsWith(QLatin1String("answer")) ? answer.mid(6).toInt() - 1 : -1;
    if (right < 0 || right > 3)
        line.refuse("answer", "answer1 | answer2 | answer3 | answer4");
    return choiceItem(number, match.captured(1), match.capturedTexts().mid(2, 4), right);
}

ChoiceItem fromOfficial(const JsonRow &line, std::size_t number)
{
    const LabelledQuestion question = labelledQuestion(line);
    return choiceItem(number, question.stem, question.answers, question.right);
}

} // namespace

std::vector<ChoiceItem> readOpenBookQa(const QString &path)
{
    std::vector<ChoiceItem> items;
    for (const JsonRow &line : readJsonRows(path))
        items.push_back(line.has("instruction") ? fromInstruction(line, items.size())
                                                : fromOfficial(line, items.size()));
    return items;
}

} // namespace cw
