// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/CheckpointWriter.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/data/sets/FoldsFile.h"
#include "core/data/sets/TextLines.h"
#include "core/jobs/SideEffectsJob.h"
#include "core/measures/SideEffectScan.h"
#include "tests/support/ConstantModel.h"
#include "tests/support/Edits.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"
#include "tests/support/WordTokenizer.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

const QStringList setKeys{QStringLiteral("definitional"), QStringLiteral("names"), QStringLiteral("they"),
                          QStringLiteral("facts"), QStringLiteral("random")};

/// A checkpoint that says the same after every text: P(he), P(she), and the rest in six equal parts.
class ConstantCheckpoint {
public:
    ConstantCheckpoint(double he, double she)
    {
        ModelSpec spec = tinyGpt2(1);
        spec.vocabulary = 9;
        std::vector<double> probabilities(9, (1 - he - she) / 7);
        probabilities[5] = he; // as wordTokenizer() numbers them
        probabilities[6] = she;
        constexpr std::int64_t neverDrawn = -1;
        writeGpt2Checkpoint(m_dir.path(), spec, constantParameters(spec, probabilities), neverDrawn);
        write(m_dir.filePath(QStringLiteral("tokenizer.json")), wordTokenizer());
    }

    LoadedModel opened() const { return test::opened(m_dir.path()); }

private:
    QTemporaryDir m_dir;
};

SideEffects scanned(const LoadedModel &before, const LoadedModel &after, const QVector<ScanSet> &sets)
{
    SilentMonitor silent;
    return scanSideEffects({before.checkpoint, before.model}, {after.checkpoint, after.model}, sets, silent);
}

/// What the job finds.
SideEffects found(const LoadedModel &before, const Edit &edit)
{
    SideEffectsJob job(QStringLiteral("an edit"), before, std::make_shared<const Edit>(edit));
    SideEffects effects;
    QObject::connect(&job, &SideEffectsJob::scanned, &job, [&effects](const SideEffects &all) { effects = all; });
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    return effects;
}

/// Makes nought of a module.
Edit zeroing(const LoadedModel &model, const std::string &module)
{
    SilentMonitor silent;
    const auto ticks = ticksOf({{}, {module}, {}, {}, {}}, NeuronSide::Out, *model.model);
    return tickedEdit(*model.model, ticks, {TickChange::Kind::Zero}, silent);
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

} // namespace

/// What an edit did to sentences that it should leave alone.
class TestSideEffects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_demo = opened(demoModel()); }
    void knownProbabilitiesGiveKnownNumbers();
    void theSameModelHasNoSideEffects();
    void everySetIsReadOfTheDemo();
    void aMaskedModelFillsMasks();
    void ownSentencesAreComplete();
    void sentencesOfTheGrammarKeepToItsFolds();
    void whatAModelCannotBeAskedIsLeftOut();
    void theyAreReadBackFromJson();
    void aCheckpointWithoutTokenizerIsNamed();
    void aScanIsCancelled();

private:
    LoadedModel m_demo;
};

void TestSideEffects::knownProbabilitiesGiveKnownNumbers()
{
    const ConstantCheckpoint one(0.1, 0.55);
    const ConstantCheckpoint other(0.2, 0.45);
    const LoadedModel before = one.opened();
    const LoadedModel after = other.opened();
    const QString text = QStringLiteral("the nurse said that");
    const QString he = QStringLiteral(" he");
    const QString she = QStringLiteral(" she");
    const QVector<ScanSet> sets{{QStringLiteral("definitional"), {{text, she, he}, {text, he, she}, {text, she, he}}},
                                {QStringLiteral("facts"), {{text, he, {}}}},
                                {QStringLiteral("random"), {{QStringLiteral("the judge said he"), {}, {}}}},
                                {QStringLiteral("names"), {}}};
    const SideEffects effects = scanned(before, after, sets);
    QCOMPARE(effects.sets.size(), std::size_t{4});
    const double nats = 0.1 * std::log(0.5) + 0.55 * std::log(0.55 / 0.45); // all else is as before
    const SideEffects::Set &words = effects.sets[0];
    QCOMPARE(words.sentences, 3);
    QVERIFY(isNear(words.before, 0.45 / 3)); // 0.45, -0.45, 0.45
    QVERIFY(isNear(words.after, 0.25 / 3));
    QVERIFY(isNear(words.divergence, nats));
    QVERIFY(isNear(words.largestChange.value, -0.2));
    QCOMPARE(words.largestChange.text, text);
    QVERIFY(isNear(effects.sets[1].before, 0.1) && isNear(effects.sets[1].change(), 0.1));
    // Without a begin token, three tokens have one before them: judge, said, he.
    const SideEffects::Set &whole = effects.sets[2];
    QVERIFY(isNear(whole.before, (2 * std::log(0.05) + std::log(0.1)) / 3));
    QVERIFY(isNear(whole.change(), std::log(2.0) / 3));
    QVERIFY(isNear(whole.divergence, nats));
    QCOMPARE(effects.sets[3].sentences, 0);
    QCOMPARE(effects.most()->key, QStringLiteral("facts"));
    QCOMPARE(effects.sentences.size(), std::size_t{3}); // the same sentence of a set is one
    for (const SideEffects::Sentence &sentence : effects.sentences) {
        QVERIFY(isNear(sentence.divergence, nats));
        QCOMPARE(sentence.wordBefore, QStringLiteral("she"));
        QVERIFY(isNear(sentence.wordBeforeP, 0.55) && isNear(sentence.wordAfterP, 0.45));
    }
    const auto of = [&](const QString &set) {
        return *std::find_if(effects.sentences.begin(), effects.sentences.end(),
                             [&](const SideEffects::Sentence &each) { return each.set == set; });
    };
    QVERIFY(isNear(of(QStringLiteral("facts")).before, 0.1) && isNear(of(QStringLiteral("facts")).after, 0.2));
    QVERIFY(of(QStringLiteral("random")).text.startsWith(QStringLiteral("the")));
}

