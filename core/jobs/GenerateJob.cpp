// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GenerateJob.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Generator.h"
#include "core/engine/Monitor.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/TextWriter.h"
#include "core/jobs/Threads.h"

namespace cw {

GenerateJob::GenerateJob(const GenerateSettings &settings, const LoadedModel &loaded)
    : Job(tr("Continue \u201c%1\u201d").arg(settings.prompt)), m_settings(settings), m_loaded(loaded)
{
}

void GenerateJob::work(Monitor &monitor)
{
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    m_loaded = m_loaded.checkpoint ? placedModel(m_loaded, m_settings.device, m_settings.dtype)
                                   : loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    const GenerateRun run = prepared();
    requireMemory(*m_loaded.model, static_cast<std::int64_t>(run.ids.size()),
                  freeMemoryOf(m_loaded.model->placement().device));
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the prompt"));
    Generator generator(m_loaded.model, run.ids, monitor);
    Q_EMIT begun(run);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Writing"));
    const int atOnce = samplesAtOnce(*m_loaded.model, m_settings.max, m_settings.samples);
    for (int first = 0; first < m_settings.samples; first += atOnce)
        write(generator, run, first, std::min(atOnce, m_settings.samples - first), monitor);
}

GenerateRun GenerateJob::prepared() const
{
    const Checkpoint &checkpoint = *m_loaded.checkpoint;
    GenerateRun run;
    run.settings = m_settings;
    static_cast<RunHead &>(run) = headOf(m_loaded);
    const Encoding prompt = promptTokens(*checkpoint.tokenizer(), m_settings.prompt);
    run.ids = prompt.ids;
    run.tokens = QStringList(prompt.tokens.begin(), prompt.tokens.end());
    const std::int64_t room = checkpoint.spec().context - static_cast<std::int64_t>(run.ids.size()) + 1;
    if (room > 0 && room < m_settings.max)
        run.notes << tr("The prompt leaves room for %1 more tokens in the model's context of %2.")
                         .arg(room)
                         .arg(checkpoint.spec().context);
    return run;
}

void GenerateJob::write(Generator &generator, const GenerateRun &run, int first, int count, Monitor &monitor)
{
    std::vector<TextWriter> writers;
    for (int i = 0; i < count; ++i)
        writers.emplace_back(first + i, run, m_loaded.checkpoint->tokenizer(), m_loaded.checkpoint->endIds());
    generator.start(count, {m_settings.temperature, m_settings.topK, m_settings.topP,
                            m_settings.seed + static_cast<std::uint32_t>(first)});
    const std::int64_t total = std::int64_t{m_settings.samples} * m_settings.max;
    for (std::int64_t done = std::int64_t{first} * m_settings.max;; done += count) {
        PartMonitor within(monitor, std::min(done, total), count, total);
        const std::vector<Generator::Token> tokens = generator.next(within);
        if (tokens.empty())
            break;
        for (const Generator::Token &token : tokens) {
            TextWriter &writer = writers[static_cast<std::size_t>(token.sample)];
            Q_EMIT pieceReady(writer.add(token.id));
            if (writer.hasEnded())
                generator.end(token.sample);
        }
    }
    for (TextWriter &writer : writers)
        if (!writer.hasEnded())
            Q_EMIT pieceReady(writer.end(TextEnd::Context));
}

} // namespace cw
