// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Rome.h"

#include "core/analysis/LeastSquares.h"
#include "core/analysis/TargetSearch.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/PlacedModel.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <cmath>

namespace cw {
namespace {

/// A part of the keys' common length below which dividing by it says nothing.
constexpr double leastCommon = 1e-9;

/// C0^-1, factorised once for all subjects.
LeastSquares inverse(int layer, const at::Tensor &moment, double ridge, Monitor &monitor)
{
    PreservedKeys preserved;
    preserved.moment = moment;
    preserved.lambda = 1;
    preserved.ridge = ridge;
    return LeastSquares(layer, preserved, monitor);
}

Delta rankOne(const std::shared_ptr<const Model> &model, const EditSubject &subject, const EditTarget &target,
              const LeastSquares &squares, Monitor &monitor)
{
    const KeyColumns columns({subject}, KeyMix::Mean);
    if (target.site != Site::Mlp || static_cast<int>(target.delta.size()) != model->spec().width)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The target of \"%1\" was found for other layers or another model: "
                                               "search for it anew."),
                    {subject.name});
    const at::Tensor keys = readMlp(*model, target.layer, columns.places(), monitor).keys.to(at::kDouble);
    const at::Tensor mean = columns.keys(keys);                 // [1, hidden]
    const at::Tensor direction = squares.solved(mean, monitor); // [1, hidden]
    const double common = (keys[0] * direction[0]).sum().item<double>();
    if (!(std::abs(common) > leastCommon * (mean * direction).sum().item<double>()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The first text of \"%1\" has nothing in common with its others: choose "
                                               "other contexts."),
                    {subject.name});
    return Delta::lowRank("layers." + std::to_string(target.layer) + ".mlp.out", at::tensor(target.delta).unsqueeze(1),
                          (direction / common).to(at::kFloat).contiguous());
}

} // namespace

TargetSettings romeTarget(int layer)
{
    TargetSettings settings;
    settings.layer = layer;
    settings.loss = TargetLoss::Kind::Likelihood;
    settings.steps = 20;
    return settings;
}

Delta romeDelta(const std::shared_ptr<const Model> &model, const EditSubject &subject, const EditTarget &target,
                const at::Tensor &moment, double ridge, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    requireCausalLayer(*model, target.layer);
    return rankOne(inFp32(model), subject, target, inverse(target.layer, moment, ridge, monitor), monitor);
}

RomeResult rome(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
                const Pronouns &pronouns, const TargetSettings &settings, const at::Tensor &moment, double ridge,
                Monitor &monitor, const std::function<void(const EditTarget &)> &onTarget)
{
    const at::NoGradGuard noGradients;
    requireCausalLayer(*model, settings.layer);
    if (subjects.empty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no subject to edit: give one."));
    const LeastSquares squares = inverse(settings.layer, moment, ridge, monitor);
    const std::shared_ptr<const Model> base = inFp32(model);
    std::shared_ptr<const Model> now = base;
    RomeResult result;
    const auto count = static_cast<std::int64_t>(subjects.size());
    for (const EditSubject &subject : subjects) {
        PartMonitor part(monitor, static_cast<std::int64_t>(result.targets.size()), 1, count);
        result.targets.push_back(TargetSearch(now, subject, pronouns, settings, part).run());
        Delta delta = rankOne(now, subject, result.targets.back(), squares, part);
        if (!result.edit.deltas.empty()) {
            const Delta &before = result.edit.deltas.front();
            delta = Delta::lowRank(delta.parameter, at::cat({before.values, delta.values}, 1),
                                   at::cat({before.others, delta.others}, 0));
        }
        result.edit.deltas = {delta};
        now = edited(base, {{std::make_shared<const Edit>(result.edit), 1}}, part);
        if (onTarget)
            onTarget(result.targets.back());
    }
    return result;
}

TargetSettings memitTarget(int lastLayer)
{
    TargetSettings settings = romeTarget(lastLayer);
    settings.site = Site::State;
    settings.clamp = 0.75;
    return settings;
}

LsdmSettings memitSettings(std::vector<int> layers, double preservation)
{
    LsdmSettings settings;
    settings.layers = std::move(layers);
    settings.keys = KeyMix::PlainAndRest;
    settings.preservation = preservation;
    settings.ridge = 0;
    settings.definitions = 0;
    return settings;
}

} // namespace cw
