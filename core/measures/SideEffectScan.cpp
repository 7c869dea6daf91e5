// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/SideEffectScan.h"

#include "core/analysis/CompareTexts.h"
#include "core/data/Draws.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/measures/Gap.h"
#include "core/measures/RunningText.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr std::size_t shownSentences = 10;

double logSum(const ComparedReadings &readings, double ComparedReading::*when)
{
    double sum = 0;
    for (const ComparedReading &reading : readings)
        sum += reading.*when;
    return sum;
}

/// One sentence as it is asked: its queries are those of a list from first on.
struct AskedSentence {
    const ScanSet::Sentence *sentence = nullptr;
    std::size_t set = 0;
    std::size_t first = 0;
    std::size_t count = 0;
};

class Scan {
public:
    Scan(const MeasureModel &before, const MeasureModel &after, const QVector<ScanSet> &sets)
        : m_before(before), m_after(after), m_sets(sets)
    {
    }

    SideEffects run(Monitor &monitor)
    {
        ask(monitor);
        m_answers = compareTexts(*m_before.model(), *m_after.model(), m_queries, m_before.limits(), monitor);
        for (const AskedSentence &asked : m_asked)
            take(asked);
        for (SideEffects::Set &set : m_effects.sets)
            for (double *sum : {&set.before, &set.after, &set.divergence})
                *sum = set.sentences > 0 ? *sum / set.sentences : 0;
        std::stable_sort(m_effects.sentences.begin(), m_effects.sentences.end(),
                         [](const auto &a, const auto &b) { return a.divergence > b.divergence; });
        // Texts that begin alike may have changed most in what they share: that is one sentence.
        QSet<QString> known;
        const auto isKnown = [&known](const SideEffects::Sentence &sentence) {
            const QString name = sentence.set + u'\n' + sentence.text;
            return known.contains(name) || (known.insert(name), false);
        };
        m_effects.sentences.erase(std::remove_if(m_effects.sentences.begin(), m_effects.sentences.end(), isKnown),
                                  m_effects.sentences.end());
        m_effects.sentences.resize(std::min(m_effects.sentences.size(), shownSentences));
        return m_effects;
    }

private:
    const Asker &asker() const { return m_before.asker(); }

    void ask(Monitor &monitor)
    {
        for (std::size_t set = 0; set < static_cast<std::size_t>(m_sets.size()); ++set) {
            const ScanSet &from = m_sets[static_cast<qsizetype>(set)];
            m_effects.sets.push_back({});
            m_effects.sets.back().key = from.key;
            for (const ScanSet::Sentence &sentence : from.sentences) {
                monitor.step(0, 1);
                if (!ask(sentence, set))
                    ++m_effects.sets.back().leftOut;
            }
        }
    }

    bool ask(const ScanSet::Sentence &sentence, std::size_t set)
    {
        try {
            const std::vector<Query> queries = queriesOf(sentence);
            if (queries.empty())
                return false;
            for (const Query &query : queries)
                requireKnown(query);
            m_asked.push_back({&sentence, set, m_queries.size(), queries.size()});
            m_queries.insert(m_queries.end(), queries.begin(), queries.end());
            return true;
        } catch (const Error &error) {
            if (concernsItem(error))
                return false;
            throw;
        }
    }

    /// Throws where the model does not know a token that its tokenizer has.
    void requireKnown(const Query &query) const
    {
        checkText(m_before.model()->spec(), query.ids);
        for (const Query::Read &read : query.reads)
            checkText(m_before.model()->spec(), {read.id});
    }

    /// The first read is where the sentence is compared.
    std::vector<Query> queriesOf(const ScanSet::Sentence &sentence)
    {
        if (!sentence.own.isEmpty()) {
            QStringList answers{sentence.own};
            if (!sentence.other.isEmpty())
                answers << sentence.other;
            return asker().targets(gapPrompt(asker(), sentence.text), answers).queries;
        }
        const Query query = asker().isMasked()
                                ? masked(sentence.text)
                                : everyToken(asker(), sentence.text, static_cast<std::size_t>(asker().context()));
        return query.reads.empty() ? std::vector<Query>() : std::vector<Query>{query};
    }

