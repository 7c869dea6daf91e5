// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/CodeWriter.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/checkpoint/StopFilter.h"
#include "core/checkpoint/TokenText.h"
#include "core/engine/Generator.h"
#include "core/engine/PartMonitor.h"
#include "core/measures/MeasureModel.h"

#include <algorithm>

namespace cw {
namespace {

/// One text that is being written.
class Sample {
public:
    Sample(const std::shared_ptr<const Tokenizer> &tokenizer, const std::vector<std::int64_t> &prompt,
           const QStringList &stops)
        : m_tokens(tokenizer, prompt), m_filter(stops)
    {
    }

    /// False where the text has ended.
    bool add(std::int64_t id)
    {
        m_text += m_filter.add(m_tokens.add(id));
        return !m_filter.hasStopped();
    }

    QString text()
    {
        m_text += m_filter.add(m_tokens.rest());
        return m_text += m_filter.rest();
    }

private:
    TokenText m_tokens;
    StopFilter m_filter;
    QString m_text;
};

Sampling samplingOf(const CodeWriting &writing, int first)
{
    Sampling sampling;
    if (writing.samples > 1) {
        sampling.temperature = 0.8;
        sampling.topP = 0.95;
    }
    sampling.seed = writing.seed + static_cast<std::uint32_t>(first);
    return sampling;
}

void write(Generator &generator, std::vector<Sample> &samples, int most, const std::vector<std::int64_t> &endIds,
           Monitor &monitor)
{
    for (int done = 0; done < most; ++done) {
        PartMonitor within(monitor, done, 1, most);
        const std::vector<Generator::Token> tokens = generator.next(within);
        if (tokens.empty())
            break;
        for (const Generator::Token &token : tokens) {
            const bool isEnd = std::find(endIds.begin(), endIds.end(), token.id) != endIds.end();
            if (isEnd || !samples[static_cast<std::size_t>(token.sample)].add(token.id))
                generator.end(token.sample);
        }
    }
}

} // namespace

QStringList writeCode(const MeasureModel &model, const QString &prompt, const CodeWriting &writing, Monitor &monitor)
{
    const Checkpoint &checkpoint = *model.checkpoint();
    const std::vector<std::int64_t> ids = promptTokens(model.asker().tokenizer(), prompt).ids;
    if (ids.size() >= static_cast<std::size_t>(model.asker().context()))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The prompt of %1 tokens leaves no room in the model's context of %2."),
                    {std::to_string(ids.size()), std::to_string(model.asker().context())});
    Generator generator(model.model(), ids, monitor);
    const int atOnce =
        samplesAtOnce(*model.model(), static_cast<std::int64_t>(ids.size()) + writing.most, writing.samples);
    QStringList texts;
    for (int first = 0; first < writing.samples; first += atOnce) {
        const int count = std::min(atOnce, writing.samples - first);
        std::vector<Sample> samples;
        for (int i = 0; i < count; ++i)
            samples.emplace_back(checkpoint.tokenizer(), ids, writing.stops);
        generator.start(count, samplingOf(writing, first));
        PartMonitor within(monitor, std::int64_t{first} * writing.most, std::int64_t{count} * writing.most,
                           std::int64_t{writing.samples} * writing.most);
        write(generator, samples, writing.most, checkpoint.endIds(), within);
        for (Sample &sample : samples)
            texts << sample.text();
    }
    return texts;
}

} // namespace cw
