// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Perplexity.h"

#include "core/data/DataFolder.h"
#include "core/data/Draws.h"
#include "core/data/sets/TextLines.h"
#include "core/measures/RunningText.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
constexpr int longestWindow = 1024;
constexpr qsizetype shownCharacters = 120;

enum Column { Loss, Tokens, Bytes, MaskedLoss, MaskedTokens };

/// The bytes in UTF-8 of the code points begin .. end - 1.
int bytesOf(const QList<uint> &text, int begin, int end)
{
    return static_cast<int>(
        QString::fromUcs4(reinterpret_cast<const char32_t *>(text.constData()) + begin, end - begin).toUtf8().size());
}

/// Tokens begin .. end - 1 are scored.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
    int bytes = 0;
};

class WindowTask final : public QueryTask {
public:
    WindowTask(std::vector<MeasureItem> items, std::vector<Window> windows, std::vector<std::int64_t> tokens,
               int length)
        : QueryTask(std::move(items)), m_windows(std::move(windows)), m_tokens(std::move(tokens)),
          m_length(static_cast<std::size_t>(length))
    {
    }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const Window &window = m_windows[item.source];
        const std::size_t scored = window.end - window.begin;
        const std::size_t before = std::min(window.begin, m_length - scored);
        Query query;
        if (before == 0 && asker.begin())
            query.ids.push_back(*asker.begin());
        for (std::size_t i = window.begin - before; i + 1 < window.end; ++i)
            query.ids.push_back(m_tokens[i]);
        // Each token is read one row before its own place; without a begin token the very first cannot be.
        const bool hasFirst = before > 0 || asker.begin();
        for (std::size_t i = window.begin + (hasFirst ? 0 : 1); i < window.end; ++i)
            query.reads.push_back({static_cast<int>(query.ids.size() - (window.end - i)), m_tokens[i]});
        return {{query}, false};
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const Readings &read = readings.front();
        return {static_cast<float>(-logProbabilityOf(read)), static_cast<float>(read.size()),
                static_cast<float>(m_windows[item.source].bytes), nothing, nothing};
    }

private:
    std::vector<Window> m_windows; ///< by the items' sources
    std::vector<std::int64_t> m_tokens;
    std::size_t m_length;
};

class MaskTask final : public QueryTask {
public:
    MaskTask(std::vector<MeasureItem> items, std::vector<Encoding> lines, std::vector<int> bytes, std::int64_t mask,
             std::uint32_t seed)
        : QueryTask(std::move(items)), m_lines(std::move(lines)), m_bytes(std::move(bytes)), m_mask(mask), m_seed(seed)
    {
    }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const Encoding &line = m_lines[item.source];
        Asked asked = asker.masked(line, positionsOf(line));
        asked.queries.push_back(together(line, item.source));
        return asked;
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        double loss = 0;
        for (std::size_t i = 0; i + 1 < readings.size(); ++i)
            loss -= logProbabilityOf(readings[i]);
        const Readings &masked = readings.back();
        return {static_cast<float>(loss), static_cast<float>(readings.size() - 1),
                static_cast<float>(m_bytes[item.source]),
                masked.empty() ? nothing : static_cast<float>(-logProbabilityOf(masked)),
                masked.empty() ? nothing : static_cast<float>(masked.size())};
    }

private:
    static std::vector<int> positionsOf(const Encoding &line)
    {
        std::vector<int> positions;
        for (int i = line.addedBefore; i < static_cast<int>(line.ids.size()) - line.addedAfter; ++i)
            positions.push_back(i);
        return positions;
    }

    /// The line with the tokens masked that were drawn for it, whatever model reads it.
    Query together(const Encoding &line, std::size_t number) const
    {
        Draws draws((std::uint64_t{m_seed} << 32) + number);
        return maskedTogether(line, m_mask, draws);
    }

    std::vector<Encoding> m_lines; ///< by the items' sources
    std::vector<int> m_bytes;
    std::int64_t m_mask;
    std::uint32_t m_seed;
};

MeasureItem itemOf(std::size_t number, const QString &text)
{
    const QString id = QString::number(number);
    const QString shown = text.size() > shownCharacters ? QString(text.left(shownCharacters) + QChar(0x2026)) : text;
    return {id, shown, {}, QStringList{id}, number};
}

std::unique_ptr<MeasureTask> windowTask(const QString &text, const MeasureModel &model)
{
    const Encoding encoding = model.asker().tokenizer().encode(text, false);
    const QList<uint> characters = text.toUcs4();
    const int length = std::min(model.asker().context(), longestWindow);
    const auto stride = static_cast<std::size_t>(std::max(1, length / 2));
    std::vector<Window> windows;
    std::vector<MeasureItem> items;
    for (std::size_t begin = 0; begin < encoding.ids.size(); begin += stride) {
        const std::size_t end = std::min(begin + stride, encoding.ids.size());
        const int from = encoding.offsets[begin].begin;
        const int to = end < encoding.ids.size() ? encoding.offsets[end].begin : static_cast<int>(characters.size());
        items.push_back(
            itemOf(windows.size(), QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()) + from,
                                                     std::max(0, to - from))));
        windows.push_back({begin, end, bytesOf(characters, from, std::max(from, to))});
    }
    return std::make_unique<WindowTask>(std::move(items), std::move(windows), encoding.ids, length);
}

