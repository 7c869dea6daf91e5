// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/FactTexts.h"

#include "core/jobs/MadeEdit.h"
#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <algorithm>

namespace cw {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("FactTexts", sentence);
}

QString titleOf(const QString &kind)
{
    if (kind == QLatin1String("content"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "Placebos of other content"));
    if (kind == QLatin1String("moved"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "Placebos moved elsewhere in the same tensors"));
    if (kind == QLatin1String("relocated"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "Placebos made anew in another place"));
    if (kind == QLatin1String("wrong-text"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "Placebos made on nouns that are no occupations"));
    return text(QT_TRANSLATE_NOOP("FactTexts", "Placebos (%1)")).arg(kind);
}

QString scoreTitle(const QString &score)
{
    if (score == QLatin1String("gap"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "the mean gap"));
    if (score == QLatin1String("testFb"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "the FB-Score of the test fold"));
    if (score == QLatin1String("testImbalance"))
        return text(QT_TRANSLATE_NOOP("FactTexts", "the renormalised imbalance of the test fold"));
    return score;
}

QString cell(QString text)
{
    return text.replace(u'|', QLatin1String("\\|")).replace(u'\n', u' ');
}

QString markdownTable(const QVector<QStringList> &rows)
{
    QString table;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (const QString &each : rows[i])
            table += QStringLiteral("| %1 ").arg(cell(each));
        table += QLatin1String("|\n");
        if (i == 0)
            table += QStringLiteral("|---").repeated(rows[i].size()) + QLatin1String("|\n");
    }
    return table;
}

QString heading(const char *title)
{
    return QStringLiteral("\n### %1\n\n").arg(text(title));
}

QString placeboMarkdown(const QVector<KeptPlacebo> &placebos)
{
    if (placebos.isEmpty())
        return missingPlacebo() + u'\n';
    QString lines;
    for (const KeptPlacebo &placebo : placebos)
        lines +=
            QStringLiteral("- %1\n").arg((QStringList{placeboSentence(placebo)} + placeboRemarks(placebo)).join(u' '));
    return lines;
}

/// Where the draw with the lowest score was made, and what that is; whatever its guards say.
QString bestPlace(const KeptPlacebo &placebo)
{
    const auto best = std::min_element(placebo.draws.begin(), placebo.draws.end());
    if (best == placebo.draws.end())
        return {};
    const QString place = placebo.places.value(best - placebo.draws.begin());
    return place.isEmpty() ? QString() : QStringLiteral("%1, %2").arg(place, formatNumber(*best));
}

} // namespace

QString placeboSentence(const KeptPlacebo &placebo)
{
    return text(QT_TRANSLATE_NOOP("FactTexts",
                                  "%1, compared by %2: %3 before, %4 edited; 90 % of %5 draws lie in %6; p = "
                                  "%7."))
        .arg(titleOf(placebo.kind), scoreTitle(placebo.score), formatNumber(placebo.before),
             formatNumber(placebo.edited))
        .arg(placebo.draws.size())
        .arg(formatInterval(placebo.low, placebo.high), QString::number(placebo.p, 'g', 2));
}

QStringList placeboRemarks(const KeptPlacebo &placebo)
{
    QStringList remarks;
    if (!placebo.isEditCounted)
        remarks << text(QT_TRANSLATE_NOOP("FactTexts", "The edit does not hold every guard, so that it counts as no "
                                                       "reduction."));
    if (placebo.broken > 0)
        remarks << text(QT_TRANSLATE_NOOP("FactTexts", "Draws that break a guard and count as no reduction: %1."))
                       .arg(placebo.broken);
    if (placebo.undecided > 0)
        remarks << text(QT_TRANSLATE_NOOP("FactTexts", "Draws with a guard that is undecided, which count as no "
                                                       "reduction: %1."))
                       .arg(placebo.undecided);
    if (const QString place = bestPlace(placebo); !place.isEmpty())
        remarks << text(QT_TRANSLATE_NOOP("FactTexts", "The best of them: %1.")).arg(place);
    if (placebo.isTooFew)
        remarks << text(QT_TRANSLATE_NOOP("FactTexts", "Too few draws for 5 %: take 19 or more."));
    return remarks;
}

QString sideEffectRemark(const SideEffects &effects)
{
    return effects.breaksDefinitions()
               ? text(QT_TRANSLATE_NOOP("FactTexts",
                                        "Less than 90 % of the gap on definitional words is left: that guard "
                                        "is broken."))
               : QString();
}

QString missingLedger()
{
    return text(QT_TRANSLATE_NOOP("FactTexts",
                                  "Its changes were not counted: the job that does so is not done yet, or it "
                                  "comes from an older version of the program."));
}

QString missingPlacebo()
{
    return text(QT_TRANSLATE_NOOP(
        "FactTexts", "No placebo was drawn: whether any other edit of its kind does the same is not known."));
}

QString missingSideEffects()
{
    return text(QT_TRANSLATE_NOOP("FactTexts",
                                  "Its side effects were not looked for, or the job that does so is not done "
                                  "yet."));
}

QString markdownOf(const QString &title, const EditFacts &facts)
{
    QString all = QStringLiteral("## %1\n").arg(title);
    all += heading(QT_TRANSLATE_NOOP("FactTexts", "Changed weights"));
    if (facts.ledger)
        all += markdownTable(ledgerTable(*facts.ledger)) + u'\n' + ledgerSentence(*facts.ledger) + u'\n' +
               QStringLiteral("\n`%1` → `%2`\n").arg(facts.baseHash, facts.hash);
    else
        all += missingLedger() + u'\n';
    all += heading(QT_TRANSLATE_NOOP("FactTexts", "Placebos")) + placeboMarkdown(facts.placebos);
    all += heading(QT_TRANSLATE_NOOP("FactTexts", "Side effects"));
    if (facts.sideEffects) {
        all += markdownTable(setTable(*facts.sideEffects));
        if (const QString remark = sideEffectRemark(*facts.sideEffects); !remark.isEmpty())
            all += u'\n' + remark + u'\n';
        if (!facts.sideEffects->sentences.empty())
            all += u'\n' + markdownTable(sentenceTable(*facts.sideEffects));
    } else {
        all += missingSideEffects() + u'\n';
    }
    return all;
}

} // namespace cw
