// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HubFixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QTcpServer>
#include <QTest>
#include <functional>
#include <optional>

using namespace cw;
using namespace cw::test;

namespace {

const QString weights = HubFixture::weights();

} // namespace

/// What is said when a hub, a name or a folder does not allow a download.
class TestHubRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTokenIsNotSentInTheOpen();
    void aTokenWithALineOfItsOwnIsRefused();
    void whatTheHubDoesWrongIsTold_data();
    void whatTheHubDoesWrongIsTold();
    void hostileListingsAreRefused_data();
    void hostileListingsAreRefused();
    void wrongNamesAreRefused_data();
    void wrongNamesAreRefused();
    void foldersInUseAreRefused();
    void aHubThatIsNotThereIsTold();

private:
    std::optional<HubFixture> m_fixture;
};

void TestHubRefusals::init()
{
    m_fixture.emplace();
}

void TestHubRefusals::aTokenIsNotSentInTheOpen()
{
    const TokenSet token("hf_secret");
    GetSettings elsewhere = m_fixture->settings();
    elsewhere.hub = QStringLiteral("http://hub.invalid");
    const QString said = m_fixture->failure(elsewhere);
    QVERIFY2(said.contains(QStringLiteral("not encrypted")) && !said.contains(QStringLiteral("secret")),
             qPrintable(said));
}

void TestHubRefusals::aTokenWithALineOfItsOwnIsRefused()
{
    const TokenSet token("hf_a\r\nX-Other: b");
    QVERIFY(m_fixture->failure().contains(QStringLiteral("HF_TOKEN holds characters")));
    QVERIFY(m_fixture->hub.seen().isEmpty());
}

void TestHubRefusals::whatTheHubDoesWrongIsTold_data()
{
    QTest::addColumn<std::function<void(HubServer::Faults &)>>("spoil");
    QTest::addColumn<QString>("said");
    using Faults = HubServer::Faults;
    const auto row = [](const char *name, const std::function<void(Faults &)> &spoil, const char *said) {
        QTest::newRow(name) << spoil << QString::fromUtf8(said);
    };
    row(
        "no model", [](Faults &f) { f.status[{}] = 404; }, "has no model someone/tiny-model with a revision main");
    row(
        "no revision",
        [](Faults &f) {
            f.status[{}] = 404;
            f.errorCode = "RevisionNotFound";
        },
        "someone/tiny-model has no revision main");
    row(
        "private", [](Faults &f) { f.status[{}] = 401; }, "set HF_TOKEN to a token");
    row(
        "gated", [](Faults &f) { f.status[weights] = 403; }, "accept its terms on http://127.0.0.1");
    row(
        "file gone", [](Faults &f) { f.status[weights] = 404; }, "lists the file model.safetensors");
    row(
        "broken server", [](Faults &f) { f.status[{}] = 503; }, "HTTP status 503");
    const QString config = QStringLiteral("config.json");
    const QByteArray whole = read(fixture(QStringLiteral("models/gpt2/config.json")));
    row(
        "wrong size", [=](Faults &f) { f.content[config] = whole.left(9); }, "sends 9 bytes for config.json");
    row(
        "damaged", [=](Faults &f) { f.content[config] = QByteArray(whole).replace('{', '['); },
        "came damaged: its SHA-1 (git)");
    row(
        "more than listed",
        [=](Faults &f) {
            f.content[config] = whole + whole;
            f.isChunked = true;
        },
        "sends more for config.json");
    row(
        "less than listed",
        [=](Faults &f) {
            f.content[config] = whole.left(9);
            f.isChunked = true;
        },
        "another size for config.json");
    row(
        "no end", [](Faults &f) { f.loop = weights; }, "sent on and on");
    row(
        "astray", [](Faults &f) { f.redirect = QStringLiteral("file:///etc/passwd#"); }, "not safe to follow");
    row(
        "changed", [](Faults &f) { f.hubEtag[weights] = QByteArray(64, 'a'); }, "has changed on the hub");
    row(
        "no JSON", [](Faults &f) { f.listing = "<html>"; }, "cannot be used (no JSON object)");
    row(
        "no commit", [](Faults &f) { f.listing = R"({"sha": "../../x", "siblings": []})"; }, "no commit");
    row(
        "no list", [](Faults &f) { f.listing = R"({"sha": ")" + QByteArray(40, 'c') + "\"}"; }, "no list");
    row(
        "endless", [](Faults &f) { f.listing = QByteArray((1 << 25) + 1, ' '); }, "too long");
}

