// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ModelCard.h"

#include "core/data/WholeFile.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/MadeEdit.h"
#include "core/jobs/ModelFacts.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace cw {
namespace {

QString number(double value)
{
    return QString::number(value, 'g', 4);
}

QString interval(double low, double high)
{
    return std::isfinite(low) && std::isfinite(high) ? QStringLiteral(" [%1, %2]").arg(number(low), number(high))
                                                     : QString();
}

QString withInterval(const PreviewScores::Number &score)
{
    return number(score.value) + interval(score.low, score.high);
}

QString row(const LedgerLine &line)
{
    const double part = line.norm > 0 ? line.changedNorm / line.norm : 0;
    return QStringLiteral("| `%1` | %2 of %3 | %4 | %5 |\n")
        .arg(QString::fromStdString(line.parameter))
        .arg(line.rows)
        .arg(line.allRows)
        .arg(line.changed)
        .arg(number(part));
}

/// What the score is, with bars that a table can hold.
QString scoreName(const PreviewSettings &settings)
{
    const QString a = settings.targets[0].trimmed();
    const QString b = settings.targets[1].trimmed();
    return settings.goalAsked().kind == Goal::Kind::Parity
               ? QStringLiteral("mean \\|P(%1) - P(%2)\\|").arg(a, b)
               : QStringLiteral("mean distance of P(%2) / (P(%1) + P(%2)) from the goal").arg(a, b);
}

QString scoreTable(const ProbedEdit &probed)
{
    const PreviewSettings &settings = probed.set.settings;
    return QStringLiteral("Scores on %1 bias prompts (goal: %2) and %3 tokens of text, lower is better; 95 % intervals "
                          "over occupations and templates:\n\n"
                          "| score | before | after | change |\n|---|---|---|---|\n"
                          "| %4 | %5 | %6 | %7 |\n| perplexity | %8 | %9 | |\n")
        .arg(QString::number(probed.set.prompts.size()), QFileInfo(settings.goal).fileName(),
             QString::number(probed.set.scored), scoreName(settings), withInterval(probed.before.score),
             withInterval(probed.after.score), withInterval(probed.after.change), number(probed.before.perplexity),
             number(probed.after.perplexity));
}

QString placeboLine(const KeptPlacebo &placebo)
{
    return QStringLiteral("- Placebo (%1), %2: %3 before, %4 edited; 90 % of %5 draws lie in%6; p = %7%8\n")
        .arg(placebo.kind, placebo.score, number(placebo.before), number(placebo.edited),
             QString::number(placebo.draws.size()), interval(placebo.low, placebo.high),
             QString::number(placebo.p, 'g', 2),
             placebo.isEditCounted ? QString()
                                   : QStringLiteral("; the edit does not hold every guard and counts as no reduction"));
}

QString effectLine(const SideEffects::Set &set)
{
    if (set.sentences == 0)
        return QStringLiteral("- Side effect on `%1`: not measured, as this model cannot be asked its sentences\n")
            .arg(set.key);
    return QStringLiteral("- Side effect on `%1` (%2 sentences): %3 before, %4 after; divergence %5 nats a token\n")
        .arg(set.key, QString::number(set.sentences), number(set.before), number(set.after), number(set.divergence));
}

QString controls(const QJsonObject &facts)
{
    const EditFacts known = editFactsFrom(facts);
    QString lines;
    for (const KeptPlacebo &placebo : known.placebos)
        lines += placeboLine(placebo);
    if (known.placebos.isEmpty())
        lines += QLatin1String("- No placebo is known.\n");
    if (known.sideEffects)
        for (const SideEffects::Set &set : known.sideEffects->sets)
            lines += effectLine(set);
    return lines;
}

/// Of one edit, or of each of several.
QString allControls(const MadeEdit &edit)
{
    const QJsonValue edits = edit.facts[QLatin1String("edits")];
    if (!edits.isArray())
        return QStringLiteral("\nControls:\n\n") + controls(edit.facts);
    QString text;
    for (const QJsonValue each : edits.toArray())
        text += QStringLiteral("\nControls of \"%1\", all at strength 1 (here it is %2):\n\n")
                    .arg(each[QLatin1String("title")].toString(), number(each[QLatin1String("alpha")].toDouble())) +
                controls(each[QLatin1String("facts")].toObject());
    return text;
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

QString cardSection(const MadeEdit &edit, const Result<ProbedEdit> &probed)
{
    QString text =
        QStringLiteral("## Edited with Counterweight\n\n"
                       "These are not the original weights. Edit: %1.\n\n"
                       "- made from: %2, hash `%3`\n"
                       "- hash of these weights: `%4`\n"
                       "- changed: %5 of %6 weights (%7 %)\n\n"
                       "| parameter | rows | weights changed | change / norm |\n|---|---|---|---|\n")
            .arg(edit.title, factsOf(edit.base).name, edit.baseHash, edit.hash, QString::number(edit.ledger.changed()),
                 QString::number(edit.ledger.weights), QString::number(100 * edit.ledger.share(), 'g', 3));
    for (const LedgerLine &line : edit.ledger.lines)
        text += row(line);
    text += u'\n' + (probed ? scoreTable(*probed)
                            : QStringLiteral("No scores: %1\n").arg(QString::fromUtf8(probed.error().what())));
    if (const QJsonObject other = edit.facts[madeForFact].toObject(); !other.isEmpty())
        text += QStringLiteral("\nThe edit was made for another model, %1 (hash `%2`), and applied to this one all the "
                               "same.\n")
                    .arg(other[QLatin1String("name")].toString(), other[QLatin1String("hash")].toString());
    text += allControls(edit);
    return text + QStringLiteral("\nRecipe:\n\n```json\n%1```\n")
                      .arg(QString::fromUtf8(QJsonDocument(edit.recipe).toJson(QJsonDocument::Indented)));
}

} // namespace cw
