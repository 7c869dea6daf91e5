// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Lambada.h"

#include "core/data/DataFolder.h"
#include "core/data/sets/JsonRow.h"

#include <algorithm>
#include <cmath>

namespace cw {
namespace {

enum Column { Accuracy, Loss };

class LambadaTask final : public QueryTask {
public:
    using QueryTask::QueryTask;

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const auto last = item.text.lastIndexOf(u' ');
        return asker.continuation(item.text.left(last), item.text.mid(last));
    }

    std::vector<float> values(const MeasureItem &, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const Readings &word = readings.front();
        const bool isRight =
            std::all_of(word.begin(), word.end(), [](const Reading &reading) { return reading.isTop; });
        return {isRight ? 1.0F : 0.0F, static_cast<float>(-logProbabilityOf(word))};
    }
};

} // namespace

const MeasureInfo &lambadaInfo()
{
    static const MeasureInfo info = [] {
        MeasureInfo lambada{
            "lambada",
            QT_TRANSLATE_NOOP("Measure", "LAMBADA"),
            MeasureInfo::Role::Guard,
            MeasureInfo::Form::Causal,
            QT_TRANSLATE_NOOP("Measure", "Paperno et al. 2016, OpenAI's version; as lm-evaluation-harness asks it"),
            "lambada"};
        lambada.columns = {{"acc", QT_TRANSLATE_NOOP("Measure", "right")},
                           {"nll", QT_TRANSLATE_NOOP("Measure", "loss of the last word, nats")}};
        lambada.numbers = {{"acc", QT_TRANSLATE_NOOP("Measure", "accuracy of the last word"), NumberRule::Unit::Percent,
                            NumberRule::Aim::Higher, 0, inPercent(meanOf(Accuracy))},
                           {"ppl", QT_TRANSLATE_NOOP("Measure", "perplexity of the last word"), NumberRule::Unit::Plain,
                            NumberRule::Aim::Lower, 0, mapped(meanOf(Loss), [](double x) { return std::exp(x); })}};
        lambada.ways = {QT_TRANSLATE_NOOP("Measure", "item")};
        lambada.flips = Accuracy;
        lambada.flipsAt = 0.5F;
        lambada.margin = 1;
        return lambada;
    }();
    return info;
}

std::unique_ptr<MeasureTask> openLambada(const MeasureSources &sources, const MeasureModel &)
{
    std::vector<MeasureItem> items;
    for (const JsonRow &line :
         readJsonRows(sources.folder.require(QStringLiteral("lambada"), QStringLiteral("test")))) {
        const QString text = line.text("text");
        if (text.trimmed() != text || !text.contains(u' '))
            line.refuse("text", "a passage of several words, without spaces around it");
        const QString id = QString::number(items.size());
        items.push_back({id, text, {}, QStringList{id}, items.size()});
    }
    return std::make_unique<LambadaTask>(std::move(items));
}

} // namespace cw
