// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MgPrompts.h"

#include "core/analysis/MlpKeys.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/Draws.h"
#include "core/engine/Error.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/TargetPromptOf.h"
#include "core/measures/FbPrompts.h"
#include "core/measures/GapFolds.h"
#include "core/measures/GoalTargets.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <algorithm>

namespace cw {
namespace {

/// A prompt before it is tokenized.
struct Draft {
    QString text;
    QString name;
    FbFold fold = FbFold::Test;
    double targetHe = 0.5;
    QString person;
    QString frame;
};

std::optional<Goal> goalOf(const QString &word)
{
    if (word == QLatin1String("auto"))
        return std::nullopt;
    if (word == QLatin1String("parity"))
        return Goal{Goal::Kind::Parity, {}};
    if (word == QLatin1String("share"))
        return Goal{Goal::Kind::Share, {}};
    if (word == QLatin1String("f_score"))
        return Goal{Goal::Kind::FScore, {}};
    return Goal{Goal::Kind::Custom, word};
}

/// A model has no mark that says it was made for code, but its maker's names do.
bool isOfCode(const Checkpoint &checkpoint)
{
    const QString folder = QDir(checkpoint.folder()).absolutePath();
    return QFileInfo(QDir(folder).filePath(QStringLiteral("folds.json"))).isFile() ||
           QString::fromStdString(checkpoint.spec().family).contains(QLatin1String("code")) ||
           QDir(folder).dirName().contains(QLatin1String("code"), Qt::CaseInsensitive);
}

/// Puts prompts together, fold by fold.
class PromptBuilder {
public:
    PromptBuilder(const LoadedModel &model, const PromptOrder &order, Monitor &monitor)
        : m_checkpoint(*model.checkpoint), m_order(order), m_monitor(monitor)
    {
    }

    MgPrompts build()
    {
        m_prompts.kind = m_order.prompts;
        if (m_prompts.kind == PromptKind::Auto)
            m_prompts.kind = isOfCode(m_checkpoint) ? PromptKind::Code : PromptKind::Gap;
        const bool isCode = m_prompts.kind == PromptKind::Code;
        m_drafts = isCode ? codeDrafts() : gapDrafts();
        m_answers = isCode ? QStringList{QStringLiteral("he"), QStringLiteral("she")}
                           : QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
        m_prompts.train = fold(FbFold::Train);
        m_prompts.dev = fold(FbFold::Dev);
        m_prompts.test = fold(FbFold::Test);
        return m_prompts;
    }

private:
    std::vector<Draft> codeDrafts()
    {
        const FbPrompts all =
            FbPrompts::of(m_checkpoint.folder(), goalOf(m_order.goal), DataFolder(m_order.data), m_order.seed);
        m_prompts.goal = all.goal;
        std::vector<Draft> drafts;
        for (const FbPrompt &prompt : all.prompts)
            if (prompt.fold == FbFold::Test || !prompt.isHeldOut)
                drafts.push_back(codeDraft(prompt));
        return drafts;
    }

    Draft codeDraft(FbPrompt prompt)
    {
        const QString person = prompt.person;
        prompt.person = shown(person);
        return {prompt.text(),  prompt.modifier + u' ' + prompt.person, prompt.fold, prompt.targetHe, person,
                prompt.modifier};
    }

    /// The person, or the noun that stands for it.
    QString shown(const QString &person)
    {
        if (m_order.nouns.isEmpty())
            return person;
        if (!m_people.contains(person))
            m_people << person;
        return m_order.nouns[m_people.indexOf(person) % m_order.nouns.size()];
    }

    /// Test are the unseen templates and the people that are held out; a third of the others is dev.
    std::vector<Draft> gapDrafts()
    {
        const Goal goal = goalOf(m_order.goal).value_or(Goal());
        const GoalTargets targets(goal, DataFolder(m_order.data));
        const GapFolds folds = GapFolds::of(m_checkpoint.folder(), m_order.seed);
        m_prompts.goal = goal.name();
        Draws draws(m_order.seed);
        std::vector<Draft> drafts;
        for (const GapFolds::Occupation &occupation : folds.occupations) {
            const std::optional<double> she = targets.she(occupation.name);
            for (const GapFolds::Template &frame : folds.templates) {
                const bool isDev = draws.below(3) == 0;
                const FbFold fold = occupation.isHeldOut || frame.isUnseen ? FbFold::Test
                                    : isDev                                ? FbFold::Dev
                                                                           : FbFold::Train;
                const QString text = filled(frame.text, shown(occupation.name));
                if (she)
                    drafts.push_back({text, text, fold, 1 - *she, occupation.name, frame.text});
            }
        }
        return drafts;
    }

