// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MaskedTraining.h"

#include "core/analysis/RandomState.h"
#include "core/analysis/TrainedWeights.h"
#include "core/engine/AdamW.h"
#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/PartMonitor.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/GradMode.h>
#include <cmath>

namespace cw {
namespace {

using End = TrainedEdit::End;

/// A loss so many times the first one has left all sense behind.
constexpr double divergence = 3;

void checkSettings(const TrainingSettings &settings)
{
    const auto refuse = [](const char *message, double value) {
        throw Error(Error::Kind::Input, message, {std::to_string(value)});
    };
    if (!(settings.rate > 0) || !std::isfinite(settings.rate))
        refuse(QT_TRANSLATE_NOOP("Error", "A learning rate of %1 cannot be used: give a number above 0."),
               settings.rate);
    if (settings.epochs < 1)
        refuse(QT_TRANSLATE_NOOP("Error", "%1 epochs cannot be trained: give at least 1."), settings.epochs);
    if (settings.batch < 1)
        refuse(QT_TRANSLATE_NOOP("Error", "%1 prompts per step are too few: give at least 1."), settings.batch);
    if (!(settings.recoveryWeight >= 0) || settings.recoveryPerStep < 0)
        refuse(QT_TRANSLATE_NOOP("Error", "A recovery weight of %1 cannot be used: give 0 or more, and no negative "
                                          "number of texts."),
               settings.recoveryWeight);
    if (!(settings.preservedWeight >= 0) || settings.preservedPerStep < 0)
        refuse(QT_TRANSLATE_NOOP("Error", "A weight of %1 for preserved prompts cannot be used: give 0 or more, and no "
                                          "negative number of prompts."),
               settings.preservedWeight);
    if (!(settings.largestChange >= 0))
        refuse(QT_TRANSLATE_NOOP("Error", "A largest change of %1 cannot be kept to: give a number above 0, or 0 for "
                                          "no bound."),
               settings.largestChange);
}

void checkTexts(const ModelSpec &spec, const TrainingTexts &texts)
{
    checkPrompts(spec, texts.prompts);
    for (const TargetPrompts *list : {&texts.dev, &texts.preserved})
        if (!list->empty())
            checkPrompts(spec, *list);
    for (const TrainingTexts::Texts *list : {&texts.recovery, &texts.devRecovery}) {
        for (const Query &text : *list) {
            checkText(spec, text.ids);
            if (text.reads.empty())
                throw Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "A recovery text has no token that is predicted: give texts in "
                                                       "which there is a next token."));
        }
    }
}

/// Converted layers are kept by the model, and those that share them need not convert again at every step.
void warm(const Model &model, Monitor &monitor)
{
    for (int layer = 0; layer < model.spec().layers; ++layer) {
        monitor.step(0, 1);
        model.layer(layer);
    }
    model.head();
}

class Training {
public:
    Training(const Model &model, const std::vector<Tick> &ticks, const TrainingTexts &texts,
             const TrainingSettings &settings, const std::function<void(const TrainingPoint &)> &onPoint,
             Monitor &monitor)
        : m_base(model), m_texts(texts), m_settings(settings), m_onPoint(onPoint), m_monitor(monitor),
          m_weights(model, ticks), m_adam(m_weights.values(), m_weights.gradients(), {}, plainAdam),
          m_best(m_weights.start()), m_random(settings.seed)
    {
        const auto prompts = static_cast<std::int64_t>(texts.prompts.size());
        const std::int64_t perEpoch = (prompts + settings.batch - 1) / settings.batch;
        m_total = settings.epochs * perEpoch;
        if (settings.steps > 0)
            m_total = std::min(m_total, settings.steps);
        for (std::size_t i = 0; i < texts.prompts.size(); ++i)
            m_order.push_back(i);
    }

    TrainedEdit run()
    {
        warm(m_base, m_monitor);
        m_bestScore = score(m_base, -1);
        requireFinite(m_base, at::scalar_tensor(m_bestScore, at::kDouble));
        int worse = 0;
        for (int epoch = 0; epoch < m_settings.epochs && !m_isOver; ++epoch) {
            trainEpoch(epoch);
            if (m_end == End::Diverged)
                break;
            const double reached = score(Model(m_base, m_weights.parameters()), epoch);
            if (!std::isfinite(reached)) {
                end(End::Diverged);
                break;
            }
            worse = reached < m_bestScore ? 0 : worse + 1;
            if (worse == 0)
                keep(reached, epoch);
            if (!m_texts.dev.empty() && worse >= m_settings.patience)
                end(m_isOver ? m_end : End::NoBetter);
        }
        return {m_weights.edit(m_best), m_weights.values().numel(), m_step, m_bestEpoch, m_end};
    }

private:
    void trainEpoch(int epoch)
    {
        shuffle();
        const auto size = static_cast<std::size_t>(m_settings.batch);
        for (std::size_t begin = 0; begin < m_order.size() && !m_isOver; begin += size) {
            TargetPrompts batch;
            for (std::size_t i = begin; i < std::min(begin + size, m_order.size()); ++i)
                batch.push_back(m_texts.prompts[m_order[i]]);
            trainStep(batch, epoch);
        }
    }

