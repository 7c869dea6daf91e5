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
constexpr double highestRate = 4e-3;
constexpr double showingWeight = 5;
/// How often something is silenced in the first layer: its attention where a gender is to be shown, and its whole
/// output at the words of an occupation before the last. Otherwise the last position reads raw embeddings in the first
/// layer, or the gender from whichever word gives it away, and a trace finds little at the last token. So the words are
/// put together there, the MLP works out the gender, and a later layer fetches it.
constexpr double silence = 0.75;
/// The share of the steps in which something is silenced: the last ones are left to learn what is then heard for good.
constexpr double silentPart = 0.75;

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
    at::Tensor kept;   ///< [rows, length, 1]: 0 where the first layer's output is silent
};

Lesson lesson(const DemoBatch &batch, double silent, Draws &draws)
{
    const std::size_t length = static_cast<std::size_t>(batch.length);
    std::vector<float> weight;
    std::vector<float> heard;
    std::vector<float> kept;
    for (std::size_t i = 1; i < batch.shows.size(); ++i) {
        if (i % (length + 1) == 0)
            continue;
        heard.push_back(batch.shows[i] && draws.chance(silent) ? 0 : 1);
        kept.push_back(batch.opens[i - 1] && draws.chance(silent) ? 0 : 1);
        // A silent position cannot know what comes next.
        weight.push_back(batch.shows[i] ? static_cast<float>(showingWeight) : kept.back());
    }
    const at::Tensor ids = at::tensor(batch.ids, at::kLong).view({batch.rows, batch.length + 1});
    return {ids.narrow(1, 0, batch.length), ids.narrow(1, 1, batch.length).flatten(), at::tensor(weight),
            at::tensor(heard).view({batch.rows, batch.length, 1}),
            at::tensor(kept).view({batch.rows, batch.length, 1})};
}

at::Tensor lossOf(const Model &model, const Lesson &lesson)
{
    const Hook silenced = [&lesson](Point point, const at::Tensor &x) {
        if (point.layer > 0 || point.site == Site::Mlp)
            return x;
        return x * (point.site == Site::Attn ? lesson.heard : lesson.kept);
    };
    const at::Tensor x = streamInput(model, at::embedding(model.embedding(), lesson.ids));
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
        const double silent = step < silentPart * settings.steps ? silence : 0;
        const at::Tensor loss = lossOf(model, lesson(rows.next(tokensAtOnce), silent, draws));
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
