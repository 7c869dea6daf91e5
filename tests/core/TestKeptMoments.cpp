// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptMoments.h"

#include "core/analysis/SecondMoment.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Model.h"
#include "core/jobs/LoadedModel.h"
#include "tests/support/Edits.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

using Corpus = std::vector<std::vector<std::int64_t>>;

/// So many texts of a few tokens, no two alike.
Corpus textsOf(std::int64_t count)
{
    Corpus corpus;
    for (std::int64_t i = 0; i < count; ++i)
        corpus.push_back({i % 200 + 10, i % 131 + 20, i % 97 + 30});
    return corpus;
}

/// Counts the steps; never stops.
class CountingMonitor final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override { ++steps; }
    int steps = 0;
};

double relativeDifference(const at::Tensor &found, const at::Tensor &expected)
{
    return ((found - expected).norm() / expected.norm()).item<double>();
}

} // namespace

class TestKeptMoments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theyAreThoseOfAllTexts();
    void whatWasGatheredIsRead();
    void whatWasStoppedIsGoneOnWith();
    void anotherTextOrModelIsAnother();
    void aDamagedFileIsGatheredAnew();
    void aFolderThatCannotBeWrittenKeepsNothing();
    void theOldestGoFirst();

private:
    QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files); }
    Moments moments(Monitor &monitor) const { return m_kept->of(m_model, {0, 1}, m_corpus, monitor); }

    LoadedModel m_model;
    int m_hashing = 0; ///< steps before the first text is read
    const Corpus m_corpus = textsOf(100);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<KeptMoments> m_kept;
};

void TestKeptMoments::initTestCase()
{
    m_model = opened(demoModel());
    CountingMonitor hashing;
    m_model.checkpoint->hash(hashing);
    m_hashing = hashing.steps;
}

void TestKeptMoments::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_kept = std::make_unique<KeptMoments>(CacheFolder(m_dir->path(), qint64{1} << 30));
}

void TestKeptMoments::theyAreThoseOfAllTexts()
{
    SilentMonitor silent;
    const Moments found = moments(silent);
    QCOMPARE(found.size(), std::size_t(2));
    for (const int layer : {0, 1}) {
        SecondMoment all(layer, m_model.model->spec().hidden);
        all.add(*m_model.model, m_corpus, silent);
        // Read 32 at a time, the fp32 keys are rounded as the processor likes: small sums of large terms show it.
        QVERIFY(relativeDifference(found.at(layer), all.mean()) < 1e-6);
    }
}

void TestKeptMoments::whatWasGatheredIsRead()
{
    CountingMonitor first;
    const Moments found = moments(first);
    QCOMPARE(files().size(), 2);
    CountingMonitor second;
    const Moments again = moments(second);
    QVERIFY(first.steps > m_hashing);
    QCOMPARE(second.steps, m_hashing);
    for (const int layer : {0, 1})
        QVERIFY(at::equal(found.at(layer), again.at(layer)));
}

void TestKeptMoments::whatWasStoppedIsGoneOnWith()
{
    CountingMonitor whole;
    const Moments found = moments(whole);
    SilentMonitor silent;
    init();
    StoppingMonitor stopping(m_hashing + (whole.steps - m_hashing) * 3 / 4); // in the second layer
    QVERIFY(thrown([&] { moments(stopping); }).startsWith(QStringLiteral("Cancelled")));
    QCOMPARE(files().size(), 2);
    CountingMonitor rest;
    const Moments again = moments(rest);
    QVERIFY(rest.steps - m_hashing < (whole.steps - m_hashing) / 2);
    for (const int layer : {0, 1})
        QVERIFY(at::equal(found.at(layer), again.at(layer)));
}

void TestKeptMoments::anotherTextOrModelIsAnother()
{
    SilentMonitor silent;
    moments(silent);
    m_kept->of(m_model, {0}, textsOf(99), silent);
    QCOMPARE(files().size(), 3);
    Parameters changed;
    changed["layers.0.mlp.in"] = m_model.model->parameters().at("layers.0.mlp.in") * 2;
    const LoadedModel other{m_model.checkpoint, std::make_shared<const Model>(*m_model.model, changed)};
    const Moments found = m_kept->of(other, {0}, m_corpus, silent);
    QCOMPARE(files().size(), 4);
    QVERIFY(!at::allclose(found.at(0), moments(silent).at(0)));
}

void TestKeptMoments::aDamagedFileIsGatheredAnew()
{
    SilentMonitor silent;
    const Moments found = moments(silent);
    for (const QString &name : files())
        QVERIFY(test::write(m_dir->filePath(name), "no tensors"));
    const Moments again = moments(silent);
    QVERIFY(at::equal(found.at(1), again.at(1)));
}

void TestKeptMoments::aFolderThatCannotBeWrittenKeepsNothing()
{
    SilentMonitor silent;
    QVERIFY(test::write(m_dir->filePath(QStringLiteral("file")), "x"));
    const KeptMoments nowhere(CacheFolder(m_dir->filePath(QStringLiteral("file/moments")), qint64{1} << 30));
    QCOMPARE(nowhere.of(m_model, {0}, m_corpus, silent).size(), std::size_t(1));
    QCOMPARE(files(), QStringList{QStringLiteral("file")});
}

void TestKeptMoments::theOldestGoFirst()
{
    SilentMonitor silent;
    const std::int64_t hidden = m_model.model->spec().hidden;
    const KeptMoments small(CacheFolder(m_dir->path(), hidden * hidden * 8 * 5 / 2)); // two files fit
    small.of(m_model, {0}, m_corpus, silent);
    const QString oldest = files().first();
    QFile file(m_dir->filePath(oldest));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    file.close();
    small.of(m_model, {1, 2}, m_corpus, silent);
    QCOMPARE(files().size(), 2);
    QVERIFY(!files().contains(oldest));
}

QTEST_GUILESS_MAIN(TestKeptMoments)
#include "TestKeptMoments.moc"
