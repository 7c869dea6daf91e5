// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TrainingJob.h"

#include "core/analysis/MaskedTraining.h"
#include "core/analysis/RelocatedTicks.h"
#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/data/Draws.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/DefinitionPrompts.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/EditTrial.h"
#include "core/jobs/KeptTexts.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/Threads.h"
#include "core/measures/Numbering.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace cw {
namespace {

constexpr std::size_t everyDev = 4;       ///< text that should stay is for the dev score
constexpr std::size_t ofTrial = 200;      ///< prompts of the test fold that placebos are scored on, at most
constexpr std::int64_t partsOfScores = 3; ///< folds before, folds after, guards

QString nameOf(TrainedEdit::End end)
{
    switch (end) {
    case TrainedEdit::End::Epochs: return QStringLiteral("epochs");
    case TrainedEdit::End::Steps: return QStringLiteral("steps");
    case TrainedEdit::End::LossEnough: return QStringLiteral("loss_enough");
    case TrainedEdit::End::NoBetter: return QStringLiteral("no_better");
    case TrainedEdit::End::Diverged: return QStringLiteral("diverged");
    }
    return {};
}

/// A text that reads nothing, as one of a single token, says nothing of what should stay.
TrainingTexts textsOf(const MgPrompts &prompts, const std::vector<Query> &kept)
{
    TrainingTexts texts{prompts.train.prompts, prompts.dev.prompts, {}, {}};
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (!kept[i].reads.empty())
            (i % everyDev == everyDev - 1 ? texts.devRecovery : texts.recovery).push_back(kept[i]);
    return texts;
}

/// "trainFbBefore" and the like, of one model, and "recoveryBefore" of the text that should stay.
void addScores(QJsonObject &facts, const Model &model, const MgPrompts &prompts, const TrainingTexts &texts,
               const QString &when, Monitor &monitor)
{
    const std::pair<QString, const MgPrompts::Fold *> folds[] = {{QStringLiteral("train"), &prompts.train},
                                                                 {QStringLiteral("dev"), &prompts.dev},
                                                                 {QStringLiteral("test"), &prompts.test}};
    std::int64_t number = 0;
    for (const auto &[fold, all] : folds) {
        PartMonitor part(monitor, number++, std::size(folds) + 1);
        const TargetScore mean = meanOf(targetScores(model, all->prompts, part));
        facts.insert(fold + u"Prompts", static_cast<qint64>(all->prompts.size()));
        facts.insert(fold + u"Fb" + when, mean.fb);
        facts.insert(fold + u"Imbalance" + when, mean.imbalance);
        facts.insert(fold + u"Mass" + when, mean.mass);
    }
    PartMonitor last(monitor, number, std::size(folds) + 1);
    if (!texts.devRecovery.empty())
        facts.insert(u"recovery" + when, meanLoss(model, texts.devRecovery, last));
}

/// The same texts that should stay beside other prompts.
TrainingTexts withPrompts(TrainingTexts texts, const MgPrompts &prompts)
{
    texts.prompts = prompts.train.prompts;
    texts.dev = prompts.dev.prompts;
    return texts;
}

/// The FB-Score of some of the test fold, by the seed: so few that many models can be scored. Beside it stands the
/// renormalised imbalance, as FB-Score is at least the mass that both pronouns lack, wherever they stand to each other.
/// People and their modifiers or templates are resampled.
TrialScore testScores(const MgPrompts &prompts, std::uint32_t seed)
{
    std::vector<int> chosen(prompts.test.prompts.size());
    std::iota(chosen.begin(), chosen.end(), 0);
    if (chosen.size() > ofTrial) {
        Draws(seed).shuffle(chosen);
        chosen.resize(ofTrial);
    }
    TargetPrompts some;
    QStringList people;
    QStringList frames;
    for (const int place : chosen) {
        some.push_back(prompts.test.prompts[static_cast<std::size_t>(place)]);
        people << prompts.test.people[place];
        frames << prompts.test.frames[place];
    }
    return {{QStringLiteral("testFb"), QStringLiteral("testImbalance")},
            true,
            [some, clusters = std::vector{numbered(people), numbered(frames)}](const Model &model, Monitor &monitor) {
                ItemTable items{{{}, {}, {}}, {}, clusters};
                for (const TargetScore &score : targetScores(model, some, monitor)) {
                    items.columns[0].push_back(static_cast<float>(score.fb));
                    items.columns[1].push_back(static_cast<float>(score.imbalance));
                    items.columns[2].push_back(static_cast<float>(score.mass));
                }
                return items;
            }};
}

} // namespace

TrainingJob::TrainingJob(const QString &title, const TrainingOrder &order, const PlaceboOrder &placebos,
                         const LoadedModel &loaded)
    : LearningJob(title), m_order(order), m_placebos(placebos), m_loaded(loaded)
{
}

TrainedEdit TrainingJob::train(const std::vector<Tick> &ticks, const TrainingTexts &texts, Monitor &monitor)
{
    return trainMasked(
        *m_loaded.model, ticks, texts, m_order.settings(),
        [this](const TrainingPoint &point) {
            Q_EMIT learned({point.step, point.epoch, point.loss, point.recovery, point.devFb, point.devRecovery});
        },
        monitor);
}

std::shared_ptr<const Edit> TrainingJob::editOf(const std::vector<Tick> &ticks, const TrainingTexts &texts,
                                                Monitor &monitor) const
{
    return std::make_shared<const Edit>(
        trainMasked(*m_loaded.model, ticks, texts, m_order.settings(), {}, monitor).edit);
}

