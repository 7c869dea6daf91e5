// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/jobs/JobQueue.h"
#include "tests/support/HubFixture.h"

#include <QJsonDocument>
#include <QTest>
#include <optional>

using namespace cw;
using namespace cw::test;

namespace {

constexpr int patience = 20000; // ms
const QString weights = HubFixture::weights();

/// Stops the work once so many bytes are there.
class StopAt final : public Monitor {
public:
    explicit StopAt(qint64 bytes) : m_bytes(bytes) {}
    void stage(const char *) override {}
    void step(std::int64_t done, std::int64_t total) override
    {
        if (total > 0 && done >= m_bytes)
            throw Error(Error::Kind::Cancelled, "stopped");
    }

private:
    const qint64 m_bytes;
};

} // namespace

/// Downloads a model from a hub on the loopback, undisturbed and disturbed.
class TestGetModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWholeModelComesAndOpens();
    void shardsComeAsTheIndexNamesThem();
    void torchFilesComeWhereThereIsNothingElse();
    void chunkedAnswersAreUnderstood();
    void theTokenGoesToTheHubOnly();
    void aCutConnectionIsTakenUpAgain();
    void aConnectionThatIsCutForeverEnds();
    void aSilentServerIsGivenUp();
    void aStoppedDownloadGoesOn();
    void aPartOfAnotherContentIsNotUsed();
    void aServerWithoutRangesSendsItWhole();
    void cancelEndsAtOnce();
    void aFullDiskIsToldAndThePartKept();
    void whatIsThereIsNotDownloadedAgain();
    void aDownloadRunsBesideABatchJob();

private:
    std::optional<HubFixture> m_fixture;
};

void TestGetModel::init()
{
    m_fixture.emplace();
}

void TestGetModel::aWholeModelComesAndOpens()
{
    const GotModel model = m_fixture->get();
    QCOMPARE(model.folder, m_fixture->target());
    QCOMPARE(model.commit, HubServer::commit());
    QStringList names = QDir(m_fixture->target()).entryList(QDir::Files | QDir::Hidden);
    names.sort();
    QCOMPARE(names.join(u' '), QStringLiteral("LICENSE README.md config.json generation_config.json merges.txt "
                                              "model.safetensors tokenizer.json"));
    for (const QString &name : names)
        QCOMPARE(read(m_fixture->target() + u'/' + name), m_fixture->hub.content(name));
    QCOMPARE(model.files.size(), names.size());
    QCOMPARE(model.downloaded, model.bytes());
    QVERIFY(!QFileInfo::exists(m_fixture->target() + QStringLiteral(".part")));
    QVERIFY(Checkpoint::open(m_fixture->target())->parameterCount() > 0);
    for (const auto &request : m_fixture->hub.seen())
        QVERIFY(!request.headers.contains("authorization"));
}

void TestGetModel::shardsComeAsTheIndexNamesThem()
{
    m_fixture->hub.clear();
    m_fixture->hub.addFolder(fixture(QStringLiteral("models/gpt2-sharded")));
    m_fixture->hub.add(QStringLiteral("model-00009-of-00009.safetensors"), "left over", true);
    const GotModel model = m_fixture->get();
    QCOMPARE(QDir(m_fixture->target()).entryList({QStringLiteral("model*")}).size(), 5);
    QCOMPARE(m_fixture->hub.asked(QStringLiteral("model-00009-of-00009.safetensors")), 0);
    QVERIFY(Checkpoint::open(m_fixture->target())->parameterCount() > 0);

    QJsonObject index{{QStringLiteral("weight_map"), QJsonObject{{QStringLiteral("wte"), QStringLiteral("../x")}}}};
    m_fixture->hub.add(weights + QStringLiteral(".index.json"), QJsonDocument(index).toJson());
    QDir(m_fixture->target()).removeRecursively();
    QVERIFY2(m_fixture->failure().contains(QStringLiteral("\"../x\"")), qPrintable(m_fixture->failure()));
    m_fixture->hub.add(weights + QStringLiteral(".index.json"), "{}");
    QVERIFY2(m_fixture->failure().contains(QStringLiteral("no weight_map")), qPrintable(m_fixture->failure()));
}

void TestGetModel::torchFilesComeWhereThereIsNothingElse()
{
    m_fixture->hub.clear();
    m_fixture->hub.add(QStringLiteral("config.json"), "{}");
    m_fixture->hub.add(QStringLiteral("pytorch_model.bin"), "weights", true);
    QCOMPARE(m_fixture->get().files.size(), 2);
}

