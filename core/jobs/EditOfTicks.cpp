// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditOfTicks.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/data/SelectionFile.h"
#include "core/engine/Monitor.h"
#include "core/jobs/LoadModelJob.h"

#include <ATen/core/Tensor.h>

namespace cw {
namespace {

std::vector<std::string> asWords(const QStringList &list)
{
    std::vector<std::string> words;
    for (const QString &each : list)
        words.push_back(each.toStdString());
    return words;
}

void append(QStringList &words, const std::vector<std::string> &more)
{
    for (const std::string &each : more)
        words << QString::fromStdString(each);
}

/// Both targets as they go on from a text; of one that is several tokens the first parts them.
std::pair<std::int64_t, std::int64_t> targetTokens(const Tokenizer &tokenizer, const QStringList &targets)
{
    const auto first = [&tokenizer](const QString &target) {
        const Encoding text = tokenizer.encode(target, false);
        if (text.ids.empty())
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The target \"%1\" has no tokens."),
                        {target.toStdString()});
        return text.ids.front();
    };
    return {first(targets[0]), first(targets[1])};
}

TickChange changeOf(const EditSettings &settings, const LoadedModel &model)
{
    TickChange change;
    change.kind = settings.method;
    change.amount = settings.method == TickMethod::Scale ? settings.factor : settings.share;
    if (settings.method == TickMethod::Toward)
        change.reference = loadModel(settings.reference, settings.device, settings.dtype).model;
    if (settings.method == TickMethod::Attenuate) {
        const auto [from, toward] = targetTokens(*model.checkpoint->tokenizer(), settings.targets);
        change.direction = headDirection(*model.model, toward, from);
    }
    return change;
}

} // namespace

TickWords wordsOf(const EditSettings &settings)
{
    return {asWords(settings.layers),  asWords(settings.modules), asWords(settings.rows),
            asWords(settings.neurons), asWords(settings.weights), settings.bias == EditSettings::Bias::With};
}

EditSettings withoutFile(EditSettings settings)
{
    if (settings.selection.isEmpty())
        return settings;
    const TickWords more = readSelection(settings.selection);
    append(settings.layers, more.layers);
    append(settings.modules, more.modules);
    append(settings.rows, more.rows);
    append(settings.neurons, more.neurons);
    append(settings.weights, more.weights);
    settings.selection.clear();
    return settings;
}

TickOrder tickOrder(const EditSettings &settings, const LoadedModel &model)
{
    const NeuronSide side = settings.method == TickMethod::Toward ? NeuronSide::Both : NeuronSide::Out;
    return {ticksOf(wordsOf(settings), side, *model.model), changeOf(settings, model)};
}

std::shared_ptr<const Edit> editOfTicks(const TickOrder &order, const LoadedModel &model, Monitor &monitor)
{
    return std::make_shared<const Edit>(tickedEdit(*model.model, order.ticks, order.change, monitor));
}

} // namespace cw
