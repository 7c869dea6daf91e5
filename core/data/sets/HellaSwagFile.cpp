// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ChoiceItem.h"
#include "core/data/sets/JsonRow.h"

#include <QRegularExpression>

namespace cw {
namespace {

/// What the harness takes out of WikiHow's texts: marks of titles and what stands in brackets.
QString cleaned(QString text)
{
    static const QRegularExpression brackets(QStringLiteral("\\[.*?\\]"));
    text = text.trimmed();
    text.replace(QLatin1String(" [title]"), QLatin1String(". "));
    text.remove(brackets);
    text.replace(QLatin1String("  "), QLatin1String(" "));
    return text;
}

/// As Python's str.capitalize(): the first letter large, all others small.
QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1).toLower();
}

QString contextOf(const JsonRow &line)
{
    // Text copies hold "activity: context" already.
    if (!line.has("activity_label"))
        return line.text("ctx");
    return line.text("activity_label") + QStringLiteral(": ") + line.text("ctx_a") + u' ' +
           capitalised(line.text("ctx_b"));
}

} // namespace

std::vector<ChoiceItem> readHellaSwag(const QString &path)
{
    std::vector<ChoiceItem> items;
    for (const JsonRow &line : readJsonRows(path)) {
        QStringList endings = line.texts("endings");
        for (QString &ending : endings)
            ending = cleaned(ending);
        const QJsonValue label = line.value("label");
        bool isNumber = true;
        const int right = label.isString() ? label.toString().toInt(&isNumber) : label.toInt(-1);
        if (!isNumber || right < 0 || right >= endings.size())
            line.refuse("label", "0 ... " + std::to_string(endings.size() - 1));
        items.push_back(choiceItem(items.size(), cleaned(contextOf(line)), endings, right));
    }
    return items;
}

} // namespace cw