void TestGetModel::chunkedAnswersAreUnderstood()
{
    HubServer::Faults faults;
    faults.isChunked = true;
    m_fixture->hub.set(faults);
    const GotModel model = m_fixture->get();
    QCOMPARE(model.downloaded, model.bytes());
    QCOMPARE(read(m_fixture->target() + u'/' + weights), m_fixture->hub.content(weights));
}

void TestGetModel::theTokenGoesToTheHubOnly()
{
    const TokenSet token("hf_secret");
    HubServer cdn;
    cdn.add(weights, m_fixture->hub.content(weights), true);
    cdn.addFolder(fixture(QStringLiteral("models/gpt2")));
    for (const char *name : {"README.md", "LICENSE", "merges.txt"})
        cdn.add(QLatin1String(name), m_fixture->hub.content(QLatin1String(name)));
    HubServer::Faults faults;
    faults.redirect = cdn.address();
    faults.token = "hf_secret";
    m_fixture->hub.set(faults);
    const GotModel model = m_fixture->get();
    QCOMPARE(model.downloaded, model.bytes());
    QVERIFY(cdn.asked(weights) == 1);
    for (const auto &request : cdn.seen())
        QVERIFY(!request.headers.contains("authorization"));
    for (const auto &request : m_fixture->hub.seen())
        QCOMPARE(request.headers["authorization"], QByteArray("Bearer hf_secret"));
    for (const QString &name : QDir(m_fixture->target()).entryList(QDir::Files | QDir::Hidden))
        QVERIFY(!read(m_fixture->target() + u'/' + name).contains("hf_secret"));
}

void TestGetModel::aCutConnectionIsTakenUpAgain()
{
    HubServer::Faults faults;
    faults.cutFile = weights;
    faults.cutAfter = 5000;
    faults.cuts = 2;
    m_fixture->hub.set(faults);
    m_fixture->get();
    QCOMPARE(read(m_fixture->target() + u'/' + weights), m_fixture->hub.content(weights));
    QVERIFY(m_fixture->hub.asked(weights) >= 3);
    const HubServer::Seen last = m_fixture->hub.seen().last();
    QCOMPARE(last.headers["range"], QByteArray("bytes=10000-"));
    QVERIFY(last.headers["if-range"].startsWith('"'));
}

void TestGetModel::aConnectionThatIsCutForeverEnds()
{
    HubServer::Faults faults;
    faults.cutFile = weights;
    faults.cuts = 1000;
    m_fixture->hub.set(faults);
    const QString said = m_fixture->failure();
    QVERIFY2(said.startsWith(QStringLiteral("Network: The connection to 127.0.0.1 was lost")), qPrintable(said));
    QCOMPARE(m_fixture->hub.asked(weights), HubFixture::quick().attempts);
    QVERIFY(!QFileInfo::exists(m_fixture->target()));
}

void TestGetModel::aSilentServerIsGivenUp()
{
    HubServer::Faults faults;
    faults.slowFile = weights;
    faults.slowBytes = 0;
    m_fixture->hub.set(faults);
    const QString said = m_fixture->failure();
    QVERIFY2(said.contains(QStringLiteral("nothing comes any more")), qPrintable(said));
}

void TestGetModel::aStoppedDownloadGoesOn()
{
    HubServer::Faults faults;
    faults.slowFile = weights;
    m_fixture->hub.set(faults);
    StopAt stop(m_fixture->hub.content(QStringLiteral("tokenizer.json")).size() + 8000);
    QVERIFY(thrown([&] { m_fixture->get(m_fixture->settings(), stop); }).startsWith(QStringLiteral("Cancelled")));
    const qint64 kept = QFileInfo(m_fixture->part()).size();
    QVERIFY(kept > 0 && kept < m_fixture->hub.content(weights).size());
    QVERIFY(!QFileInfo::exists(m_fixture->target()));

    m_fixture->hub.set({});
    m_fixture->hub.forget();
    const GotModel model = m_fixture->get();
    QCOMPARE(read(m_fixture->target() + u'/' + weights), m_fixture->hub.content(weights));
    QCOMPARE(m_fixture->hub.asked(QStringLiteral("tokenizer.json")), 0);
    QCOMPARE(m_fixture->hub.seen().last().headers["range"], "bytes=" + QByteArray::number(kept) + '-');
    QVERIFY(model.downloaded == m_fixture->hub.content(weights).size() - kept);
}

