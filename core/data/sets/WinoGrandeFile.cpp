// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ChoiceItem.h"
#include "core/data/sets/JsonRow.h"

#include <QRegularExpression>

namespace cw {
namespace {

/// A sentence with a blank _, what may stand there, and which of both does.
struct Blank {
    QString sentence;
    QStringList options;
    int right = 0;
};

Blank fromInstruction(const JsonRow &line)
{
    static const QRegularExpression form(
        QStringLiteral("to complete the given sentence: (.*)\\n\\nOption1: (.*) Option2: (.*) Answer format"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(line.text("instruction"));
    if (!match.hasMatch())
        line.refuse("instruction", "... Option1: ... Option2: ...");
    const QString answer = line.text("answer");
    if (answer != QLatin1String("option1") && answer != QLatin1String("option2"))
        line.refuse("answer", "option1 | option2");
    return {match.captured(1), match.capturedTexts().mid(2, 2), answer == QLatin1String("option2") ? 1 : 0};
}

Blank fromOfficial(const JsonRow &line)
{
    const QString answer = line.text("answer");
    if (answer != QLatin1String("1") && answer != QLatin1String("2"))
        line.refuse("answer", "1 | 2");
    return {line.text("sentence"), {line.text("option1"), line.text("option2")}, answer.toInt() - 1};
}

} // namespace

/// Partial evaluation (Trinh and Le 2018): what stands behind the blank is read behind each way to fill it.
std::vector<ChoiceItem> readWinoGrande(const QString &path)
{
    std::vector<ChoiceItem> items;
    for (const JsonRow &line : readJsonRows(path)) {
        const Blank blank = line.has("instruction") ? fromInstruction(line) : fromOfficial(line);
        const auto place = blank.sentence.indexOf(u'_');
        if (place < 0)
            line.refuse("sentence", "... _ ...");
        ChoiceItem item;
        item.id = QString::number(items.size());
        item.text = blank.sentence;
        item.right = blank.right;
        for (const QString &option : blank.options) {
            item.contexts << QString(blank.sentence.left(place) + option);
            item.continuations << QString(u' ' + blank.sentence.mid(place + 1).trimmed());
            item.answers << option;
        }
        items.push_back(item);
    }
    return items;
}

} // namespace cw
