// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ModelCard.h"

#include "core/data/WholeFile.h"
#include "core/engine/Error.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/ModelFacts.h"

#include <QFile>
#include <QJsonDocument>

namespace cw {
namespace {

QString row(const LedgerLine &line)
{
    const double part = line.norm > 0 ? line.changedNorm / line.norm : 0;
    return QStringLiteral("| `%1` | %2 of %3 | %4 | %5 |\n")
        .arg(QString::fromStdString(line.parameter))
        .arg(line.rows)
        .arg(line.allRows)
        .arg(line.changed)
        .arg(part, 0, 'g', 4);
}

} // namespace

void addToCard(const QString &path, const QString &section)
{
    QByteArray text;
    if (QFile card(path); card.exists()) {
        if (!card.open(QIODevice::ReadOnly))
            throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: %2."),
                        {path.toStdString(), card.errorString().toStdString()});
        text = card.readAll();
        text += text.endsWith('\n') ? "\n" : "\n\n";
    }
    writeWholeFile(path, text + section.toUtf8());
}

QString cardSection(const MadeEdit &edit)
{
    QString text = QStringLiteral("## Edited with Counterweight\n\n"
                                  "These are not the original weights. Edit: %1.\n\n"
                                  "- made from: %2, hash `%3`\n"
                                  "- hash of these weights: `%4`\n"
                                  "- changed: %5 of %6 weights (%7 %)\n\n"
                                  "| parameter | rows | weights changed | change / norm |\n|---|---|---|---|\n")
                       .arg(edit.title, factsOf(edit.base).name, edit.baseHash, edit.hash)
                       .arg(edit.ledger.changed())
                       .arg(edit.ledger.weights)
                       .arg(100 * edit.ledger.share(), 0, 'g', 3);
    for (const LedgerLine &line : edit.ledger.lines)
        text += row(line);
    return text + QStringLiteral("\nRecipe:\n\n```json\n%1```\n")
                      .arg(QString::fromUtf8(QJsonDocument(edit.recipe).toJson(QJsonDocument::Indented)));
}

} // namespace cw
