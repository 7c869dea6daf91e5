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

void requireSubjects(const Model &model, int layer, const std::vector<EditSubject> &subjects)
{
    requireCausalLayer(model, layer);
    if (subjects.empty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no subject to edit: give one."));
}

/// One subject after the other, each with target(model so far, number, monitor) and its keys in the model so far.
template <class Target> Edit oneByOne(const std::shared_ptr<const Model> &model,
                                      const std::vector<EditSubject> &subjects, const LeastSquares &squares,
                                      Monitor &monitor, const Target &target)
{
    const std::shared_ptr<const Model> base = inFp32(model);
    std::shared_ptr<const Model> now = base;
    Edit edit;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        PartMonitor part(monitor, static_cast<std::int64_t>(i), 1, static_cast<std::int64_t>(subjects.size()));
        Delta delta = rankOne(now, subjects[i], target(now, i, part), squares, part);
        if (!edit.deltas.empty()) {
            const Delta &before = edit.deltas.front();
            delta = Delta::lowRank(delta.parameter, at::cat({before.values, delta.values}, 1),
                                   at::cat({before.others, delta.others}, 0));
        }
        edit.deltas = {delta};
        now = edited(base, {{std::make_shared<const Edit>(edit), 1}}, part);
    }
    return edit;
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
    requireSubjects(*model, settings.layer, subjects);
    const LeastSquares squares = inverse(settings.layer, moment, ridge, monitor);
    RomeResult result;
    result.edit = oneByOne(model, subjects, squares, monitor, [&](const auto &now, std::size_t i, Monitor &part) {
        result.targets.push_back(TargetSearch(now, {subjects[i]}, pronouns, settings, part).run().front());
        if (onTarget)
            onTarget(result.targets.back());
        return result.targets.back();
    });
    return result;
}

Edit romeOf(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
            const std::vector<EditTarget> &targets, const at::Tensor &moment, double ridge, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    if (targets.size() != subjects.size())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "There are %1 subjects and %2 targets: give at least one subject, and a "
                                               "target for each."),
                    {std::to_string(subjects.size()), std::to_string(targets.size())});
    const int layer = targets.empty() ? 0 : targets.front().layer;
    requireSubjects(*model, layer, subjects);
    const LeastSquares squares = inverse(layer, moment, ridge, monitor);
    return oneByOne(model, subjects, squares, monitor,
                    [&targets](const auto &, std::size_t i, Monitor &) { return targets[i]; });
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
