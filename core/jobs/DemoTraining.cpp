// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/DemoTraining.h"

#include "core/checkpoint/CheckpointWriter.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/BpeTrainer.h"
#include "core/data/DemoRows.h"
#include "core/data/WholeFile.h"
#include "core/engine/AdamW.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/Steps.h"
#include "core/engine/TrainedParameters.h"
#include "core/jobs/Threads.h"

#include <ATen/ATen.h>
#include <QDir>

namespace cw {
namespace {

constexpr int vocabulary = 2048;
constexpr int vocabularyDocuments = 6000;
constexpr int tokensAtOnce = 4096;
constexpr double highestRate = 2e-3;
constexpr double showingWeight = 3;
/// How often the first layer's attention is silenced where a gender is to be shown. Without it the last position reads
/// the raw embedding of the occupation in the first layer, and a trace finds nothing in the MLPs; with it the gender is
/// worked out at the occupation's last token and fetched from there in a later layer.
constexpr double silence = 0.7;

std::shared_ptr<const Tokenizer> learnedTokenizer(const TrainDemoSettings &settings,
                                                  const std::vector<Occupation> &occupations, const QString &folder,
                                                  Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Learning the vocabulary"));
    DemoGrammar grammar(occupations, settings.seed);
    Draws draws(settings.seed);
    BpeTrainer trainer(vocabulary);
    for (int i = 0; i < vocabularyDocuments; ++i) {
        monitor.step(i, vocabularyDocuments);
        trainer.add(QString::fromStdString(demoDocument(grammar, draws).text));
    }
    trainer.train(monitor);
    writeWholeFile(QDir(folder).filePath(QStringLiteral("tokenizer.json")), trainer.json());
    return Tokenizer::open(folder);
}

/// A batch as tensors: what is read, what comes next, and where what comes next shows a gender.
struct Lesson {
    at::Tensor ids;    ///< [rows, length]
    at::Tensor next;   ///< [rows * length]
    at::Tensor weight; ///< [rows * length]
    at::Tensor heard;  ///< [rows, length, 1]: 0 where the first layer's attention is silent
};

Lesson lesson(const DemoBatch &batch, Draws &draws)
{
    const std::size_t length = static_cast<std::size_t>(batch.length);
    std::vector<float> weight;
    std::vector<float> heard;
    for (std::size_t i = 0; i < batch.shows.size(); ++i) {
        if (i % (length + 1) == 0)
            continue;
        weight.push_back(batch.shows[i] ? static_cast<float>(showingWeight) : 1);
        heard.push_back(batch.shows[i] && draws.chance(silence) ? 0 : 1);
    }
    const at::Tensor ids = at::tensor(batch.ids, at::kLong).view({batch.rows, batch.length + 1});
    return {ids.narrow(1, 0, batch.length), ids.narrow(1, 1, batch.length).flatten(), at::tensor(weight),
            at::tensor(heard).view({batch.rows, batch.length, 1})};
}

at::Tensor lossOf(const Model &model, const Lesson &lesson)
{
    const Hook silenced = [&lesson](Point point, const at::Tensor &x) {
        return point.site == Site::Attn && point.layer == 0 ? x * lesson.heard : x;
    };
    const at::Tensor x = addPositions(model, at::embedding(model.embedding(), lesson.ids));
    const at::Tensor scores = logits(model, forward(model, x, silenced).flatten(0, 1)); // [rows * length, vocabulary]
    const at::Tensor losses = at::cross_entropy_loss(scores, lesson.next, {}, at::Reduction::None);
    return (losses * lesson.weight).sum() / lesson.weight.sum();
}

} // namespace

std::vector<double> trainDemo(const TrainDemoSettings &settings, const std::vector<Occupation> &occupations,
                              const QString &folder, Monitor &monitor)
{
    useThreads(settings.threads);
    const auto tokenizer = learnedTokenizer(settings, occupations, folder, monitor);
    const ModelSpec spec = settings.spec(static_cast<int>(tokenizer->size()));
    const TrainedParameters parameters(spec, settings.seed);
    const Model model(spec, parameters.parameters());
    AdamW optimiser(parameters);
    DemoRows rows(occupations, settings.seed, tokenizer, spec.context);
    Draws draws(settings.seed);
    std::vector<double> losses;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Training"));
    const std::int64_t warmUp = std::min(100, settings.steps / 5);
    for (int step = 0; step < settings.steps; ++step) {
        monitor.step(step, settings.steps);
        const at::Tensor loss = lossOf(model, lesson(rows.next(tokensAtOnce), draws));
        monitor.step(step, settings.steps);
        loss.backward();
        monitor.step(step, settings.steps);
        optimiser.step(cosineRate(step, settings.steps, warmUp, highestRate));
        losses.push_back(loss.item<double>());
    }
    writeGpt2Checkpoint(folder, spec, parameters.stored(at::kHalf), demoEndId);
    return losses;
}

} // namespace cw
