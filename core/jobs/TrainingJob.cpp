// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TrainingJob.h"

#include "core/analysis/MaskedTraining.h"
#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/KeptTexts.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/Threads.h"

namespace cw {
namespace {

constexpr std::size_t everyDev = 4; ///< text that should stay is for the dev score

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

/// A text of one token says nothing of the next.
TrainingTexts textsOf(const MgPrompts &prompts, const std::vector<std::vector<std::int64_t>> &kept)
{
    TrainingTexts texts{prompts.train.prompts, prompts.dev.prompts, {}, {}};
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (kept[i].size() > 1)
            (i % everyDev == everyDev - 1 ? texts.devRecovery : texts.recovery).push_back(kept[i]);
    return texts;
}

/// "trainFbBefore" and the like, of one model.
void addScores(QJsonObject &facts, const Model &model, const MgPrompts &prompts, const QString &when, Monitor &monitor)
{
    const std::pair<QString, const MgPrompts::Fold *> folds[] = {{QStringLiteral("train"), &prompts.train},
                                                                 {QStringLiteral("dev"), &prompts.dev},
                                                                 {QStringLiteral("test"), &prompts.test}};
    for (const auto &[fold, all] : folds) {
        const TargetScore mean = meanOf(targetScores(model, all->prompts, monitor));
        facts.insert(fold + u"Prompts", static_cast<qint64>(all->prompts.size()));
        facts.insert(fold + u"Fb" + when, mean.fb);
        facts.insert(fold + u"Imbalance" + when, mean.imbalance);
        facts.insert(fold + u"Mass" + when, mean.mass);
    }
}

} // namespace

TrainingJob::TrainingJob(const QString &title, const TrainingOrder &order, const LoadedModel &loaded)
    : LearningJob(title), m_order(order), m_loaded(loaded)
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

MadeEdit TrainingJob::scored(const TrainedEdit &trained, const MgPrompts &prompts, const TrainingTexts &texts,
                             Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Taking the scores"));
    const auto edit = std::make_shared<const Edit>(trained.edit);
    MadeEdit made = applied(m_loaded, m_loaded.checkpoint->hash(monitor), edit, 1, monitor);
    addScores(made.facts, *m_loaded.model, prompts, QStringLiteral("Before"), monitor);
    addScores(made.facts, *made.model, prompts, QStringLiteral("After"), monitor);
    if (!texts.devRecovery.empty()) {
        made.facts.insert(QStringLiteral("recoveryBefore"), nextTokenLoss(*m_loaded.model, texts.devRecovery, monitor));
        made.facts.insert(QStringLiteral("recoveryAfter"), nextTokenLoss(*made.model, texts.devRecovery, monitor));
    }
    made.facts.insert(QStringLiteral("goal"), prompts.goal);
    made.facts.insert(QStringLiteral("trainedWeights"), static_cast<qint64>(trained.weights));
    made.facts.insert(QStringLiteral("steps"), static_cast<qint64>(trained.steps));
    made.facts.insert(QStringLiteral("bestEpoch"), trained.bestEpoch);
    made.facts.insert(QStringLiteral("end"), nameOf(trained.end));
    return made;
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
    const TrainingTexts texts = textsOf(prompts, keptTexts(m_loaded, kept, monitor));
    const Choice choice = choose(m_loaded, prompts, monitor);
    MadeEdit edit = scored(train(choice.ticks, texts, monitor), prompts, texts, monitor);
    for (auto fact = choice.facts.begin(); fact != choice.facts.end(); ++fact)
        edit.facts.insert(fact.key(), fact.value());
    const QJsonObject control = placebo(edit, prompts, monitor);
    if (!control.isEmpty())
        edit.facts.insert(QStringLiteral("placebo"), control);
    edit.title = choice.title + QStringLiteral(", ") + prompts.goal;
    edit.recipe = recipe();
    Q_EMIT made(edit);
}

} // namespace cw
