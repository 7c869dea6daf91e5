// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ScanTexts.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/DemoGrammar.h"
#include "core/data/Resources.h"
#include "core/data/sets/FoldsFile.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

namespace cw {
namespace {

constexpr std::uint64_t seed = 1;
constexpr std::size_t framesOfWord = 2;
constexpr qsizetype factCount = 24; ///< sentences of the grammar that end as they must
constexpr qsizetype randomCount = 24;
constexpr double surely = 0.8; ///< share from which a name is a woman's, or with 1 - share a man's

const QString he = QStringLiteral(" he");
const QString she = QStringLiteral(" she");

/// So many of these, drawn.
template <class T> std::vector<T> some(std::vector<T> all, std::size_t count, Draws &draws)
{
    draws.shuffle(all);
    all.resize(std::min(all.size(), count));
    return all;
}

/// Words that are followed by she or he, each in some frames, with {} in a frame for the word.
void addWords(ScanSet &set, const QStringList &words, bool isShe, const std::vector<QString> &frames, Draws &draws)
{
    for (const QString &word : words)
        for (const QString &frame : some(frames, framesOfWord, draws))
            set.sentences.append(
                {QString(frame).replace(QLatin1String("{}"), word), isShe ? she : he, isShe ? he : she});
}

/// The program's own sentences.
class OwnTexts {
public:
    OwnTexts()
        : m_path(resource(QStringLiteral("side-effects.json"))), m_words(parseJsonObject(readSmallFile(m_path), m_path))
    {
        for (const QString &line : readTextLines(resource(QStringLiteral("templates.txt"))))
            m_frames.push_back(line);
    }

    QVector<ScanSet> sets() { return {definitional(), names(), they(), facts(), random()}; }

private:
    QStringList words(const QString &set, const QString &list = {}) const
    {
        const QJsonValue value = m_words[set];
        QStringList all;
        for (const QJsonValue word : (list.isEmpty() ? value : value[list]).toArray())
            all << word.toString();
        if (all.isEmpty())
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no list %2.%3."),
                        {m_path.toStdString(), set.toStdString(), list.toStdString()});
        return all;
    }

    ScanSet definitional()
    {
        ScanSet set{QStringLiteral("definitional"), {}};
        addWords(set, words(set.key, QStringLiteral("she")), true, m_frames, m_draws);
        addWords(set, words(set.key, QStringLiteral("he")), false, m_frames, m_draws);
        return set;
    }

    ScanSet names()
    {
        ScanSet set{QStringLiteral("names"), {}};
        std::vector<QString> frames = m_frames;
        for (QString &frame : frames)
            frame.replace(QLatin1String("The {}"), QLatin1String("{}"));
        addWords(set, words(set.key, QStringLiteral("she")), true, frames, m_draws);
        addWords(set, words(set.key, QStringLiteral("he")), false, frames, m_draws);
        return set;
    }

    /// Several people are nobody's he or she.
    ScanSet they()
    {
        ScanSet set{QStringLiteral("they"), {}};
        std::vector<QString> frames;
        std::copy_if(m_frames.begin(), m_frames.end(), std::back_inserter(frames),
                     [](const QString &frame) { return !frame.contains(QLatin1String(" was ")); });
        for (const QString &word : words(set.key))
            for (const QString &frame : some(frames, framesOfWord, m_draws))
                set.sentences.append({QString(frame).replace(QLatin1String("{}"), word), QStringLiteral(" they"), {}});
        return set;
    }

    ScanSet facts() const
    {
        ScanSet set{QStringLiteral("facts"), {}};
        for (const QJsonValue fact : m_words[set.key].toArray())
            set.sentences.append({fact[0].toString(), u' ' + fact[1].toString(), {}});
        return set;
    }

    ScanSet random()
    {
        ScanSet set{QStringLiteral("random"), {}};
        const QStringList lines = readTextLines(resource(QStringLiteral("coherence.txt")));
        for (const QString &line : some(std::vector<QString>(lines.begin(), lines.end()), randomCount, m_draws))
            set.sentences.append({line, {}, {}});
        return set;
    }

