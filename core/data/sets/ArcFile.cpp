// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvLine.h"
#include "core/data/sets/ChoiceItem.h"
#include "core/data/sets/JsonRow.h"
#include "core/data/sets/LabelledQuestion.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

namespace cw {
namespace {

QString contextOf(const QString &question)
{
    return QStringLiteral("Question: %1\nAnswer:").arg(question);
}

std::vector<ChoiceItem> fromJson(const QString &path)
{
    std::vector<ChoiceItem> items;
    for (const JsonRow &line : readJsonRows(path)) {
        const LabelledQuestion question = labelledQuestion(line);
        items.push_back(choiceItem(items.size(), contextOf(question.stem), question.answers, question.right));
    }
    return items;
}

/// Lines without a heading: question, four answers, the letter of the right one.
std::vector<ChoiceItem> fromCsv(const QString &path)
{
    std::vector<ChoiceItem> items;
    for (const QString &line : readTextLines(path)) {
        const QStringList fields = splitCsvLine(line);
        const auto right = fields.size() == 6 ? QStringLiteral("ABCD").indexOf(fields[5]) : -1;
        if (right < 0 || fields[5].size() != 1)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1, line %2: expected a question, four answers and A, B, C or D."),
                        {path.toStdString(), std::to_string(items.size() + 1)});
        items.push_back(choiceItem(items.size(), contextOf(fields[0]), fields.mid(1, 4), static_cast<int>(right)));
    }
    return items;
}

} // namespace

std::vector<ChoiceItem> readArc(const QString &path)
{
    return path.endsWith(QLatin1String(".csv")) ? fromCsv(path) : fromJson(path);
}

} // namespace cw