    Query masked(const QString &text)
    {
        const Encoding encoding = asker().encode(text);
        asker().maskText(); // says so where there is none
        return maskedTogether(encoding, *asker().tokenizer().maskId(), m_draws);
    }

    void take(const AskedSentence &asked)
    {
        const bool isWhole = asked.sentence->own.isEmpty();
        const ComparedReadings &first = m_answers[asked.first];
        const ComparedReading &most =
            isWhole ? *std::max_element(first.begin(), first.end(),
                                        [](auto &a, auto &b) { return a.divergence < b.divergence; })
                    : first.front();
        SideEffects::Sentence sentence;
        sentence.set = m_effects.sets[asked.set].key;
        sentence.text = isWhole ? begin(asked, &most - first.data()) : asked.sentence->text;
        sentence.before = value(asked, &ComparedReading::before);
        sentence.after = value(asked, &ComparedReading::after);
        sentence.divergence = most.divergence;
        sentence.wordBefore = word(most.topBefore);
        sentence.wordAfter = word(most.topAfter);
        sentence.wordBeforeP = most.topBefore.probability;
        sentence.wordAfterP = most.topAfter.probability;
        add(sentence, isWhole ? mean(first) : most.divergence, m_effects.sets[asked.set]);
        if (sentence.divergence > 0)
            m_effects.sentences.push_back(sentence);
    }

    static double mean(const ComparedReadings &readings)
    {
        return logSum(readings, &ComparedReading::divergence) / static_cast<double>(readings.size());
    }

    double value(const AskedSentence &asked, double ComparedReading::*when) const
    {
        const ComparedReadings &first = m_answers[asked.first];
        if (asked.sentence->own.isEmpty())
            return logSum(first, when) / static_cast<double>(first.size());
        const double own = std::exp(logSum(first, when));
        return asked.count > 1 ? own - std::exp(logSum(m_answers[asked.first + 1], when)) : own;
    }

    static void add(const SideEffects::Sentence &sentence, double divergence, SideEffects::Set &set)
    {
        ++set.sentences;
        set.before += sentence.before;
        set.after += sentence.after;
        set.divergence += divergence;
        const double change = sentence.after - sentence.before;
        if (set.sentences == 1 || std::abs(change) > std::abs(set.largestChange.value))
            set.largestChange = {sentence.text, change};
        if (set.sentences == 1 || sentence.divergence > set.largestDivergence.value)
            set.largestDivergence = {sentence.text, sentence.divergence};
    }

    /// A text up to the token where it changed most; of a masked model the whole one, which it sees.
    QString begin(const AskedSentence &asked, std::ptrdiff_t read) const
    {
        if (asker().isMasked())
            return asked.sentence->text;
        const Query &query = m_queries[asked.first];
        const auto end = query.ids.begin() + query.reads[static_cast<std::size_t>(read)].row + 1;
        const QString text = asker().tokenizer().decode({query.ids.begin(), end}).trimmed();
        return text.isEmpty() ? asker().tokenizer().token(*(end - 1)) : text; // what stands before the first word
    }

    QString word(const LikelyToken &token) const
    {
        const QString text = asker().tokenizer().decode({token.id}, true).trimmed();
        return text.isEmpty() ? asker().tokenizer().token(token.id) : text;
    }

    const MeasureModel &m_before;
    const MeasureModel &m_after;
    const QVector<ScanSet> &m_sets;
    Draws m_draws{1};
    std::vector<Query> m_queries;
    std::vector<AskedSentence> m_asked;
    std::vector<ComparedReadings> m_answers; ///< as the queries
    SideEffects m_effects;
};

} // namespace

SideEffects scanSideEffects(const MeasureModel &before, const MeasureModel &after, const QVector<ScanSet> &sets,
                            Monitor &monitor)
{
    return Scan(before, after, sets).run(monitor);
}

} // namespace cw
