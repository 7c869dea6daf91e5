// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/LevelTexts.h"

#include "core/analysis/EditLevel.h"
#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <iterator>

namespace cw {

namespace {

constexpr int greyLine = 1; ///< of lineColour(): for what the levels are compared with

QString text(const char *sentence)
{
    return QCoreApplication::translate("LevelTexts", sentence);
}

/// The level that holds every guard and has the least FB-Score on the test fold, where that is less than without an
/// edit; else null.
const MgLevelLine *bestOf(const MgLevels &levels)
{
    const MgLevelLine *best = &levels.lines.front();
    for (const MgLevelLine &line : levels.lines)
        if (line.guards == GuardVerdict::Held && line.test.fb < best->test.fb)
            best = &line;
    return best == &levels.lines.front() ? nullptr : best;
}

QString placeboSentence(const MgLevelLine &line)
{
    if (!line.placebo)
        return text(QT_TRANSLATE_NOOP("LevelTexts", "No placebo was drawn."));
    return text(QT_TRANSLATE_NOOP("LevelTexts", "Against its placebos p = %1."))
        .arg(QString::number(line.placebo->p, 'g', 2));
}

QString bestSentence(const MgLevels &levels)
{
    const MgLevelLine *best = bestOf(levels);
    if (!best)
        return text(QT_TRANSLATE_NOOP("LevelTexts", "Goal %1: no level lowers the FB-Score of the test fold and holds "
                                                    "every guard."))
            .arg(levels.goal);
    return text(QT_TRANSLATE_NOOP("LevelTexts",
                                  "Goal %1: of the levels that hold every guard, \u201c%2\u201d has the lowest "
                                  "FB-Score on the test fold, %3 instead of %4, at %5 times the perplexity."))
               .arg(levels.goal, levelTitle(best->level), formatNumber(best->test.fb),
                    formatNumber(levels.lines.front().test.fb), formatNumber(best->perplexity)) +
           u' ' + placeboSentence(*best);
}

/// Colours and shapes for all but what they are compared with.
int colourOf(std::size_t line)
{
    const auto index = static_cast<int>(line);
    return index == 0 ? greyLine : index == 1 ? 0 : index;
}

} // namespace

QString levelTitle(const QString &level)
{
    if (level == uneditedLevel)
        return text(QT_TRANSLATE_NOOP("LevelTexts", "Unedited"));
    if (level == QLatin1String("full"))
        return text(QT_TRANSLATE_NOOP("LevelTexts", "Full"));
    if (level == QLatin1String("layer"))
        return text(QT_TRANSLATE_NOOP("LevelTexts", "Layer"));
    if (level == QLatin1String("module"))
        return text(QT_TRANSLATE_NOOP("LevelTexts", "Module"));
    return level == QLatin1String("row") ? text(QT_TRANSLATE_NOOP("LevelTexts", "Row"))
                                         : text(QT_TRANSLATE_NOOP("LevelTexts", "Weight"));
}

QString levelsSentence(const MgLevels &levels, bool isRunning)
{
    if (levels.lines.empty())
        return isRunning ? text(QT_TRANSLATE_NOOP("LevelTexts", "The model is edited at one level after another, from "
                                                                "the whole model down to single weights; each appears "
                                                                "here when it is done."))
                         : text(QT_TRANSLATE_NOOP("LevelTexts", "Stopped before the first level was done."));
    if (levels.isComplete)
        return bestSentence(levels);
    const QString state = isRunning ? text(QT_TRANSLATE_NOOP("LevelTexts", "%1 of %2 levels are done."))
                                    : text(QT_TRANSLATE_NOOP("LevelTexts", "Stopped: %1 of %2 levels are done."));
    return state.arg(levels.lines.size() - 1).arg(std::size(allLevels)) + u' ' + bestSentence(levels);
}

TradeOff tradeOffOf(const MgLevels &levels, LevelScore score)
{
    TradeOff chart;
    const auto of = [score](const MgLevelLine::Fold &fold) {
        return score == LevelScore::Fb ? fold.fb : fold.imbalance;
    };
    chart.title = score == LevelScore::Fb ? text(QT_TRANSLATE_NOOP("LevelTexts", "FB-Score"))
                                          : text(QT_TRANSLATE_NOOP("LevelTexts", "Imbalance"));
    chart.costTitle = text(QT_TRANSLATE_NOOP("LevelTexts", "Perplexity of the guard's text / before"));
    for (std::size_t i = 0; i < levels.lines.size(); ++i) {
        const MgLevelLine &line = levels.lines[i];
        TradeOffMark mark{levelTitle(line.level),
                          colourOf(i),
                          line.perplexity,
                          of(line.train),
                          of(line.test),
                          line.guards == GuardVerdict::Broken,
                          {}};
        if (line.placebo && score == LevelScore::Fb)
            mark.placebo = Interval{line.placebo->low, line.placebo->high};
        chart.marks.push_back(mark);
    }
    return chart;
}

} // namespace cw
