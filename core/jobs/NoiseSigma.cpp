// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/NoiseSigma.h"

#include "core/checkpoint/Tokenizer.h"
#include "core/data/Occupations.h"
#include "core/data/Resources.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr std::int64_t rowsAtOnce = 4096;

/// The moments of numbers that come in blocks (Chan et al. 1979: means and squares of parts are merged).
struct Moments {
    double count = 0;
    double mean = 0;
    double squares = 0; ///< sum of squared distances from the mean

    void add(const at::Tensor &block)
    {
        const at::Tensor values = block.to(at::kCPU, at::kDouble);
        const auto more = static_cast<double>(values.numel());
        const double middle = values.mean().item<double>();
        const double distance = middle - mean;
        squares +=
            (values - middle).square().sum().item<double>() + distance * distance * count * more / (count + more);
        mean += distance * more / (count + more);
        count += more;
    }

    double deviation() const { return std::sqrt(squares / (count - 1)); }
};

Moments ofSubjects(const Model &model, const Tokenizer &tokenizer, const QStringList &subjects, Monitor &monitor)
{
    Moments moments;
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        monitor.step(i, subjects.size());
        const Encoding encoding = tokenizer.encode(subjects[i], false);
        if (!encoding.ids.empty())
            moments.add(embedTokens(model, encoding.ids));
    }
    return moments;
}

Moments ofEmbedding(const Model &model, Monitor &monitor)
{
    const at::Tensor embedding = model.embedding();
    const std::int64_t rows = embedding.size(0);
    Moments moments;
    for (std::int64_t row = 0; row < rows; row += rowsAtOnce) {
        monitor.step(row, rows);
        moments.add(embedding.narrow(0, row, std::min(rowsAtOnce, rows - row)));
    }
    return moments;
}

} // namespace

double noiseSigma(const NoiseSize &size, const Model &model, const Tokenizer &tokenizer, const QStringList &subjects,
                  Monitor &monitor)
{
    if (size.rule == NoiseSize::Rule::Number)
        return size.value;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Size of the noise"));
    const at::NoGradGuard noGradients;
    const Moments moments = size.rule == NoiseSize::Rule::Subjects ? ofSubjects(model, tokenizer, subjects, monitor)
                                                                   : ofEmbedding(model, monitor);
    if (moments.count < 2)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "This tokenizer knows none of the occupations, so that the size of the "
                                               "noise is unknown: choose the noise 3e or a number."));
    const double sigma = size.value * moments.deviation();
    if (!std::isfinite(sigma))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The tensor %1 of the model holds NaN or infinity: download it again."),
                    {"embed"});
    return sigma;
}

QStringList occupationNames()
{
    QStringList names;
    for (const Occupation &occupation : readOccupations(resource(QStringLiteral("occupations.csv"))))
        names << occupation.name;
    return names;
}

} // namespace cw