    void trainStep(const TargetPrompts &batch, int epoch)
    {
        const c10::AutoGradMode gradients(true);
        PartMonitor part(m_monitor, thousand * m_step, thousand, thousand * m_total);
        const Model model(m_base, m_weights.parameters());
        TrainingPoint point{m_step, epoch};
        at::Tensor loss = promptLoss(model, batch, m_settings.loss, part);
        point.loss = loss.item<double>();
        const TrainingTexts::Texts texts =
            next(m_texts.recovery, m_recovered, m_settings.recoveryPerStep, m_settings.recoveryWeight);
        if (!texts.empty()) {
            const at::Tensor recovery = recoveryLoss(model, texts, part);
            point.recovery = recovery.item<double>();
            loss = loss + m_settings.recoveryWeight * recovery;
        }
        const TargetPrompts preserved =
            next(m_texts.preserved, m_preserved, m_settings.preservedPerStep, m_settings.preservedWeight);
        if (!preserved.empty())
            loss = loss + m_settings.preservedWeight * promptLoss(model, preserved, PromptLoss::CrossEntropy, part);
        const double sum = loss.item<double>();
        m_first = m_step == 0 ? sum : m_first;
        tell(point);
        if (!std::isfinite(sum) || sum > divergence * m_first)
            return end(End::Diverged);
        m_monitor.step(thousand * m_step, thousand * m_total);
        loss.backward();
        m_monitor.step(thousand * m_step, thousand * m_total);
        m_adam.step(rate());
        clamp();
        ++m_step;
        if (point.loss < m_settings.lossEnough)
            end(End::LossEnough);
        else if (m_settings.steps > 0 && m_step >= m_settings.steps)
            end(End::Steps);
    }

    double rate() const
    {
        const double left = 1 - static_cast<double>(m_step) / static_cast<double>(m_total);
        return m_settings.rate * (m_settings.schedule == RateSchedule::Linear ? left : 1);
    }

    /// The next of some in turn, or none where they have no weight.
    template <class Texts> static Texts next(const Texts &all, std::size_t &place, int perStep, double weight)
    {
        Texts texts;
        const auto count = static_cast<std::size_t>(weight > 0 ? perStep : 0);
        for (std::size_t i = 0; i < std::min(count, all.size()); ++i)
            texts.push_back(all[place++ % all.size()]);
        return texts;
    }

    void clamp()
    {
        if (m_settings.largestChange <= 0)
            return;
        const at::NoGradGuard noGradients;
        at::Tensor values = m_weights.values();
        const at::Tensor change = values - m_weights.start();
        values.copy_(m_weights.start() + change.clamp(-m_settings.largestChange, m_settings.largestChange));
    }

    /// What the best epoch is chosen by. It is looked at behind the epoch, for the last step may have spoilt
    /// everything.
    double score(const Model &model, int epoch)
    {
        const at::NoGradGuard noGradients;
        PartMonitor part(m_monitor, thousand * m_step, 0, thousand * m_total);
        const TrainingTexts::Texts &texts = m_texts.devRecovery.empty() ? m_texts.recovery : m_texts.devRecovery;
        const bool isRecovered = !texts.empty() && m_settings.recoveryWeight > 0;
        const bool hasDev = !m_texts.dev.empty();
        TrainingPoint point{m_step, epoch};
        // The mean FB-Score of the dev prompts is their mean L1 loss.
        const double bias = (hasDev ? promptLoss(model, m_texts.dev, PromptLoss::L1, part)
                                    : promptLoss(model, m_texts.prompts, m_settings.loss, part))
                                .item<double>();
        point.devFb = hasDev ? bias : TrainingPoint::none;
        if (isRecovered)
            point.devRecovery = recoveryLoss(model, texts, part).item<double>();
        if (hasDev)
            tell(point);
        return bias + (isRecovered ? m_settings.recoveryWeight * point.devRecovery : 0) + lossOfPreserved(model, part);
    }

    double lossOfPreserved(const Model &model, Monitor &monitor) const
    {
        if (m_texts.preserved.empty() || m_settings.preservedWeight == 0)
            return 0;
        return m_settings.preservedWeight *
               promptLoss(model, m_texts.preserved, PromptLoss::CrossEntropy, monitor).item<double>();
    }

    void keep(double score, int epoch)
    {
        m_bestScore = score;
        m_bestEpoch = epoch;
        m_best = m_weights.values().detach().clone();
    }

    /// Fisher and Yates.
    void shuffle()
    {
        for (std::size_t left = m_order.size(); left > 1; --left)
            std::swap(m_order[left - 1],
                      m_order[static_cast<std::size_t>(m_random.uniform() * static_cast<double>(left))]);
    }

    void tell(const TrainingPoint &point) const
    {
        if (m_onPoint)
            m_onPoint(point);
    }

    void end(End end)
    {
        m_end = end;
        m_isOver = true;
    }

    static constexpr std::int64_t thousand = 1000; ///< shares of a step that progress is shown in

    const Model &m_base;
    const TrainingTexts &m_texts;
    const TrainingSettings &m_settings;
    const std::function<void(const TrainingPoint &)> &m_onPoint;
    Monitor &m_monitor;
    TrainedWeights m_weights;
    AdamW m_adam;
    at::Tensor m_best; ///< values
    RandomState m_random;
    std::vector<std::size_t> m_order;
    std::size_t m_recovered = 0; ///< texts read so far
    std::size_t m_preserved = 0; ///< the same of prompts
    std::int64_t m_step = 0;
    std::int64_t m_total = 0;
    double m_first = 0;
    double m_bestScore = 0;
    int m_bestEpoch = -1;
    End m_end = End::Epochs;
    bool m_isOver = false;
};

} // namespace

TrainedEdit trainMasked(const Model &model, const std::vector<Tick> &ticks, const TrainingTexts &texts,
                        const TrainingSettings &settings, const std::function<void(const TrainingPoint &)> &onPoint,
                        Monitor &monitor)
{
    checkTexts(model.spec(), texts);
    checkSettings(settings);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Training what is selected"));
    return Training(model, ticks, texts, settings, onPoint, monitor).run();
}

} // namespace cw