void TestHubRefusals::whatTheHubDoesWrongIsTold()
{
    QFETCH(std::function<void(HubServer::Faults &)>, spoil);
    QFETCH(QString, said);
    HubServer::Faults faults;
    spoil(faults);
    m_fixture->hub.set(faults);
    const QString failure = m_fixture->failure();
    QVERIFY2(failure.contains(said), qPrintable(failure));
    QVERIFY(!QFileInfo::exists(m_fixture->target()));
}

void TestHubRefusals::hostileListingsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "../x", "/etc/x", "a/../../x", "a//b", "..", ".", "a\\..\\x", "C:x", "a\nb", "a/"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestHubRefusals::hostileListingsAreRefused()
{
    QFETCH(QString, name);
    QJsonObject listing = m_fixture->hub.listing();
    QJsonArray files = listing[QLatin1String("siblings")].toArray();
    files.append(QJsonObject{{QStringLiteral("rfilename"), name}, {QStringLiteral("size"), 3}});
    listing[QStringLiteral("siblings")] = files;
    HubServer::Faults faults;
    faults.listing = QJsonDocument(listing).toJson();
    m_fixture->hub.set(faults);
    const QString said = m_fixture->failure();
    QVERIFY2(said.contains(QStringLiteral("outside of the model's folder")), qPrintable(said));
    QCOMPARE(QDir(m_fixture->folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 0);
}

void TestHubRefusals::wrongNamesAreRefused_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QString>("hub");
    const QString main = QStringLiteral("main");
    const QString hub = QStringLiteral("https://hub.invalid");
    const QString model = HubServer::repository();
    for (const char *name : {"", "gpt2", "a/b/c", "../a", "a/..", "a/", "/b", "a b/c", "https://hub.invalid/a/b"})
        QTest::newRow(name) << QString::fromUtf8(name) << main << hub;
    for (const char *name : {"../main", "a b", "-x", "a\nb"})
        QTest::newRow(name) << model << QString::fromUtf8(name) << hub;
    for (const char *name : {"hub.invalid", "ftp://hub.invalid", "https://", "https://me:secret@hub.invalid"})
        QTest::newRow(name) << model << main << QString::fromUtf8(name);
}

void TestHubRefusals::wrongNamesAreRefused()
{
    QFETCH(QString, model);
    QFETCH(QString, revision);
    QFETCH(QString, hub);
    GetSettings wrong;
    wrong.model = model;
    wrong.revision = revision;
    wrong.hub = hub;
    const QString said = thrown([&] { wrong.check(); });
    QVERIFY2(said.startsWith(QStringLiteral("Input: \"")), qPrintable(said));
}

void TestHubRefusals::foldersInUseAreRefused()
{
    write(m_fixture->target(), "a file");
    QVERIFY(m_fixture->failure().contains(QStringLiteral("holds something else")));
    QFile::remove(m_fixture->target());
    QDir().mkpath(m_fixture->target() + QStringLiteral(".part"));
    write(m_fixture->target() + QStringLiteral(".part/mine.txt"), "mine");
    QVERIFY(m_fixture->failure().contains(QStringLiteral("holds something else than an unfinished download")));
    QVERIFY(QFileInfo::exists(m_fixture->target() + QStringLiteral(".part/mine.txt")));
    QDir(m_fixture->target() + QStringLiteral(".part")).removeRecursively();

    QDir().mkpath(m_fixture->target() + QStringLiteral(".part"));
    QLockFile lock(m_fixture->target() + QStringLiteral(".part/.counterweight-get.lock"));
    QVERIFY(lock.tryLock());
    QVERIFY(m_fixture->failure().contains(QStringLiteral("Another download into")));
    lock.unlock();

    QJsonObject listing = m_fixture->hub.listing();
    QJsonArray files = listing[QLatin1String("siblings")].toArray();
    for (QJsonValueRef file : files)
        if (file[QLatin1String("rfilename")] == weights)
            file = QJsonObject{{QStringLiteral("rfilename"), weights},
                               {QStringLiteral("size"), 8e15},
                               {QStringLiteral("blobId"), QString(40, QLatin1Char('b'))}};
    listing[QStringLiteral("siblings")] = files;
    HubServer::Faults faults;
    faults.listing = QJsonDocument(listing).toJson();
    m_fixture->hub.set(faults);
    QVERIFY2(m_fixture->failure().contains(QStringLiteral("still needs 8.0 PB")), qPrintable(m_fixture->failure()));
}

void TestHubRefusals::aHubThatIsNotThereIsTold()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    GetSettings nowhere = m_fixture->settings();
    nowhere.hub = QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort());
    closed.close();
    const QString said = m_fixture->failure(nowhere);
    QVERIFY2(said.contains(QStringLiteral("cannot be reached")), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestHubRefusals)
#include "TestHubRefusals.moc"