void TestGetModel::aPartOfAnotherContentIsNotUsed()
{
    HubServer::Faults faults;
    faults.slowFile = weights;
    m_fixture->hub.set(faults);
    StopAt stop(m_fixture->hub.content(QStringLiteral("tokenizer.json")).size() + 8000);
    QVERIFY(!thrown([&] { m_fixture->get(m_fixture->settings(), stop); }).isEmpty());
    m_fixture->hub.set({});
    m_fixture->hub.add(weights, read(fixture(QStringLiteral("models/gpt2-bf16/model.safetensors"))), true);
    m_fixture->hub.forget();
    m_fixture->get();
    QCOMPARE(read(m_fixture->target() + u'/' + weights), m_fixture->hub.content(weights));
    QVERIFY(!m_fixture->hub.seen().last().headers.contains("range"));
}

void TestGetModel::aServerWithoutRangesSendsItWhole()
{
    HubServer::Faults faults;
    faults.cutFile = weights;
    faults.cutAfter = 5000;
    faults.cuts = 1;
    faults.ignoresRange = true;
    m_fixture->hub.set(faults);
    m_fixture->get();
    QCOMPARE(read(m_fixture->target() + u'/' + weights), m_fixture->hub.content(weights));
}

void TestGetModel::cancelEndsAtOnce()
{
    HubServer::Faults faults;
    faults.slowFile = weights;
    faults.slowBytes = 0;
    m_fixture->hub.set(faults);
    JobQueue queue;
    auto *job = queue.add(std::make_unique<GetModelJob>(m_fixture->settings()));
    bool isCancelled = false;
    connect(job, &Job::cancelled, this, [&] { isCancelled = true; });
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hub.asked(weights) == 1, patience);
    job->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(isCancelled, patience);
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(!QFileInfo::exists(m_fixture->target()));
    QVERIFY(QFileInfo::exists(m_fixture->target() + QStringLiteral(".part/config.json")));
}

void TestGetModel::aFullDiskIsToldAndThePartKept()
{
    HubServer::Faults faults;
    faults.slowFile = weights;
    m_fixture->hub.set(faults);
    StopAt stop(m_fixture->hub.content(QStringLiteral("tokenizer.json")).size() + 8000);
    QVERIFY(!thrown([&] { m_fixture->get(m_fixture->settings(), stop); }).isEmpty());
    m_fixture->hub.set({});
    QVERIFY(QFile::remove(m_fixture->part()));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_fixture->part()));
    const QString said = m_fixture->failure();
    QVERIFY2(said.startsWith(QStringLiteral("File: The disk is full")), qPrintable(said));
    QVERIFY(QFileInfo::exists(m_fixture->target() + QStringLiteral(".part/tokenizer.json")));
}

void TestGetModel::whatIsThereIsNotDownloadedAgain()
{
    m_fixture->get();
    m_fixture->hub.forget();
    QCOMPARE(m_fixture->get().downloaded, 0);
    QCOMPARE(m_fixture->hub.asked(weights), 0);
    write(m_fixture->target() + QStringLiteral("/config.json"), "{}");
    const QString said = m_fixture->failure();
    QVERIFY2(said.contains(QStringLiteral("holds something else")) && said.contains(QStringLiteral("config.json")),
             qPrintable(said));
    QCOMPARE(read(m_fixture->target() + QStringLiteral("/config.json")), QByteArray("{}"));
}

void TestGetModel::aDownloadRunsBesideABatchJob()
{
    class Waiting final : public Job {
    public:
        Waiting() : Job(QStringLiteral("waiting")) {}
        std::atomic_bool isOver = false;

    private:
        void work(Monitor &monitor) override
        {
            while (!isOver)
                monitor.step(0, 1);
        }
    };
    JobQueue queue;
    auto *waiting = queue.add(std::make_unique<Waiting>());
    auto *job = queue.add(std::make_unique<GetModelJob>(m_fixture->settings()));
    bool isDone = false;
    connect(job, &Job::done, this, [&] { isDone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, patience);
    QCOMPARE(waiting->status().state, JobStatus::State::Running);
    waiting->isOver = true;
    QTRY_VERIFY(queue.isIdle());
}

QTEST_GUILESS_MAIN(TestGetModel)
#include "TestGetModel.moc"
