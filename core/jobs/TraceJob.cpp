// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TraceJob.h"

#include "core/analysis/CausalTrace.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/NoiseSigma.h"
#include "core/jobs/Threads.h"

#include <cmath>

namespace cw {
namespace {

/// Prompts of one command have seeds of their own; a single prompt is number 0.
std::uint32_t seedOf(const TraceSettings &settings, std::uint32_t promptNumber)
{
    return settings.noiseSeed == TraceSettings::NoiseSeed::Own ? settings.seed + promptNumber : settings.seed;
}

/// The tracer refuses a clean run without numbers; a corrupted one overflows by its noise alone.
void checkNumbers(const TraceBase &base)
{
    for (const std::vector<double> &samples : base.low) {
        for (const double low : samples) {
            if (!std::isfinite(low))
                throw Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "The model's numbers overflow with this noise: choose a smaller "
                                                       "one."));
        }
    }
}

std::int64_t weight(const TracePart &part)
{
    return std::int64_t{part.tokenEnd - part.tokenBegin} * (part.sampleEnd - part.sampleBegin);
}

} // namespace

TraceJob::TraceJob(const TraceSettings &settings, const LoadedModel &loaded,
                   const std::optional<TraceProgress> &earlier)
    : Job(tr("Trace \u201c%1\u201d").arg(settings.prompt)), m_settings(settings), m_loaded(loaded), m_earlier(earlier)
{
}

void TraceJob::work(Monitor &monitor)
{
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    m_loaded = m_loaded.checkpoint ? placedModel(m_loaded, m_settings.device, m_settings.dtype)
                                   : loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    TraceRun run = prepared(monitor);
    requireMemory(*m_loaded.model, run.input, freeMemoryOf(m_loaded.model->placement().device));
    CausalTrace trace(m_loaded.model, run.input);
    run.base = trace.base(monitor);
    checkNumbers(run.base);

    const bool continues = m_earlier && canContinue(m_earlier->run, run);
    TraceResult result;
    result.prepare(run.input, run.layers);
    if (continues) {
        result = m_earlier->result;
        run.base = m_earlier->run.base;
    }
    m_earlier.reset();
    Q_EMIT baseReady(run, continues);

    const std::vector<TracePart> parts = trace.plan(result);
    std::int64_t total = 0;
    for (const TracePart &part : parts)
        total += weight(part);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Restoring"));
    std::int64_t before = 0;
    for (const TracePart &part : parts) {
        monitor.step(before, total);
        PartMonitor within(monitor, before, weight(part), total);
        Q_EMIT blockReady(trace.run(part, within));
        before += weight(part);
    }
}

TraceRun TraceJob::prepared(Monitor &monitor) const
{
    const Checkpoint &checkpoint = *m_loaded.checkpoint;
    const Model &model = *m_loaded.model;
    TraceRun run;
    run.settings = m_settings;
    static_cast<RunHead &>(run) = headOf(m_loaded);
    run.layers = model.spec().layers;

    const bool masked = model.spec().masked;
    const Encoding encoding = promptTokens(*checkpoint.tokenizer(), m_settings.prompt, masked);
    run.tokens = encoding.tokens;
    run.offsets = encoding.offsets;
    TraceInput &input = run.input;
    input.ids = encoding.ids;
    if (masked)
        input.readAt = maskPosition(*checkpoint.tokenizer(), encoding);
    const Span subject =
        subjectTokens(encoding, findSubject(m_settings.prompt, m_settings.subject, m_settings.occurrence));
    input.subjectBegin = subject.begin;
    input.subjectEnd = subject.end;
    addTargets(run);
    input.kinds = m_settings.kinds;
    input.samples = m_settings.samples;
    input.method = m_settings.method;
    input.seed = seedOf(m_settings, 0);
    input.window =
        m_settings.window > 0 ? m_settings.window : std::max(1, static_cast<int>(std::lround(run.layers / 5.0)));
    if (input.window * 3 > run.layers && m_settings.window > 0)
        run.notes << tr("The window of %1 layers is more than a third of the model's %2: cells of neighbouring layers "
                        "are almost the same.")
                         .arg(input.window)
                         .arg(run.layers);
    input.sigma =
        noiseSigma(m_settings.noise, model, *checkpoint.tokenizer(),
                   m_settings.noise.rule == NoiseSize::Rule::Subjects ? occupationNames() : QStringList(), monitor);
    return run;
}

void TraceJob::addTargets(TraceRun &run) const
{
    const Tokenizer &tokenizer = *m_loaded.checkpoint->tokenizer();
    for (const QString &text : m_settings.targets) {
        const Target target = run.input.isMasked() ? maskTarget(tokenizer, text)
                                                   : targetIds(tokenizer, m_settings.prompt, run.input.ids, text);
        run.input.targets.push_back(target.ids);
        if (target.isAlone)
            run.notes << tr("The target \u201c%1\u201d was tokenized by itself, because the prompt's tokens change "
                            "with it.")
                             .arg(text);
        if (target.ids.size() > 1)
            run.notes << tr("The target \u201c%1\u201d is %2 tokens: its probability is the product of theirs.")
                             .arg(text)
                             .arg(target.ids.size());
    }
}

} // namespace cw