    /// Those of a fold, or as many of them as the limit allows, drawn.
    std::vector<std::size_t> chosen(FbFold fold) const
    {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            if (m_drafts[i].fold == fold)
                places.push_back(i);
        const auto limit = static_cast<std::size_t>(m_order.limit);
        if (limit > 0 && places.size() > limit) {
            Draws draws(m_order.seed);
            draws.shuffle(places);
            places.resize(limit);
            std::sort(places.begin(), places.end());
        }
        return places;
    }

    MgPrompts::Fold fold(FbFold fold) const
    {
        MgPrompts::Fold made;
        for (const std::size_t place : chosen(fold)) {
            m_monitor.step(0, 0);
            const Draft &draft = m_drafts[place];
            made.prompts.push_back(
                targetPromptOf(*m_checkpoint.tokenizer(), draft.text, 1 - draft.targetHe, m_answers));
            made.names << draft.name;
            made.people << draft.person;
            made.frames << draft.frame;
        }
        if (made.prompts.empty())
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The goal %1 says nothing of any person in one of the folds."),
                        {m_prompts.goal.toStdString()});
        return made;
    }

    const Checkpoint &m_checkpoint;
    const PromptOrder &m_order;
    Monitor &m_monitor;
    std::vector<Draft> m_drafts;
    QStringList m_answers;
    QStringList m_people; ///< for whom nouns stand
    MgPrompts m_prompts;
};

} // namespace

MgPrompts::Fold MgPrompts::locating() const
{
    Fold both = train;
    both.prompts.insert(both.prompts.end(), dev.prompts.begin(), dev.prompts.end());
    both.names += dev.names;
    both.people += dev.people;
    both.frames += dev.frames;
    return both;
}

MgPrompts MgPrompts::shuffled(std::uint32_t seed) const
{
    QHash<QString, double> shares; // of a
    QStringList known;
    for (const Fold *fold : {&train, &dev}) {
        for (std::size_t i = 0; i < fold->prompts.size(); ++i) {
            const QString &person = fold->people[static_cast<int>(i)];
            if (!shares.contains(person))
                known << person;
            shares.insert(person, fold->prompts[i].shareA);
        }
    }
    std::vector<double> drawn;
    for (const QString &person : std::as_const(known))
        drawn.push_back(shares[person]);
    if (std::equal(drawn.begin() + 1, drawn.end(), drawn.begin()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "With the goal %1 all people have the same target, so that shuffling "
                                               "targets changes nothing: choose another placebo."),
                    {goal.toStdString()});
    Draws(seed).shuffle(drawn);
    MgPrompts others = *this;
    for (Fold *fold : {&others.train, &others.dev}) {
        for (std::size_t i = 0; i < fold->prompts.size(); ++i) {
            const auto place = known.indexOf(fold->people[static_cast<int>(i)]);
            fold->prompts[i].shareA = drawn[static_cast<std::size_t>(place)];
            fold->prompts[i].shareB = 1 - fold->prompts[i].shareA;
        }
    }
    return others;
}

MgPrompts mgPrompts(const LoadedModel &model, const PromptOrder &order, Monitor &monitor)
{
    requireCausalLayer(*model.model, 0);
    const MgPrompts prompts = PromptBuilder(model, order, monitor).build();
    std::size_t longest = 0;
    for (const MgPrompts::Fold *fold : {&prompts.train, &prompts.dev, &prompts.test})
        for (const TargetPrompt &prompt : fold->prompts)
            longest = std::max(longest, prompt.ids.size());
    requireMemory(*model.model, static_cast<std::int64_t>(longest), freeMemoryOf(model.model->placement().device));
    return prompts;
}

} // namespace cw