/// Lines that fit the context; longer ones are cut between words.
QStringList fittingLines(const QString &text, const Asker &asker)
{
    QStringList fitting;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        QString rest = line.trimmed();
        while (!rest.isEmpty()) {
            const Encoding encoding = asker.tokenizer().encode(rest);
            if (static_cast<int>(encoding.ids.size()) <= asker.context()) {
                fitting << rest;
                break;
            }
            const Span last = encoding.offsets[static_cast<std::size_t>(asker.context() - encoding.addedAfter - 1)];
            const QString head =
                QString::fromUcs4(reinterpret_cast<const char32_t *>(rest.toUcs4().constData()), last.begin);
            const auto space = head.lastIndexOf(u' ');
            const qsizetype cut = space > 0 ? space : std::max<qsizetype>(1, head.size());
            fitting << rest.left(cut);
            rest = rest.mid(cut).trimmed();
        }
    }
    return fitting;
}

std::unique_ptr<MeasureTask> maskTask(const QString &text, const MeasureSources &sources, const MeasureModel &model)
{
    const Asker &asker = model.asker();
    asker.maskText(); // says so where there is none
    std::vector<MeasureItem> items;
    std::vector<Encoding> lines;
    std::vector<int> bytes;
    for (const QString &line : fittingLines(text, asker)) {
        items.push_back(itemOf(lines.size(), line));
        lines.push_back(asker.encode(line));
        bytes.push_back(static_cast<int>(line.toUtf8().size()));
    }
    return std::make_unique<MaskTask>(std::move(items), std::move(lines), std::move(bytes), *asker.tokenizer().maskId(),
                                      sources.seed);
}

QString textOf(const MeasureSources &sources)
{
    return readText(sources.text.isEmpty() ? sources.folder.plainText() : sources.text);
}

NumberRule exponential(const char *key, const char *title, Statistic loss)
{
    return {key, title, NumberRule::Unit::Plain, NumberRule::Aim::Lower, 0, mapped(std::move(loss), [](double x) {
                return std::exp(x);
            })};
}

} // namespace

const MeasureInfo &perplexityInfo()
{
    static const MeasureInfo info = [] {
        MeasureInfo perplexity{"perplexity",
                               QT_TRANSLATE_NOOP("Measure", "Perplexity"),
                               MeasureInfo::Role::Guard,
                               MeasureInfo::Form::Either,
                               QT_TRANSLATE_NOOP("Measure", "causal: windows that overlap by half, summed loss over "
                                                            "scored tokens; masked: Salazar et al. 2020"),
                               "wikitext2"};
        perplexity.caveats = {QT_TRANSLATE_NOOP("Measure", "Tokens of different tokenizers are different things: "
                                                           "compare bits per byte.")};
        perplexity.columns = {{"nll", QT_TRANSLATE_NOOP("Measure", "loss, nats")},
                              {"tokens", QT_TRANSLATE_NOOP("Measure", "scored tokens")},
                              {"bytes", QT_TRANSLATE_NOOP("Measure", "bytes")},
                              {"nll_masked", QT_TRANSLATE_NOOP("Measure", "loss of tokens masked together")},
                              {"masked", QT_TRANSLATE_NOOP("Measure", "tokens masked together")}};
        perplexity.numbers = {
            exponential("ppl", QT_TRANSLATE_NOOP("Measure", "perplexity"), ratioOf(Loss, Tokens)),
            {"bits_per_byte", QT_TRANSLATE_NOOP("Measure", "bits per byte"), NumberRule::Unit::Plain,
             NumberRule::Aim::Lower, 0, mapped(ratioOf(Loss, Bytes), [](double x) { return x / std::log(2.0); })},
            exponential("masked_ppl", QT_TRANSLATE_NOOP("Measure", "exp of the loss of tokens masked together"),
                        ratioOf(MaskedLoss, MaskedTokens))};
        perplexity.ways = {QT_TRANSLATE_NOOP("Measure", "stretch of text")};
        perplexity.margin = 0.02;
        perplexity.isMarginRelative = true;
        perplexity.isOfText = true;
        return perplexity;
    }();
    return info;
}

std::unique_ptr<MeasureTask> openPerplexity(const MeasureSources &sources, const MeasureModel &model)
{
    const QString text = textOf(sources);
    if (text.trimmed().isEmpty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 holds no text."), {sources.text.toStdString()});
    return model.isMasked() ? maskTask(text, sources, model) : windowTask(text, model);
}

} // namespace cw
