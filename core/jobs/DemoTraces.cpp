// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CausalTrace.h"
#include "core/analysis/TokenRoles.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DemoExam.h"
#include "core/jobs/NoiseSigma.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

constexpr int samples = 10;

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::size_t position(TokenRole role)
{
    return static_cast<std::size_t>(std::find(tokenRoles.begin(), tokenRoles.end(), role) - tokenRoles.begin());
}

/// Effects by role and layer, averaged over prompts in the direction in which the occupation leans.
struct Average {
    int count = 0;
    double total = 0;                                       ///< what corrupting the occupation takes away
    std::array<std::vector<std::vector<double>>, 3> effect; ///< [kind][role][layer], sums until finished

    int strongest(TraceKind kind, TokenRole role) const
    {
        const auto &row = effect[static_cast<std::size_t>(kind)][position(role)];
        return static_cast<int>(std::max_element(row.begin(), row.end()) - row.begin());
    }
    double most(TraceKind kind, TokenRole role) const
    {
        return effect[static_cast<std::size_t>(kind)][position(role)][static_cast<std::size_t>(strongest(kind, role))];
    }
};

/// One prompt per occupation, from all four cells in turn; those near balance have no direction.
std::vector<const DemoFoldPrompt *> chosen(const DemoPatient &patient)
{
    const std::vector<Occupation> &occupations = patient.grammar.people().occupations();
    const std::vector<DemoFoldPrompt> &prompts = patient.folds.reporting;
    const std::size_t each = prompts.size() / occupations.size();
    std::vector<const DemoFoldPrompt *> result;
    for (std::size_t i = 0; i < occupations.size(); ++i)
        if (occupations[i].share < 45 || occupations[i].share > 55)
            result.push_back(&prompts[i * each + i % each]);
    return result;
}

TraceInput inputOf(const DemoPatient &patient, const DemoFoldPrompt &found)
{
    const QString text = QString::fromStdString(found.prompt.text);
    const Encoding encoding = promptTokens(*patient.tokenizer, text);
    const Span subject = subjectTokens(
        encoding, {static_cast<int>(found.prompt.subjectBegin), static_cast<int>(found.prompt.subjectEnd)});
    TraceInput input;
    input.ids = encoding.ids;
    input.subjectBegin = subject.begin;
    input.subjectEnd = subject.end;
    for (const auto &target : {QStringLiteral(" he"), QStringLiteral(" she")})
        input.targets.push_back(targetIds(*patient.tokenizer, text, target).ids);
    input.samples = samples;
    return input;
}

TraceResult traced(const std::shared_ptr<const Model> &model, const TraceInput &input, Monitor &monitor)
{
    CausalTrace trace(model, input);
    TraceResult result;
    result.prepare(input, model->spec().layers);
    result.base = trace.base(monitor);
    for (const TracePart &part : trace.plan(result))
        result.insert(trace.run(part, monitor));
    return result;
}

/// Adds the effects of one trace; sign: 1 where the occupation leans to he, the first target.
void add(Average &average, const TraceResult &result, const TraceInput &input, double sign)
{
    const double low = mean(result.base.low[0]) - mean(result.base.low[1]);
    average.total += sign * (result.base.high[0] - result.base.high[1] - low);
    ++average.count;
    for (std::size_t kind = 0; kind < result.kinds.size(); ++kind) {
        EffectMap map = effects(result, static_cast<int>(kind), Quantity::Aligned);
        for (std::size_t cell = 0; cell < map.effect.size(); ++cell)
            map.effect[cell] = sign * (map.mean[0][cell] - map.mean[1][cell] - low);
        const RoleEffects roles = roleEffects(map, input.subjectBegin, input.subjectEnd);
        auto &sums = average.effect[static_cast<std::size_t>(result.kinds[kind])];
        sums.resize(roles.effect.size(), std::vector<double>(static_cast<std::size_t>(roles.layers)));
        for (std::size_t role = 0; role < sums.size(); ++role)
            for (std::size_t layer = 0; layer < roles.effect[role].size(); ++layer)
                sums[role][layer] += std::isnan(roles.effect[role][layer]) ? 0 : roles.effect[role][layer];
    }
}

Average averaged(const DemoPatient &patient, Monitor &monitor)
{
    const std::vector<Occupation> &occupations = patient.grammar.people().occupations();
    QStringList names;
    for (const Occupation &occupation : occupations)
        names << occupation.name;
    SilentMonitor silent;
    const double sigma = noiseSigma({}, *patient.model, *patient.tokenizer, names, silent);
    const auto prompts = chosen(patient);
    Average average;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        monitor.step(static_cast<std::int64_t>(i), static_cast<std::int64_t>(prompts.size()));
        TraceInput input = inputOf(patient, *prompts[i]);
        input.sigma = sigma;
        input.seed = static_cast<std::uint32_t>(i + 1);
        const double share = occupations[static_cast<std::size_t>(prompts[i]->shape.occupation)].share;
        add(average, traced(patient.model, input, silent), input, share < 50 ? 1 : -1);
    }
    average.total /= average.count;
    for (auto &kind : average.effect)
        for (auto &role : kind)
            for (double &effect : role)
                effect /= average.count;
    return average;
}

} // namespace

DemoLines examineTraces(const DemoPatient &patient, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Examining by causal tracing"));
    constexpr auto least = DemoLine::Rule::AtLeast;
    constexpr auto most = DemoLine::Rule::AtMost;
    constexpr TokenRole subject = TokenRole::LastSubject;
    const Average average = averaged(patient, monitor);
    double elsewhere = 0;
    for (const TokenRole role : tokenRoles)
        if (role != TokenRole::Last)
            elsewhere = std::max(elsewhere, average.most(TraceKind::Attn, role));
    const int mlpLayer = average.strongest(TraceKind::Mlp, subject);
    const double lowest = std::ceil(patient.model->spec().layers / 3.0) - 1; // layer of the lowest third
    return {
        {"total_effect", QT_TRANSLATE_NOOP("Demo", "tracing: total effect of corrupting the occupation"), average.total,
         least, 0.3},
        {"state_share", QT_TRANSLATE_NOOP("Demo", "tracing: state at the last occupation token, share of it"),
         average.most(TraceKind::State, subject) / average.total, least, 0.4},
        {"state_layer", QT_TRANSLATE_NOOP("Demo", "tracing: layer of that state"),
         static_cast<double>(average.strongest(TraceKind::State, subject)), most, lowest},
        {"mlp_share", QT_TRANSLATE_NOOP("Demo", "tracing: MLP at the last occupation token, share of it"),
         average.most(TraceKind::Mlp, subject) / average.total, least, 0.3},
        {"mlp_layer", QT_TRANSLATE_NOOP("Demo", "tracing: layer of that MLP"), static_cast<double>(mlpLayer), most,
         lowest},
        {"attention_at_last",
         QT_TRANSLATE_NOOP("Demo", "tracing: attention at the last position over the most elsewhere"),
         average.most(TraceKind::Attn, TokenRole::Last) / elsewhere, least, 1},
        {"attention_above_mlp", QT_TRANSLATE_NOOP("Demo", "tracing: layers between that MLP and that attention"),
         static_cast<double>(average.strongest(TraceKind::Attn, TokenRole::Last) - mlpLayer), least, 1},
    };
}

} // namespace cw
