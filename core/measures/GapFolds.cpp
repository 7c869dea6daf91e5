// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/GapFolds.h"

#include "core/data/Draws.h"
#include "core/data/Resources.h"
#include "core/data/sets/FoldsFile.h"
#include "core/data/sets/TextLines.h"
#include "core/measures/GoalTargets.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <optional>

namespace cw {
namespace {

/// So many are kept apart, by the seed.
template <class T, class Mark> void setApart(std::vector<T> &all, std::size_t count, std::uint32_t seed, Mark mark)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all.size(); ++i)
        order.push_back(i);
    Draws draws(seed);
    draws.shuffle(order);
    for (std::size_t i = 0; i < count; ++i)
        mark(all[order[i]]);
}

std::vector<GapFolds::Occupation> occupationsOf(const std::optional<FoldsFile> &folds, std::uint32_t seed)
{
    std::vector<GapFolds::Occupation> occupations;
    if (folds) {
        for (const QString &name : folds->edited)
            occupations.push_back({name, false});
        QStringList heldOut = folds->heldOut.values();
        heldOut.sort();
        for (const QString &name : heldOut)
            occupations.push_back({name, true});
        return occupations;
    }
    QStringList names = publicShares().keys();
    names.sort();
    for (const QString &name : names)
        occupations.push_back({name, false});
    setApart(occupations, occupations.size() / 5, seed,
             [](GapFolds::Occupation &occupation) { occupation.isHeldOut = true; });
    return occupations;
}

std::vector<GapFolds::Template> templatesOf(const std::optional<FoldsFile> &folds, std::uint32_t seed)
{
    std::vector<GapFolds::Template> templates;
    for (const QString &line : readTextLines(resource(QStringLiteral("templates.txt"))))
        templates.push_back({line, folds && folds->unseenFrames.contains(line.section(u'}', 1).trimmed())});
    if (!folds)
        setApart(templates, templates.size() / 2, seed, [](GapFolds::Template &frame) { frame.isUnseen = true; });
    return templates;
}

} // namespace

GapFolds GapFolds::of(const QString &modelFolder, std::uint32_t seed)
{
    const QString own = QDir(modelFolder).filePath(QStringLiteral("folds.json"));
    const auto folds = QFileInfo(own).isFile() ? std::optional(FoldsFile::read(own)) : std::nullopt;
    GapFolds all{occupationsOf(folds, seed), templatesOf(folds, seed), folds ? folds->locating : QStringList(), {}};
    for (const FoldsFile::Prompt &prompt : folds ? folds->reporting : std::vector<FoldsFile::Prompt>())
        all.reporting.push_back({prompt.text, prompt.occupation, prompt.isUnseen, {}});
    return all;
}

QString filled(const QString &frame, const QString &occupation)
{
    static const QRegularExpression article(QStringLiteral("\\b([Aa])n? \\{\\}"));
    const bool isVowel = !occupation.isEmpty() && QStringLiteral("aeiouAEIOU").contains(occupation.front());
    QString text = frame;
    text.replace(article, isVowel ? QStringLiteral("\\1n {}") : QStringLiteral("\\1 {}"));
    return text.replace(QLatin1String("{}"), occupation);
}

} // namespace cw
