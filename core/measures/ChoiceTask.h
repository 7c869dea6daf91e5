// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// Multiple choice with the conventions of lm-evaluation-harness: an answer's log-likelihood behind its context;
/// accuracy takes the likeliest answer, the normalised one the likeliest per character.
const MeasureInfo &piqaInfo();
const MeasureInfo &hellaSwagInfo();
const MeasureInfo &arcEasyInfo();
const MeasureInfo &arcChallengeInfo();
const MeasureInfo &openBookQaInfo();
const MeasureInfo &winoGrandeInfo();
const MeasureInfo &boolqInfo();

std::unique_ptr<MeasureTask> openPiqa(const MeasureSources &sources, const MeasureModel &model);
std::unique_ptr<MeasureTask> openHellaSwag(const MeasureSources &sources, const MeasureModel &model);
std::unique_ptr<MeasureTask> openArcEasy(const MeasureSources &sources, const MeasureModel &model);
std::unique_ptr<MeasureTask> openArcChallenge(const MeasureSources &sources, const MeasureModel &model);
std::unique_ptr<MeasureTask> openOpenBookQa(const MeasureSources &sources, const MeasureModel &model);
std::unique_ptr<MeasureTask> openWinoGrande(const MeasureSources &sources, const MeasureModel &model);
std::unique_ptr<MeasureTask> openBoolq(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