void TestSideEffects::theSameModelHasNoSideEffects()
{
    const SideEffects effects = found(m_demo, {});
    QCOMPARE(effects.sets.size(), std::size_t{5});
    for (const SideEffects::Set &set : effects.sets) {
        QVERIFY(set.sentences > 10);
        QCOMPARE(set.before, set.after);
        QCOMPARE(set.divergence, 0.0);
        QCOMPARE(set.largestChange.value, 0.0);
        QCOMPARE(set.largestDivergence.value, 0.0);
    }
    QVERIFY(effects.sentences.empty());
    QVERIFY(!effects.most());
}

void TestSideEffects::everySetIsReadOfTheDemo()
{
    const SideEffects effects = found(m_demo, zeroing(m_demo, "layers.0.mlp.out"));
    for (std::size_t i = 0; i < effects.sets.size(); ++i) {
        const SideEffects::Set &set = effects.sets[i];
        QCOMPARE(set.key, setKeys[static_cast<qsizetype>(i)]);
        QCOMPARE(set.leftOut, 0);
        QVERIFY(set.divergence > 0 && set.largestDivergence.value >= set.divergence);
        QVERIFY(!set.largestChange.text.isEmpty() && !set.largestDivergence.text.isEmpty());
        QVERIFY(std::abs(set.largestChange.value) >= std::abs(set.change()));
        // The demo knows its own grammar: what belongs behind a sentence is likely before the edit.
        if (set.key != QLatin1String("random"))
            QVERIFY2(set.before > 0.6, qPrintable(set.key + u' ' + QString::number(set.before)));
    }
    QCOMPARE(effects.sentences.size(), std::size_t{10});
    for (std::size_t i = 1; i < effects.sentences.size(); ++i)
        QVERIFY(effects.sentences[i - 1].divergence >= effects.sentences[i].divergence);
    QVERIFY(effects.sentences.front().wordBefore != effects.sentences.front().wordAfter);
    QVERIFY(effects.most() && std::abs(effects.most()->change()) > 0.01);
    // The same again gives the same numbers.
    QCOMPARE(toJson(found(m_demo, zeroing(m_demo, "layers.0.mlp.out"))), toJson(effects));
}

void TestSideEffects::aMaskedModelFillsMasks()
{
    const LoadedModel model = opened(fixture(QStringLiteral("measures/models/wordpiece")));
    QVERIFY(model.model->spec().masked);
    const SideEffects effects = found(model, zeroing(model, "layers.0.mlp.out"));
    QCOMPARE(effects.sets.size(), std::size_t{5});
    int sentences = 0;
    for (const SideEffects::Set &set : effects.sets) {
        sentences += set.sentences;
        QVERIFY(set.sentences + set.leftOut > 10);
        if (set.sentences > 0)
            QVERIFY(set.divergence > 0);
    }
    QVERIFY(sentences > 50);
    for (const SideEffects::Set &set : found(model, {}).sets)
        QCOMPARE(set.divergence, 0.0);
}

void TestSideEffects::ownSentencesAreComplete()
{
    const QVector<ScanSet> sets = scanTexts(fixture(QStringLiteral("models/gpt2")));
    QCOMPARE(sets.size(), setKeys.size());
    QSet<QString> words;
    for (const ScanSet::Sentence &sentence : sets[0].sentences) {
        words.insert(sentence.text.section(u' ', 1, 1));
        QVERIFY(sentence.own != sentence.other && sentence.own.startsWith(u' '));
    }
    const QStringList known =
        readTextLines(QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("definitional.txt")));
    QCOMPARE(words, QSet<QString>(known.begin(), known.end()));
    for (const ScanSet &set : sets) {
        QVERIFY(set.sentences.size() >= 20);
        QSet<QString> texts;
        for (const ScanSet::Sentence &sentence : set.sentences) {
            QVERIFY(!sentence.text.contains(u'{') && !sentence.text.endsWith(u' '));
            QCOMPARE(sentence.own.isEmpty(), set.key == QLatin1String("random"));
            texts.insert(sentence.text);
        }
        QCOMPARE(texts.size(), set.sentences.size());
    }
    QVERIFY(sets[1].sentences.first().text.startsWith(QStringLiteral("Mary ")));
}

