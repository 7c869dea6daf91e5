// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Safetensors.h"
#include "core/engine/CachedWalk.h"
#include "core/engine/Forward.h"
#include "core/engine/Generator.h"
#include "core/engine/Monitor.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

using Ids = std::vector<std::int64_t>;

Ids toIds(const QJsonArray &array)
{
    Ids ids;
    for (const QJsonValue &id : array)
        ids.push_back(id.toInteger());
    return ids;
}

at::Tensor lastLogits(const Model &model, const Ids &ids)
{
    const at::Tensor all = textLogits(model, ids);
    return all[all.size(0) - 1];
}

double largestDifference(const at::Tensor &a, const at::Tensor &b)
{
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : INFINITY;
}

/// What the generator makes of a text until the context is full or this many tokens are there.
Ids generated(const std::shared_ptr<const Model> &model, const Ids &prompt, std::size_t most,
              const Sampling &sampling = {})
{
    SilentMonitor silent;
    Generator generator(model, prompt, silent);
    generator.start(1, sampling);
    Ids ids;
    while (ids.size() < most) {
        const auto tokens = generator.next(silent);
        if (tokens.empty())
            break;
        ids.push_back(tokens.front().id);
    }
    return ids;
}

/// The same, slowly: the whole text is read for every token.
Ids generatedWithoutCache(const Model &model, const Ids &prompt, std::size_t most)
{
    Ids ids = prompt;
    while (ids.size() < prompt.size() + most && static_cast<int>(ids.size()) <= model.spec().context)
        ids.push_back(lastLogits(model, ids).argmax().item<std::int64_t>());
    return {ids.begin() + static_cast<std::ptrdiff_t>(prompt.size()), ids.end()};
}

/// All but masked models, which do not go on with a text.
void addCheckpoints()
{
    QTest::addColumn<QString>("folder");
    const QStringList roots{fixture(QStringLiteral("models")), outsideData(QStringLiteral("models"))};
    for (const QString &root : roots) {
        if (root.isEmpty())
            continue;
        for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (!Checkpoint::open(QDir(root).filePath(name))->spec().masked)
                QTest::newRow(qPrintable(name)) << QDir(root).filePath(name);
    }
}

const Ids start{3, 5, 8, 9, 10};

} // namespace

/// Generation with a cache against reading the whole text for every token, and against transformers.
class TestGenerator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greedyTextEqualsTheFullPass_data() { addCheckpoints(); }
    void greedyTextEqualsTheFullPass();
    void logitsEqualTheFullPass_data() { addCheckpoints(); }
    void logitsEqualTheFullPass();
    void greedyTextEqualsTheReference_data();
    void greedyTextEqualsTheReference();
    void manySamplesEqualSingleOnes();
    void oneReadingServesSeveralBatches();
    void computingInBf16Works();
    void theContextIsFilledAndNoMore();
    void aTextThatDoesNotFitIsRefused();
    void itCanBeStopped();
};

void TestGenerator::greedyTextEqualsTheFullPass()
{
    QFETCH(QString, folder);
    const auto model = Checkpoint::open(folder)->model({});
    for (const Ids &prompt : {start, Ids{4}}) {
        const Ids expected = generatedWithoutCache(*model, prompt, 40);
        QVERIFY(expected.size() > 10);
        QVERIFY(generated(model, prompt, 40) == expected);
    }
}

void TestGenerator::logitsEqualTheFullPass()
{
    QFETCH(QString, folder);
    const auto model = Checkpoint::open(folder)->model({});
    CachedWalk walk(model);
    SilentMonitor silent;
    const auto check = [&](const at::Tensor &got, const Ids &ids) {
        const at::Tensor expected = lastLogits(*model, ids);
        const double difference = largestDifference(got, expected);
        const double allowed = 1e-5 * std::max(1.0, expected.abs().max().item<double>());
        QVERIFY2(difference <= allowed, qPrintable(QString::number(difference)));
    };
    check(walk.readPrompt(start, silent)[0], start);
    std::vector<Ids> texts{start, start, start};
    walk.startRows(3);
    for (std::int64_t step = 0; step < 8; ++step) {
        if (step == 4) { // the second text ends, and the others change places
            walk.keepRows({2, 0});
            texts = {texts[2], texts[0]};
        }
        Ids next;
        for (std::size_t row = 0; row < texts.size(); ++row) {
            next.push_back((7 * step + 3 * static_cast<std::int64_t>(row) + 1) % model->spec().vocabulary);
            texts[row].push_back(next.back());
        }
        const at::Tensor got = walk.read(next, silent);
        QCOMPARE(walk.length(), static_cast<std::int64_t>(texts[0].size()));
        for (std::size_t row = 0; row < texts.size(); ++row)
            check(got[static_cast<std::int64_t>(row)], texts[row]);
    }
}

void TestGenerator::greedyTextEqualsTheReference_data()
{
    QTest::addColumn<QJsonObject>("given");
    const QByteArray text = read(fixture(QStringLiteral("generation.json")));
    const QJsonArray cases = QJsonDocument::fromJson(text).object()[QLatin1String("cases")].toArray();
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(qPrintable(cases[i][QLatin1String("model")].toString() + QString::number(i)))
            << cases[i].toObject();
    QVERIFY(!cases.isEmpty());
}

