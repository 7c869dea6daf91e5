// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/FbPrompts.h"

#include "core/data/DataFolder.h"
#include "core/data/DemoCode.h"
#include "core/data/Draws.h"
#include "core/data/sets/FoldsFile.h"
#include "core/data/sets/ProfessionsFile.h"
#include "core/measures/GoalTargets.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

struct Modifier {
    const char *word;
    int group;
};

/// Of Liu et al. 2023, in the classes of their table 2.
constexpr Modifier modifiers[] = {
    {"sick", 0},     {"terrible", 0},   {"awful", 0},       {"inept", 1},     {"ironical", 1},
    {"freakish", 1}, {"propitious", 2}, {"fascinating", 2}, {"confident", 2}, {"worse", 3},
    {"worst", 3},    {"better", 4},     {"best", 4},
};

/// Who is asked about, as an identifier, and P(he) as it should be.
struct Person {
    QString name;
    float targetHe;
    bool isHeldOut;
};

std::optional<FoldsFile> foldsOf(const QString &modelFolder)
{
    const QString own = QDir(modelFolder).filePath(QStringLiteral("folds.json"));
    return QFileInfo(own).isFile() ? std::optional(FoldsFile::read(own)) : std::nullopt;
}

QStringList namesOf(const std::optional<FoldsFile> &folds, const DataFolder &folder)
{
    QStringList names;
    if (folds) {
        names = folds->edited + folds->heldOut.values();
        names.sort();
        return names;
    }
    const QString path = folder.require(QStringLiteral("professions"), QStringLiteral("professions"));
    for (const Profession &profession : readProfessions(path))
        names << profession.name;
    return names;
}

/// A fifth of the people are never edited, whatever the modifier (statistics: a split by profession).
void holdOut(std::vector<Person> &people, std::uint32_t seed)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < people.size(); ++i)
        order.push_back(i);
    Draws draws(seed + 1);
    draws.shuffle(order);
    for (std::size_t i = 0; i < people.size() / 5; ++i)
        people[order[i]].isHeldOut = true;
}

/// Those whose share or score the goal knows.
std::vector<Person> peopleOf(const std::optional<FoldsFile> &folds, const GoalTargets &targets,
                             const DataFolder &folder, std::uint32_t seed)
{
    std::vector<Person> people;
    for (const QString &name : namesOf(folds, folder))
        if (const std::optional<double> she = targets.she(name))
            people.push_back({name, static_cast<float>(1 - *she), folds && folds->heldOut.contains(name)});
    if (!folds)
        holdOut(people, seed);
    return people;
}

} // namespace

std::vector<FbFold> fbFolds(std::size_t prompts, std::uint32_t seed)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < prompts; ++i)
        order.push_back(i);
    Draws draws(seed);
    draws.shuffle(order);
    const std::size_t tests = prompts * 4 / 5;
    const std::size_t trained = tests + (2 * (prompts - tests) + 1) / 3;
    std::vector<FbFold> folds(prompts);
    for (std::size_t i = 0; i < prompts; ++i)
        folds[order[i]] = i < tests ? FbFold::Test : i < trained ? FbFold::Train : FbFold::Dev;
    return folds;
}

QString FbPrompt::text() const
{
    return QString::fromStdString(DemoCode::prompt(person.toStdString(), modifier.toStdString(), true));
}

FbPrompts FbPrompts::of(const QString &modelFolder, const std::optional<Goal> &goal, const DataFolder &folder,
                        std::uint32_t seed)
{
    const std::optional<FoldsFile> own = foldsOf(modelFolder);
    const Goal aim = goal.value_or(Goal{own ? Goal::Kind::Share : Goal::Kind::FScore, {}});
    const std::vector<Person> people = peopleOf(own, GoalTargets(aim, folder), folder, seed);
    const std::vector<FbFold> folds = fbFolds(people.size() * std::size(modifiers), seed);
    FbPrompts all;
    all.goal = aim.name();
    for (const Person &person : people)
        for (const Modifier &modifier : modifiers)
            all.prompts.push_back({person.name, QLatin1String(modifier.word), modifier.group, person.targetHe,
                                   folds[all.prompts.size()], person.isHeldOut});
    return all;
}

} // namespace cw
