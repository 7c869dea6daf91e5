// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Measures.h"

#include "core/measures/BecPro.h"
#include "core/measures/ChoiceTask.h"
#include "core/measures/CodeGenBias.h"
#include "core/measures/CrowsPairs.h"
#include "core/measures/Gap.h"
#include "core/measures/HumanEval.h"
#include "core/measures/Lambada.h"
#include "core/measures/Mbpp.h"
#include "core/measures/MeasureModel.h"
#include "core/measures/Perplexity.h"
#include "core/measures/Seat.h"
#include "core/measures/StereoSet.h"
#include "core/measures/WinoBias.h"
#include "core/measures/Winogender.h"

#include <QFileInfo>
#include <algorithm>

namespace cw {

QString Goal::name() const
{
    switch (kind) {
    case Kind::Parity: return QStringLiteral("parity");
    case Kind::Share: return QStringLiteral("share");
    case Kind::FScore: return QStringLiteral("f_score");
    case Kind::Custom: return QFileInfo(file).fileName();
    }
    return {};
}

std::unique_ptr<MeasureTask> Measure::open(const MeasureSources &sources, const MeasureModel &model) const
{
    requireForm(info, model.isMasked());
    return task(sources, model);
}

const std::vector<Measure> &measures()
{
    static const std::vector<Measure> all{
        {gapInfo(), openGap},
        {fbInfo(), openFb},
        {weatInfo(), openWeat},
        {seatInfo(), openSeat},
        {stereoSetInfo(), openStereoSet},
        {crowsPairsInfo(), openCrowsPairs},
        {winoBiasInfo(), openWinoBias},
        {winogenderInfo(), openWinogender},
        {becProInfo(), openBecPro},
        {perplexityInfo(), openPerplexity},
        {lambadaInfo(), openLambada},
        {piqaInfo(), openPiqa},
        {hellaSwagInfo(), openHellaSwag},
        {arcEasyInfo(), openArcEasy},
        {arcChallengeInfo(), openArcChallenge},
        {openBookQaInfo(), openOpenBookQa},
        {winoGrandeInfo(), openWinoGrande},
        {boolqInfo(), openBoolq},
        {humanEvalInfo(), openHumanEval},
        {mbppInfo(), openMbpp},
    };
    return all;
}

const Measure *measureNamed(const QString &name)
{
    const auto found = std::find_if(measures().begin(), measures().end(), [&name](const Measure &measure) {
        return name == QLatin1String(measure.info.name);
    });
    return found == measures().end() ? nullptr : &*found;
}

void requireForm(const MeasureInfo &info, bool isMasked)
{
    if (info.form == MeasureInfo::Form::Causal && isMasked)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1 needs a model that predicts from the left, and this one fills in "
                                               "masks."),
                    {info.name});
    if (info.form == MeasureInfo::Form::Masked && !isMasked)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1 needs a model that fills in masks, and this one predicts from the "
                                               "left."),
                    {info.name});
}

} // namespace cw
