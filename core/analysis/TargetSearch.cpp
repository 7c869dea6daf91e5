// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TargetSearch.h"

#include "core/analysis/MlpKeys.h"
#include "core/engine/AdamW.h"
#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/PlacedModel.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/GradMode.h>
#include <cmath>

namespace cw {
namespace {

/// A loss that has risen by so many nats leads nowhere.
constexpr double highestRise = 10;

void check(const TargetSettings &settings)
{
    const bool fits = settings.rate > 0 && settings.steps > 0 && settings.clamp > 0 && settings.neutral >= 0 &&
                      settings.decay >= 0 && settings.enough >= 0 && settings.site != Site::Attn;
    if (!fits)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The search for targets cannot go with rate %1, %2 steps and clamp %3: "
                                               "choose numbers above 0."),
                    {std::to_string(settings.rate), std::to_string(settings.steps), std::to_string(settings.clamp)});
}

} // namespace

TargetSearch::TargetSearch(const std::shared_ptr<const Model> &model, const EditSubject &subject,
                           const Pronouns &pronouns, const TargetSettings &settings, Monitor &monitor)
    : m_model(inFp32(model)), m_settings(settings), m_monitor(monitor)
{
    const at::NoGradGuard noGradients;
    requireCausalLayer(*m_model, settings.layer);
    check(m_model->spec(), subject, pronouns);
    check(settings);
    std::vector<SubjectText> texts = subject.texts;
    m_texts = static_cast<std::int64_t>(texts.size());
    if (!subject.neutral.ids.empty() && settings.neutral > 0)
        texts.push_back(subject.neutral);
    m_walk.emplace(*m_model, texts, settings.layer, settings.site, [this] { advance(); });
    start(subject, pronouns);
}

/// What the model says without delta.
void TargetSearch::start(const EditSubject &subject, const Pronouns &pronouns)
{
    const at::Tensor values = m_walk->values();
    const at::Tensor clean = read(at::zeros({values.size(1)}, values.options()));
    requireFinite(*m_model, clean);
    m_valueNorm = values.narrow(0, 0, m_texts).norm(2, 1).mean().item<double>();
    m_loss.emplace(m_settings.loss, pronouns, subject.share, clean.narrow(0, 0, m_texts));
    if (clean.size(0) > m_texts)
        m_neutral = clean.narrow(0, m_texts, 1);
}

/// Log-probabilities [texts, vocabulary].
at::Tensor TargetSearch::read(const at::Tensor &delta) const
{
    return at::log_softmax(logits(*m_model, m_walk->read(delta)), -1);
}

at::Tensor TargetSearch::lossOf(const at::Tensor &logProbabilities, const at::Tensor &delta) const
{
    at::Tensor loss = (*m_loss)(logProbabilities.narrow(0, 0, m_texts));
    if (m_neutral.defined()) {
        const at::Tensor now = logProbabilities.narrow(0, m_texts, 1);
        loss = loss + m_settings.neutral * (now.exp() * (now - m_neutral)).sum();
    }
    return loss + m_settings.decay * delta.norm() / (m_valueNorm * m_valueNorm);
}

TargetSearch::Value TargetSearch::at(const at::Tensor &delta, bool withGradient) const
{
    const c10::AutoGradMode gradients(withGradient);
    const at::Tensor leaf = delta.detach().clone().set_requires_grad(withGradient);
    const at::Tensor said = read(leaf);
    const at::Tensor loss = lossOf(said, leaf);
    Value value{loss.item<double>(), m_loss->gap(said.detach().narrow(0, 0, m_texts)), {}};
    if (withGradient) {
        loss.backward();
        value.gradient = leaf.grad();
    }
    return value;
}

bool TargetSearch::isEnough(const Value &value, double gapBefore) const
{
    return m_settings.loss == TargetLoss::Kind::Likelihood ? value.loss < m_settings.enough
                                                           : value.gap < m_settings.enough * gapBefore;
}

void TargetSearch::keepShort(at::Tensor &delta) const
{
    const double longest = m_settings.clamp * m_valueNorm;
    const double length = delta.norm().item<double>();
    if (length > longest)
        delta.mul_(longest / length);
}

void TargetSearch::advance() const
{
    m_monitor.step(m_step, m_settings.steps + 1);
}

EditTarget TargetSearch::run()
{
    EditTarget target;
    target.layer = m_settings.layer;
    target.site = m_settings.site;
    target.valueNorm = m_valueNorm;
    at::Tensor delta = at::zeros({m_model->spec().width}, at::device(m_model->placement().device));
    at::Tensor best = delta.clone();
    double lowest = std::numeric_limits<double>::infinity();
    const at::Tensor gradient = at::zeros_like(delta);
    AdamW adam(delta, gradient, {}, plainAdam);
    for (int step = 0; step <= m_settings.steps; ++step) {
        m_step = step;
        const Value value = at(delta, step < m_settings.steps);
        target.isDiverged = !std::isfinite(value.loss) || (step > 0 && value.loss > target.losses[0] + highestRise);
        if (target.isDiverged)
            break;
        target.gaps.push_back(value.gap);
        target.losses.push_back(value.loss);
        const bool isDone = isEnough(value, target.gaps[0]);
        if (isDone || value.loss < lowest) {
            lowest = value.loss;
            best.copy_(delta);
            target.gapAfter = value.gap;
        }
        if (isDone || step == m_settings.steps)
            break;
        gradient.copy_(value.gradient);
        adam.step(m_settings.rate);
        keepShort(delta);
    }
    target.gapBefore = target.gaps.empty() ? 0 : target.gaps[0];
    target.isClamped = best.norm().item<double>() >= m_settings.clamp * m_valueNorm * (1 - 1e-5);
    const at::Tensor kept = best.to(at::kCPU).contiguous();
    target.delta.assign(kept.data_ptr<float>(), kept.data_ptr<float>() + kept.numel());
    return target;
}

} // namespace cw
