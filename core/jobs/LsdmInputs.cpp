// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmInputs.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/data/DataFolder.h"
#include "core/data/Draws.h"
#include "core/data/Resources.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Monitor.h"
#include "core/jobs/KeptTexts.h"
#include "core/jobs/PrefixWriter.h"
#include "core/measures/GapFolds.h"
#include "core/measures/GoalTargets.h"

namespace cw {
namespace {

constexpr int prefixes = 20;        ///< that a model writes (Meng et al. 2022)
constexpr int definitionFrames = 4; ///< in which each word with a gender by definition is read

/// Puts words into the form in which a model reads them.
class InputBuilder {
public:
    InputBuilder(const LoadedModel &model, const OccupationOrder &order, Monitor &monitor)
        : m_model(model), m_order(order), m_monitor(monitor), m_tokenizer(model.checkpoint->tokenizer()),
          m_folds(GapFolds::of(model.checkpoint->folder(), order.seed))
    {
        for (const GapFolds::Template &each : m_folds.templates)
            if (!each.isUnseen)
                m_plain << each.text;
    }

    LsdmInputs build()
    {
        LsdmInputs inputs;
        m_frames = frames();
        inputs.frames = m_frames;
        inputs.subjects = subjects();
        inputs.pronouns = pronouns();
        for (const QString &word : readTextLines(resource(QStringLiteral("definitional.txt"))))
            for (int i = 0; i < std::min<int>(definitionFrames, static_cast<int>(m_frames.size())); ++i)
                inputs.definitions.push_back(placed(m_frames[i], word));
        const KeptText kept{m_order.text, m_order.data, m_order.tokens, m_order.seed};
        for (Query &text : keptTexts(m_model, kept, m_monitor))
            inputs.corpus.push_back(std::move(text.ids));
        return inputs;
    }

    LsdmInputs withNouns(const LsdmInputs &inputs, const QStringList &nouns)
    {
        LsdmInputs other = inputs;
        m_frames = inputs.frames;
        for (std::size_t i = 0; i < other.subjects.size(); ++i)
            other.subjects[i] = subject(nouns[static_cast<int>(i) % nouns.size()], inputs.subjects[i].share,
                                        m_order.seed + static_cast<std::uint32_t>(i) + 1);
        return other;
    }

private:
    struct Placed {
        SubjectText text;
        operator TextPlace() const { return {text.ids, text.subject}; }
    };

    /// A frame with a word in it as tokens, and where the word ends in them.
    Placed placed(const QString &frame, const QString &word) const
    {
        const QString prompt = filled(frame, word);
        const QString left = filled(frame.section(QStringLiteral("{}"), 0, 0) + u"{}", word).chopped(word.size());
        const int begin = static_cast<int>(left.toUcs4().size());
        const Encoding encoding = promptTokens(*m_tokenizer, prompt);
        const Span tokens = subjectTokens(encoding, {begin, begin + static_cast<int>(word.toUcs4().size())});
        return {{encoding.ids, tokens.end - 1, static_cast<int>(encoding.ids.size()) - 1}};
    }

    /// The plainest first; behind it what an occupation's further texts are drawn from.
    QStringList frames() const
    {
        QStringList all{m_plain.first()};
        if (!m_folds.locating.isEmpty())
            return all + m_folds.locating;
        for (const QString &prefix : writtenPrefixes(m_model, prefixes, m_order.seed, m_monitor))
            for (const QString &each : m_plain)
                all << prefix + each;
        return all;
    }

    std::vector<EditSubject> subjects() const
    {
        const GoalTargets targets(m_order.goalAsked(), DataFolder(m_order.data));
        std::vector<EditSubject> all;
        std::uint32_t number = 0;
        for (const GapFolds::Occupation &occupation : m_folds.occupations) {
            const std::optional<double> target = targets.she(occupation.name);
            ++number;
            if (!occupation.isHeldOut && target)
                all.push_back(subject(occupation.name, *target, m_order.seed + number));
        }
        if (all.empty())
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The goal %1 says nothing of any occupation that may be edited."),
                        {m_order.goal.toStdString()});
        return all;
    }

    EditSubject subject(const QString &name, double share, std::uint32_t seed) const
    {
        EditSubject subject;
        subject.name = name.toStdString();
        subject.share = share;
        subject.neutral = placed(QStringLiteral("The {} is a"), name).text;
        std::vector<int> order;
        for (int i = 1; i < m_frames.size(); ++i)
            order.push_back(i);
        Draws draws(seed);
        draws.shuffle(order);
        subject.texts.push_back(placed(m_frames.first(), name).text);
        for (const int frame : order) {
            if (static_cast<int>(subject.texts.size()) == m_order.contexts)
                break;
            subject.texts.push_back(placed(m_frames[frame], name).text);
        }
        return subject;
    }

    Pronouns pronouns() const
    {
        const QString prompt = filled(m_frames.first(), m_folds.occupations.front().name);
        const auto first = [&](const QString &target) { return targetIds(*m_tokenizer, prompt, target).ids.front(); };
        return {first(QStringLiteral(" he")), first(QStringLiteral(" she"))};
    }

    const LoadedModel &m_model;
    const OccupationOrder &m_order;
    Monitor &m_monitor;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    GapFolds m_folds;
    QStringList m_plain; ///< seen templates
    QStringList m_frames;
};

} // namespace

LsdmInputs lsdmInputs(const LoadedModel &model, const OccupationOrder &order, Monitor &monitor)
{
    return InputBuilder(model, order, monitor).build();
}

LsdmInputs withNouns(const LsdmInputs &inputs, const QStringList &nouns, const LoadedModel &model,
                     const OccupationOrder &order, Monitor &monitor)
{
    return InputBuilder(model, order, monitor).withNouns(inputs, nouns);
}

} // namespace cw