void TestGenerator::greedyTextEqualsTheReference()
{
    QFETCH(QJsonObject, given);
    const QString name = given[QLatin1String("model")].toString();
    const auto model = Checkpoint::open(fixture(u"models/" + name))->model({});
    const Ids expected = toIds(given[QLatin1String("ids")].toArray());
    QVERIFY(generated(model, toIds(given[QLatin1String("prompt")].toArray()), expected.size()) == expected);
}

void TestGenerator::manySamplesEqualSingleOnes()
{
    for (const ModelSpec &spec : {tinyGpt2(), tinyLlama(), tinyNeox()}) {
        const auto model = tinyModel(spec);
        const Sampling sampling{1, 0, 0.9, 11};
        SilentMonitor silent;
        Generator generator(model, start, silent);
        generator.start(4, sampling);
        std::vector<Ids> texts(4);
        // Samples leave one after the other: the rest must not notice.
        for (std::size_t step = 0; step < 12; ++step) {
            for (const Generator::Token &token : generator.next(silent))
                texts[static_cast<std::size_t>(token.sample)].push_back(token.id);
            if (step % 3 == 2)
                generator.end(static_cast<int>((step / 3 + 1) % 4));
        }
        QVERIFY(generator.next(silent).empty());
        QVERIFY(texts[0] != texts[2]);
        for (std::uint32_t i = 0; i < 4; ++i) {
            Sampling alone = sampling;
            alone.seed += i;
            QCOMPARE(texts[i].size(), std::size_t{3} * ((i + 3) % 4 + 1));
            QVERIFY(generated(model, start, texts[i].size(), alone) == texts[i]);
        }
    }
}

void TestGenerator::oneReadingServesSeveralBatches()
{
    const auto model = tinyModel(tinyLlama());
    SilentMonitor silent;
    Generator generator(model, start, silent);
    const auto batch = [&](std::uint32_t seed) {
        generator.start(2, {1, 0, 1, seed});
        Ids ids;
        for (int i = 0; i < 6; ++i)
            ids.push_back(generator.next(silent).back().id);
        return ids;
    };
    const Ids first = batch(1);
    QVERIFY(batch(2) != first);
    QVERIFY(batch(1) == first);
}

void TestGenerator::computingInBf16Works()
{
    Placement half;
    half.type = at::kBFloat16;
    for (const char *name : {"gpt2", "llama-grouped", "neox-parallel-partial"}) {
        const auto checkpoint = Checkpoint::open(fixture(u"models/" + QLatin1String(name)));
        const auto exact = checkpoint->model({});
        CachedWalk walk(checkpoint->model(half));
        SilentMonitor silent;
        walk.readPrompt(start, silent);
        walk.startRows(2);
        Ids text = start;
        for (const std::int64_t id : {11, 12, 13}) {
            text.push_back(id);
            const at::Tensor got = walk.read({id, id}, silent).to(at::kFloat);
            const at::Tensor expected = lastLogits(*exact, text);
            const double difference = ((got[1] - expected).norm() / expected.norm()).item<double>();
            QVERIFY2(difference <= 0.1, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(difference)));
        }
    }
}

void TestGenerator::theContextIsFilledAndNoMore()
{
    const auto model = tinyModel(tinyGpt2());
    const auto context = static_cast<std::size_t>(model->spec().context);
    // The last token is drawn from a full context and could not be read any more.
    QCOMPARE(generated(model, start, 1000).size(), context - start.size() + 1);
    QCOMPARE(generated(model, Ids(context, 5), 1000).size(), std::size_t{1});
}

void TestGenerator::aTextThatDoesNotFitIsRefused()
{
    const auto model = tinyModel(tinyGpt2());
    const auto sentence = [&](const Ids &ids) { return thrown([&] { generated(model, ids, 1); }); };
    QVERIFY(sentence({}).startsWith(QStringLiteral("Input")));
    QVERIFY(sentence(Ids(100, 5)).contains(QStringLiteral("100 tokens")));
    QVERIFY(sentence({5, 5000}).contains(QStringLiteral("5000")));
}

void TestGenerator::itCanBeStopped()
{
    class StopAt final : public Monitor {
    public:
        void stage(const char *) override {}
        void step(std::int64_t, std::int64_t) override
        {
            if (--m_left < 0)
                throw Error(Error::Kind::Cancelled, "Stopped.");
        }

    private:
        int m_left = 10;
    };
    const auto model = tinyModel(tinyGpt2());
    StopAt monitor;
    int tokens = 0;
    const QString sentence = thrown([&] {
        Generator generator(model, start, monitor);
        generator.start(1, {});
        while (!generator.next(monitor).empty())
            ++tokens;
    });
    QVERIFY(sentence.startsWith(QStringLiteral("Cancelled")));
    QVERIFY(tokens >= 1 && tokens <= 3); // in the middle of a pass, not after the last one
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "TestGenerator.moc"
