// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Lsdm.h"
#include "core/analysis/SecondMoment.h"
#include "core/analysis/TargetSearch.h"
#include "core/engine/Model.h"
#include "tests/support/EditedTexts.h"

#include <ATen/ATen.h>
#include <cmath>

namespace cw::test {

inline const Pronouns tinyPronouns{5, 9};

inline at::Tensor tinyMoment(const std::shared_ptr<const Model> &model, int layer)
{
    SilentMonitor monitor;
    SecondMoment moment(layer, model->spec().hidden);
    moment.add(*model, tinyCorpus(), monitor);
    return moment.mean();
}

inline Moments tinyMoments(const std::shared_ptr<const Model> &model, const std::vector<int> &layers)
{
    Moments moments;
    for (const int layer : layers)
        moments[layer] = tinyMoment(model, layer);
    return moments;
}

/// Made up: one for each subject.
inline std::vector<EditTarget> tinyTargets(const std::shared_ptr<const Model> &model, const std::vector<int> &layers)
{
    std::vector<EditTarget> targets;
    for (int i = 0; i < 2; ++i) {
        EditTarget target;
        target.layer = layers.back();
        target.site = targetSite(layers);
        for (int j = 0; j < model->spec().width; ++j)
            target.delta.push_back(0.5F * std::sin(1.3F * static_cast<float>(j) + static_cast<float>(i)));
        target.gapBefore = 0.5 + i;
        target.gapAfter = 0.1;
        target.isClamped = i == 0;
        targets.push_back(target);
    }
    return targets;
}

inline std::vector<TextPlace> placesOf(const std::vector<EditSubject> &subjects)
{
    return KeyColumns(subjects, KeyMix::Mean).places();
}

inline std::shared_ptr<const Model> changedBy(const std::shared_ptr<const Model> &model, const Edit &edit)
{
    SilentMonitor monitor;
    return edited(model, {{std::make_shared<const Edit>(edit), 1}}, monitor);
}

} // namespace cw::test