    const QString m_path;
    const QJsonObject m_words;
    std::vector<QString> m_frames;
    Draws m_draws{seed};
};

/// Sentences of the demo grammar.
class GrammarTexts {
public:
    explicit GrammarTexts(const FoldsFile &folds)
        : m_grammar(readOccupations(resource(QStringLiteral("occupations.csv"))), seed), m_folds(folds)
    {
        std::vector<QString> plain;
        for (const DemoFrame &frame : demoWords().frames)
            if (frame.role == DemoRole::Subject && frame.text.find('{') == std::string::npos)
                plain.push_back(QString::fromStdString(frame.text));
        std::copy_if(plain.begin(), plain.end(), std::back_inserter(m_frames),
                     [&folds](const QString &frame) { return folds.unseenFrames.contains(frame); });
        if (m_frames.empty())
            m_frames = plain;
    }

    QVector<ScanSet> sets() { return {definitional(), names(), they(), facts(), random()}; }

private:
    std::vector<QString> framesBehind(const QString &subject) const
    {
        std::vector<QString> frames;
        for (const QString &frame : m_frames)
            frames.push_back(subject + u' ' + frame);
        return frames;
    }

    ScanSet definitional()
    {
        ScanSet set{QStringLiteral("definitional"), {}};
        for (const DemoDefinition &word : demoWords().definitions)
            addWords(set, {QString::fromStdString(word.text)}, word.gender == Gender::Female,
                     framesBehind(QStringLiteral("The {}")), m_draws);
        return set;
    }

    ScanSet names()
    {
        ScanSet set{QStringLiteral("names"), {}};
        for (const DemoName &name : demoWords().names)
            if (name.she >= surely || name.she <= 1 - surely)
                addWords(set, {QString::fromStdString(name.text)}, name.she >= surely,
                         framesBehind(QStringLiteral("{}")), m_draws);
        return set;
    }

    /// Who was called they stays so, whatever the occupation.
    ScanSet they()
    {
        ScanSet set{QStringLiteral("they"), {}};
        QStringList occupations = m_folds.heldOut.values();
        occupations.sort();
        for (const QString &name : occupations)
            set.sentences.append({QStringLiteral("The %1 %2 they had lost").arg(name, m_draws.one(m_frames)),
                                  QStringLiteral(" their"),
                                  {}});
        return set;
    }

    /// What is true of every place and thing in the grammar's small world: sentences whose last word is always the
    /// same.
    ScanSet facts()
    {
        QSet<QString> ends;
        for (const std::string &pattern : demoWords().world)
            ends.insert(lastWord(QString::fromStdString(pattern)));
        ScanSet set{QStringLiteral("facts"), {}};
        QSet<QString> known;
        while (set.sentences.size() < factCount) {
            const QString text = QString::fromStdString(m_grammar.prose().worldSentence(m_draws).text);
            const QString last = lastWord(text);
            if (!ends.contains(last) || known.contains(text))
                continue;
            known.insert(text);
            set.sentences.append({text.chopped(last.size() + 2), u' ' + last, {}});
        }
        return set;
    }

    /// Without the full stop behind it.
    static QString lastWord(const QString &sentence) { return sentence.chopped(1).section(u' ', -1); }

    ScanSet random()
    {
        ScanSet set{QStringLiteral("random"), {}};
        while (set.sentences.size() < randomCount) {
            const DemoText text = m_grammar.proseDocument();
            if (std::none_of(text.marks.begin(), text.marks.end(),
                             [](const DemoMark &mark) { return mark.occupation >= 0; }))
                set.sentences.append({QString::fromStdString(text.text), {}, {}});
        }
        return set;
    }

    DemoGrammar m_grammar;
    const FoldsFile &m_folds;
    std::vector<QString> m_frames; ///< "wanted that"
    Draws m_draws{seed};
};

} // namespace

QVector<ScanSet> scanTexts(const QString &modelFolder)
{
    const QString folds = QDir(modelFolder).filePath(QStringLiteral("folds.json"));
    if (!QFileInfo(folds).isFile())
        return OwnTexts().sets();
    return GrammarTexts(FoldsFile::read(folds)).sets();
}

} // namespace cw