void TestSideEffects::sentencesOfTheGrammarKeepToItsFolds()
{
    const FoldsFile folds = FoldsFile::read(QDir(demoModel()).filePath(QStringLiteral("folds.json")));
    const QVector<ScanSet> sets = scanTexts(demoModel());
    QCOMPARE(sets.size(), setKeys.size());
    const auto tokenizer = m_demo.checkpoint->tokenizer();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        QCOMPARE(sets[i].key, setKeys[i]);
        for (const ScanSet::Sentence &sentence : sets[i].sentences) {
            for (const QString &answer : {sentence.own, sentence.other})
                QVERIFY(answer.isEmpty() || tokenizer->encode(answer, false).ids.size() == 1);
            if (i > 2)
                continue;
            QVERIFY2(std::any_of(folds.unseenFrames.begin(), folds.unseenFrames.end(),
                                 [&](const QString &frame) { return sentence.text.contains(u' ' + frame); }),
                     qPrintable(sentence.text));
            if (i == 2)
                QVERIFY2(std::any_of(folds.heldOut.begin(), folds.heldOut.end(),
                                     [&](const QString &name) {
                                         return sentence.text.startsWith(QStringLiteral("The %1 ").arg(name));
                                     }),
                         qPrintable(sentence.text));
        }
    }
    QCOMPARE(sets[2].sentences.size(), folds.heldOut.size());
}

void TestSideEffects::whatAModelCannotBeAskedIsLeftOut()
{
    const ConstantCheckpoint checkpoint(0.1, 0.2);
    const LoadedModel model = checkpoint.opened();
    const QString text = QStringLiteral("the nurse");
    const QVector<ScanSet> sets{{QStringLiteral("facts"), {{text, QStringLiteral(" she"), {}}, {QString(), text, {}}}},
                                {QStringLiteral("random"), {{QStringLiteral("the"), {}, {}}, {QString(), {}, {}}}}};
    const SideEffects effects = scanned(model, model, sets);
    QCOMPARE(effects.sets[0].sentences, 1);
    QCOMPARE(effects.sets[0].leftOut, 1);
    QCOMPARE(effects.sets[1].sentences, 0); // a first token has none before it
    QCOMPARE(effects.sets[1].leftOut, 2);
    QCOMPARE(effects.sets[1].before, 0.0);
    QVERIFY(!setTable(effects).last().last().isEmpty());
}

void TestSideEffects::theyAreReadBackFromJson()
{
    const SideEffects effects = found(m_demo, zeroing(m_demo, "layers.1.mlp.out"));
    const QJsonObject json = toJson(effects);
    QCOMPARE(json[QLatin1String("sets")].toArray().size(), 5);
    const SideEffects read = sideEffectsFrom(json);
    QCOMPARE(toJson(read), json);
    QCOMPARE(setTable(read), setTable(effects));
    QCOMPARE(sentenceTable(read), sentenceTable(effects));
    QCOMPARE(sentenceTable(read).size(), qsizetype{11});
    QCOMPARE(setTable(read)[1].first(), QStringLiteral("definitional words"));
    QVERIFY(sideEffectsFrom({{QStringLiteral("sets"), 3}}).sets.empty());
}

void TestSideEffects::aCheckpointWithoutTokenizerIsNamed()
{
    QTemporaryDir dir;
    const ModelSpec spec = tinyGpt2(1);
    writeGpt2Checkpoint(dir.path(), spec, tinyParameters(spec), 0);
    const LoadedModel model = opened(dir.path());
    const QString sentence = thrown([&] { found(model, {}); });
    QVERIFY2(sentence.contains(dir.path()), qPrintable(sentence));
}

void TestSideEffects::aScanIsCancelled()
{
    constexpr int many = 100000;
    StoppingMonitor whole(many);
    QVERIFY(SideEffectsJob(QStringLiteral("an edit"), m_demo, std::make_shared<const Edit>()).runHere(whole));
    const int steps = many - whole.left();
    // While sentences are read, and in the last model.
    for (const int step : {steps / 3, steps - 3}) {
        SideEffectsJob job(QStringLiteral("an edit"), m_demo, std::make_shared<const Edit>());
        int scans = 0;
        int cancels = 0;
        QObject::connect(&job, &SideEffectsJob::scanned, &job, [&scans] { ++scans; });
        QObject::connect(&job, &Job::cancelled, &job, [&cancels] { ++cancels; });
        StoppingMonitor monitor(step);
        const auto result = job.runHere(monitor);
        QVERIFY(!result && result.error().kind() == Error::Kind::Cancelled);
        QCOMPARE(scans, 0);
        QCOMPARE(cancels, 1);
    }
}

QTEST_GUILESS_MAIN(TestSideEffects)
#include "TestSideEffects.moc"
