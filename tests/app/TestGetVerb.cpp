// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HubFixture.h"
#include "tests/support/Program.h"

#include <QJsonArray>
#include <QTest>
#include <csignal>
#include <optional>

using namespace cw;
using namespace cw::test;

/// `counterweight get`, as a script starts it, against a hub on the loopback.
class TestGetVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture.emplace(); }
    void aModelIsDownloadedAndUsable();
    void theEnvironmentNamesTheHub();
    void aPersonReadsATable();
    void theTokenAppearsNowhere();
    void controlCKeepsThePart();
    void killedInTheMiddleItGoesOn();
    void aNameThatIsNoneIsWrongUsage();
    void whatTheHubRefusesFails();

private:
    QStringList arguments() const;
    /// Downloads slowly until a part of the weights is there.
    void beginSlowly(QProcess &process);
    void goOn(qint64 kept);

    std::optional<HubFixture> m_fixture;
};

QStringList TestGetVerb::arguments() const
{
    return {QStringLiteral("get"),    HubServer::repository(), QStringLiteral("--hub"), m_fixture->hub.address(),
            QStringLiteral("--into"), m_fixture->target(),     QStringLiteral("--json")};
}

void TestGetVerb::aModelIsDownloadedAndUsable()
{
    const Answer answer = ask(arguments());
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject got = answer.json();
    QCOMPARE(got[QLatin1String("folder")].toString(), m_fixture->target());
    QCOMPARE(got[QLatin1String("commit")].toString(), HubServer::commit());
    const QJsonArray files = got[QLatin1String("files")].toArray();
    QCOMPARE(files.size(), 7);
    for (const QJsonValue &file : files) {
        const QString name = file[QLatin1String("name")].toString();
        QCOMPARE(file[QLatin1String("size")].toInteger(), m_fixture->hub.content(name).size());
        const bool isLarge = name == HubFixture::weights();
        QCOMPARE(file[QLatin1String(isLarge ? "sha256" : "gitSha1")].toString().size(), isLarge ? 64 : 40);
    }
    const Answer used =
        ask({QStringLiteral("predict"), m_fixture->target(), QStringLiteral("The"), QStringLiteral("--json")});
    QVERIFY2(used.code == 0, used.err);
    const Answer again = ask(arguments());
    QCOMPARE(again.code, 0);
    QCOMPARE(again.json()[QLatin1String("downloaded")].toInteger(), 0);
}

void TestGetVerb::theEnvironmentNamesTheHub()
{
    qputenv("HF_ENDPOINT", m_fixture->hub.address().toLatin1());
    QStringList command = arguments();
    command.remove(2, 2);
    const Answer answer = ask(command);
    qunsetenv("HF_ENDPOINT");
    QVERIFY2(answer.code == 0, answer.err);
}

void TestGetVerb::aPersonReadsATable()
{
    QStringList command = arguments();
    command.removeLast();
    const Answer answer = ask(command);
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains("model.safetensors") && answer.out.contains(m_fixture->target().toUtf8()));
    QVERIFY2(answer.err.contains("Downloading"), answer.err);
}

void TestGetVerb::theTokenAppearsNowhere()
{
    const TokenSet token("hf_secret");
    HubServer::Faults faults;
    faults.token = "hf_secret";
    m_fixture->hub.set(faults);
    const Answer good = ask(arguments());
    QVERIFY2(good.code == 0, good.err);
    faults.token = "hf_other";
    m_fixture->hub.set(faults);
    const Answer bad = ask(arguments());
    QCOMPARE(bad.code, 1);
    QVERIFY2(bad.err.contains("The token in HF_TOKEN gives no access"), bad.err);
    for (const QByteArray &said : {good.out, good.err, bad.out, bad.err})
        QVERIFY2(!said.contains("hf_secret"), said);
}

void TestGetVerb::beginSlowly(QProcess &process)
{
    HubServer::Faults faults;
    faults.slowFile = HubFixture::weights();
    m_fixture->hub.clear();
    for (const char *name : {"config.json", "tokenizer.json"})
        m_fixture->hub.add(QLatin1String(name), read(fixture(QStringLiteral("models/gpt2/")) + QLatin1String(name)));
    m_fixture->hub.add(HubFixture::weights(), QByteArray(3000000, 'w'), true);
    m_fixture->hub.set(faults);
    start(process, arguments());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_fixture->part()).size() > 0, 30000);
}

void TestGetVerb::goOn(qint64 kept)
{
    QVERIFY(kept > 0 && kept < 3000000);
    QVERIFY(!QFileInfo::exists(m_fixture->target()));
    m_fixture->hub.set({});
    m_fixture->hub.forget();
    const Answer answer = ask(arguments());
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(answer.json()[QLatin1String("downloaded")].toInteger(), 3000000 - kept);
    QCOMPARE(m_fixture->hub.seen().last().headers["range"], QByteArray("bytes=" + QByteArray::number(kept) + '-'));
    QCOMPARE(read(m_fixture->target() + u'/' + HubFixture::weights()), QByteArray(3000000, 'w'));
}

void TestGetVerb::controlCKeepsThePart()
{
    QProcess process;
    beginSlowly(process);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Answer answer = ended(process);
    QCOMPARE(answer.code, 130);
    QVERIFY(answer.out.isEmpty());
    QVERIFY2(answer.error()[QLatin1String("message")].toString().contains(QStringLiteral("the same command goes on")) ||
                 answer.err.contains("the same command goes on"),
             answer.err);
    goOn(QFileInfo(m_fixture->part()).size());
}

void TestGetVerb::killedInTheMiddleItGoesOn()
{
    QProcess process;
    beginSlowly(process);
    process.kill();
    QCOMPARE(ended(process).code, -1);
    goOn(QFileInfo(m_fixture->part()).size());
}

void TestGetVerb::aNameThatIsNoneIsWrongUsage()
{
    const Answer answer = ask({QStringLiteral("get"), QStringLiteral("gpt2")});
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY2(answer.err.contains("OWNER/NAME"), answer.err);
}

void TestGetVerb::whatTheHubRefusesFails()
{
    HubServer::Faults faults;
    faults.status[{}] = 404;
    m_fixture->hub.set(faults);
    const Answer answer = ask(arguments());
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.out.isEmpty());
    QCOMPARE(answer.err.trimmed().split('\n').size(), 2); // the stage and the sentence
    const QByteArray last = answer.err.trimmed().split('\n').last();
    const QJsonObject error = QJsonDocument::fromJson(last).object()[QLatin1String("error")].toObject();
    QCOMPARE(error[QLatin1String("kind")].toString(), QStringLiteral("Network"));
}

QTEST_GUILESS_MAIN(TestGetVerb)
#include "TestGetVerb.moc"