PlaceboDraws TrainingJob::content(const std::vector<Tick> &ticks, const MgPrompts &prompts,
                                  const TrainingTexts &texts) const
{
    return {name(PlaceboKind::Content), m_placebos.count, m_placebos.count,
            [=, &prompts](int number, Monitor &monitor) {
                const MgPrompts others = prompts.shuffled(m_placebos.seedOf(number));
                return editOf(ticks, withPrompts(texts, others), monitor);
            }};
}

/// Where a relocated placebo is trained; nowhere where none is asked for. It is said before the work that there is no
/// other place.
TrainingJob::Places TrainingJob::otherPlaces(const std::vector<Tick> &ticks) const
{
    if (!m_placebos.asksFor(PlaceboKind::Relocated))
        return {};
    return relocatedTicks(*m_loaded.model, ticks, m_placebos.count, m_placebos.seed);
}

PlaceboDraws TrainingJob::relocated(const Places &places, const TrainingTexts &texts) const
{
    return {
        name(PlaceboKind::Relocated), m_placebos.count, static_cast<int>(places.size()),
        [=](int number, Monitor &monitor) { return editOf(places[static_cast<std::size_t>(number)], texts, monitor); }};
}

PlaceboDraws TrainingJob::wrongText(const TrainingTexts &texts) const
{
    return {name(PlaceboKind::WrongText), m_placebos.count, m_placebos.count, [=](int number, Monitor &monitor) {
                PromptOrder order = m_order.prompts;
                order.nouns = m_placebos.nouns(number);
                const MgPrompts others = mgPrompts(m_loaded, order, monitor);
                return editOf(choose(m_loaded, others, monitor).ticks, withPrompts(texts, others), monitor);
            }};
}

std::vector<PlaceboDraws> TrainingJob::placebos(const MadeEdit &edit, const std::vector<Tick> &ticks,
                                                const Places &places, const MgPrompts &prompts,
                                                const TrainingTexts &texts) const
{
    std::vector<PlaceboDraws> draws;
    if (m_placebos.asksFor(PlaceboKind::Content))
        draws.push_back(content(ticks, prompts, texts));
    if (m_placebos.asksFor(PlaceboKind::Moved))
        draws.push_back(movedDraws(edit, m_placebos));
    if (m_placebos.asksFor(PlaceboKind::Relocated))
        draws.push_back(relocated(places, texts));
    if (m_placebos.asksFor(PlaceboKind::WrongText))
        draws.push_back(wrongText(texts));
    return draws;
}

MadeEdit TrainingJob::scored(const TrainedEdit &trained, const MgPrompts &prompts, const TrainingTexts &texts,
                             Monitor &monitor) const
{
    const auto edit = std::make_shared<const Edit>(trained.edit);
    MadeEdit made = applied(m_loaded, m_loaded.checkpoint->hash(monitor), edit, 1, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Taking the scores"));
    PartMonitor before(monitor, 0, partsOfScores);
    addScores(made.facts, *m_loaded.model, prompts, texts, QStringLiteral("Before"), before);
    PartMonitor after(monitor, 1, partsOfScores);
    addScores(made.facts, *made.model, prompts, texts, QStringLiteral("After"), after);
    made.facts.insert(QStringLiteral("goal"), prompts.goal);
    made.facts.insert(QStringLiteral("trainedWeights"), static_cast<qint64>(trained.weights));
    made.facts.insert(QStringLiteral("steps"), static_cast<qint64>(trained.steps));
    made.facts.insert(QStringLiteral("bestEpoch"), trained.bestEpoch);
    made.facts.insert(QStringLiteral("end"), nameOf(trained.end));
    return made;
}

TargetPrompts TrainingJob::preserved(Monitor &monitor) const
{
    if (m_order.definitions == 0)
        return {};
    return DefinitionPrompts::of(m_loaded, DefinitionPrompts::Templates::Seen, m_order.prompts.seed)
        .asTheyAre(*m_loaded.model, monitor);
}

void TrainingJob::work(Monitor &monitor)
{
    check();
    useThreads(m_order.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_order.model, m_order.device, m_order.dtype);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const MgPrompts prompts = mgPrompts(m_loaded, m_order.prompts, monitor);
    const KeptText kept{m_order.text, m_order.prompts.data, m_order.tokens, m_order.prompts.seed};
    TrainingTexts texts = textsOf(prompts, keptTexts(m_loaded, kept, monitor));
    texts.preserved = preserved(monitor);
    const Choice choice = choose(m_loaded, prompts, monitor);
    const Places places = otherPlaces(choice.ticks);
    MadeEdit edit = scored(train(choice.ticks, texts, monitor), prompts, texts, monitor);
    for (auto fact = choice.facts.begin(); fact != choice.facts.end(); ++fact)
        edit.facts.insert(fact.key(), fact.value());
    PartMonitor last(monitor, partsOfScores - 1, partsOfScores);
    const EditTrial trial(edit, testScores(prompts, m_placebos.seed), m_order.prompts.data, m_placebos.seed, last);
    trial.addTo(edit.facts, placebos(edit, choice.ticks, places, prompts, texts), monitor);
    edit.title = choice.title + QStringLiteral(", ") + prompts.goal;
    setRecipe(edit, recipe());
    Q_EMIT made(edit);
}

} // namespace cw
