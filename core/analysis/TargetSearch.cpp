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

/// What a processor computes at its best rate at once, and what the way back may hold, in bytes.
constexpr std::size_t busyRows = 1024;
constexpr double memoryOfBatch = 512.0 * 1024 * 1024;

/// The fp32 numbers that a row leaves behind in a layer for the way back, about, and those behind a text that is read.
double numbersOfRow(const ModelSpec &spec)
{
    return 12.0 * spec.width + 4.0 * spec.hidden;
}

double numbersOfRead(const ModelSpec &spec)
{
    return 4.0 * spec.vocabulary;
}

} // namespace

std::size_t searchedTogether(const ModelSpec &spec, const std::vector<EditSubject> &subjects, std::size_t begin,
                             int layer)
{
    std::size_t rows = 0;
    double bytes = 0;
    std::size_t end = begin;
    while (end < subjects.size() && (end == begin || (rows < busyRows && bytes < memoryOfBatch)))
        for (const SubjectText &text : subjects[end++].texts) {
            const int carried = text.read - text.subject + 1;
            rows += static_cast<std::size_t>(carried);
            bytes += sizeof(float) * (carried * numbersOfRow(spec) * (spec.layers - layer) + numbersOfRead(spec));
        }
    return end - begin;
}

/// How far the search for one subject has come.
struct TargetSearch::Descent {
    EditTarget target;
    at::Tensor best; ///< [width]
    double lowest = std::numeric_limits<double>::infinity();
    bool isOver = false;
};

TargetSearch::TargetSearch(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
                           const Pronouns &pronouns, const TargetSettings &settings, Monitor &monitor)
    : m_model(inFp32(model)), m_settings(settings), m_monitor(monitor)
{
    const at::NoGradGuard noGradients;
    requireCausalLayer(*m_model, settings.layer);
    for (const EditSubject &subject : subjects)
        check(m_model->spec(), subject, pronouns);
    check(settings);
    std::vector<SubjectText> texts;
    std::vector<std::int64_t> owners, firsts;
    for (const EditSubject &subject : subjects) {
        const std::vector<SubjectText> own = SubjectLoss::textsOf(subject, settings);
        owners.insert(owners.end(), own.size(), static_cast<std::int64_t>(firsts.size()));
        firsts.push_back(static_cast<std::int64_t>(texts.size()));
        texts.insert(texts.end(), own.begin(), own.end());
    }
    const at::Device device = m_model->placement().device;
    m_owners = at::tensor(owners, at::kLong).to(device);
    m_walk.emplace(*m_model, texts, settings.layer, settings.site, [this] { advance(); });
    const auto count = static_cast<std::int64_t>(subjects.size());
    const at::Tensor clean = read(at::zeros({count, m_model->spec().width}, at::device(device)));
    requireFinite(*m_model, clean);
    const at::Tensor values = m_walk->values();
    for (std::size_t i = 0; i < subjects.size(); ++i)
        m_losses.emplace_back(subjects[i], pronouns, settings, firsts[i], clean, values);
}

/// Log-probabilities [texts, vocabulary].
at::Tensor TargetSearch::read(const at::Tensor &deltas) const
{
    return at::log_softmax(logits(*m_model, m_walk->read(deltas.index_select(0, m_owners))), -1);
}

std::vector<TargetSearch::Value> TargetSearch::at(const at::Tensor &deltas, at::Tensor *gradients) const
{
    const c10::AutoGradMode mode(gradients != nullptr);
    const at::Tensor leaf = deltas.detach().clone().set_requires_grad(gradients != nullptr);
    const at::Tensor said = read(leaf);
    std::vector<at::Tensor> losses;
    for (std::size_t i = 0; i < m_losses.size(); ++i)
        losses.push_back(m_losses[i](said, leaf[static_cast<std::int64_t>(i)]));
    const at::Tensor all = at::stack(losses);
    const at::Tensor numbers = all.detach().to(at::kCPU, at::kDouble).contiguous();
    std::vector<Value> values;
    for (std::size_t i = 0; i < m_losses.size(); ++i)
        values.push_back({numbers.data_ptr<double>()[i], m_losses[i].gap(said.detach())});
    if (gradients) {
        all.sum().backward();
        *gradients = leaf.grad();
    }
    return values;
}

void TargetSearch::keepShort(const at::Tensor &deltas) const
{
    for (std::size_t i = 0; i < m_losses.size(); ++i) {
        at::Tensor delta = deltas[static_cast<std::int64_t>(i)];
        const double longest = m_settings.clamp * m_losses[i].valueNorm();
        const double length = delta.norm().item<double>();
        if (length > longest)
            delta.mul_(longest / length);
    }
}

void TargetSearch::advance() const
{
    m_monitor.step(m_step, m_settings.steps + 1);
}

void TargetSearch::take(Descent &descent, const Value &value, const at::Tensor &delta) const
{
    EditTarget &target = descent.target;
    target.isDiverged = !std::isfinite(value.loss) || (m_step > 0 && value.loss > target.losses[0] + highestRise);
    descent.isOver = target.isDiverged;
    if (target.isDiverged)
        return;
    target.gaps.push_back(value.gap);
    target.losses.push_back(value.loss);
    descent.isOver = m_settings.loss == TargetLoss::Kind::Likelihood
                         ? value.loss < m_settings.enough
                         : value.gap < m_settings.enough * target.gaps.front();
    if (!descent.isOver && value.loss >= descent.lowest)
        return;
    descent.lowest = value.loss;
    descent.best = delta.clone();
    target.gapAfter = value.gap;
}

EditTarget TargetSearch::targetOf(const Descent &descent, double valueNorm) const
{
    EditTarget target = descent.target;
    target.layer = m_settings.layer;
    target.site = m_settings.site;
    target.valueNorm = valueNorm;
    target.gapBefore = target.gaps.empty() ? 0 : target.gaps.front();
    target.isClamped = descent.best.norm().item<double>() >= m_settings.clamp * valueNorm * (1 - 1e-5);
    const at::Tensor kept = descent.best.to(at::kCPU).contiguous();
    target.delta.assign(kept.data_ptr<float>(), kept.data_ptr<float>() + kept.numel());
    return target;
}

std::vector<EditTarget> TargetSearch::run()
{
    const auto count = static_cast<std::int64_t>(m_losses.size());
    const at::Tensor deltas = at::zeros({count, m_model->spec().width}, at::device(m_model->placement().device));
    const at::Tensor gradients = at::zeros_like(deltas);
    std::vector<Descent> descents(m_losses.size());
    for (Descent &descent : descents)
        descent.best = deltas[0].clone();
    AdamW adam(deltas, gradients, {}, plainAdam);
    const auto isOver = [](const Descent &descent) { return descent.isOver; };
    for (m_step = 0; m_step <= m_settings.steps; ++m_step) {
        at::Tensor found;
        const std::vector<Value> values = at(deltas, m_step < m_settings.steps ? &found : nullptr);
        for (std::size_t i = 0; i < descents.size(); ++i)
            if (!descents[i].isOver)
                take(descents[i], values[i], deltas[static_cast<std::int64_t>(i)]);
        if (m_step == m_settings.steps || std::all_of(descents.begin(), descents.end(), isOver))
            break;
        gradients.copy_(found);
        adam.step(m_settings.rate);
        keepShort(deltas);
    }
    std::vector<EditTarget> targets;
    for (std::size_t i = 0; i < descents.size(); ++i)
        targets.push_back(targetOf(descents[i], m_losses[i].valueNorm()));
    return targets;
}

} // namespace cw
