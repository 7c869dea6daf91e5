// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "core/sandbox/SandboxCheck.h"
#include "core/sandbox/SandboxProbes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <unistd.h>

using namespace cw;
using End = SandboxResult::End;

Q_DECLARE_METATYPE(cw::SandboxResult::End)

namespace {

constexpr auto forAll = QFileDevice::ReadOther | QFileDevice::ExeOther | QFileDevice::ReadOwner |
                        QFileDevice::WriteOwner | QFileDevice::ExeOwner;

SandboxResult run(const QByteArray &program, const SandboxLimits &limits = {})
{
    SilentMonitor silent;
    return Sandbox(limits).run(program, silent);
}

/// Whether a process whose command line holds the text is there.
bool isRunning(const QByteArray &text)
{
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
        if (name.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

/// Stops the work after some time.
class ImpatientMonitor final : public Monitor {
public:
    explicit ImpatientMonitor(qint64 milliseconds) : m_milliseconds(milliseconds) { m_time.start(); }
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override
    {
        if (m_time.elapsed() > m_milliseconds)
            throw Error(Error::Kind::Cancelled, "stopped");
    }

private:
    QElapsedTimer m_time;
    qint64 m_milliseconds;
};

/// Starts a program by itself that is known by its command line, and waits.
QByteArray lasting(const QByteArray &mark)
{
    return "import subprocess, time\nsubprocess.Popen(['/usr/bin/python3', '-c', 'import time; time.sleep(60) # " +
           mark + "'], start_new_session=True)\nprint('started', flush=True)\n";
}

} // namespace

class TestSandbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCheckPasses();
    void endsAreTold_data();
    void endsAreTold();
    void whatMustFailFails_data();
    void whatMustFailFails();
    void probesSeeAnOpenDoor_data();
    void probesSeeAnOpenDoor();
    void outputIsCut();
    void nothingStaysBehind_data();
    void nothingStaysBehind();
    void cancelEndsTheProgram();
    void nothingIsSharedBetweenRuns();
    void rootIsDropped();
    void aMachineThatForbidsItIsTold_data();
    void aMachineThatForbidsItIsTold();
    void somebodyElseCanRunIt();
};

/// Where no sandbox can be had, it has to say so, and there is nothing more to test.
void TestSandbox::initTestCase()
{
    try {
        SilentMonitor silent;
        run(Sandbox::ending());
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Unsupported);
        QSKIP(error.what());
    }
}

void TestSandbox::theCheckPasses()
{
    SilentMonitor silent;
    QElapsedTimer time;
    time.start();
    try {
        checkSandbox(Sandbox(), silent);
    } catch (const Error &error) {
        QFAIL((std::string(error.what()) + error.arguments().at(0)).c_str());
    }
    qInfo("The check took %lld ms.", time.elapsed());
}

void TestSandbox::endsAreTold_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<End>("end");
    QTest::addColumn<int>("code");

    QTest::newRow("to its end") << QByteArray("x = 1") + Sandbox::ending() << End::Passed << Sandbox::passedCode;
    QTest::newRow("without an ending") << QByteArray("x = 1") << End::Failed << 0;
    QTest::newRow("left before") << QByteArray("import sys\nsys.exit(0)") + Sandbox::ending() << End::Failed << 0;
    QTest::newRow("left hard") << QByteArray("import os\nos._exit(0)") + Sandbox::ending() << End::Failed << 0;
    QTest::newRow("assertion") << QByteArray("assert 1 == 2") + Sandbox::ending() << End::Failed << 1;
    QTest::newRow("syntax") << QByteArray("def f(:\n") + Sandbox::ending() << End::Failed << 1;
    QTest::newRow("not UTF-8") << QByteArray("x = '\xff'\n") + Sandbox::ending() << End::Failed << 1;
    QTest::newRow("own signal") << QByteArray("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)") << End::Killed
                                << -1;
    QTest::newRow("reads its input") << QByteArray("input()") + Sandbox::ending() << End::Failed << 1;
    QTest::newRow("unicode") << QByteArray("assert len('\u00e9\u4e2d') == 2") + Sandbox::ending() << End::Passed
                             << Sandbox::passedCode;
}

void TestSandbox::endsAreTold()
{
    QFETCH(QByteArray, program);
    QFETCH(End, end);
    QFETCH(int, code);

    const SandboxResult result = run(program);

    QCOMPARE(result.end, end);
    QCOMPARE(result.exitCode, code);
}

void TestSandbox::whatMustFailFails_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<End>("end");

    QTest::newRow("forks for ever") << QByteArray("import os\nwhile True:\n    try:\n        os.fork()\n"
                                                  "    except OSError:\n        pass\n")
                                    << End::TimedOut;
    QTest::newRow("threads for ever") << QByteArray("import threading, time\nwhile True:\n"
                                                    "    threading.Thread(target=time.sleep, args=(60,)).start()\n")
                                      << End::TimedOut;
    QTest::newRow("ignores signals") << QByteArray("import signal\nfor s in (1, 2, 3, 13, 14, 15, 24):\n"
                                                   "    signal.signal(s, signal.SIG_IGN)\nwhile True:\n    pass\n")
                                     << End::TimedOut;
    QTest::newRow("sleeps") << QByteArray("import time\ntime.sleep(60)\n") << End::TimedOut;
    QTest::newRow("writes for ever") << QByteArray("while True:\n    print('x' * 10000)\n") << End::TimedOut;
    // There is nobody else that it could reach.
    QTest::newRow("kills all it can") << QByteArray("import os\ntry:\n    os.kill(-1, 9)\n"
                                                    "except ProcessLookupError:\n    pass\n") +
                                             Sandbox::ending()
                                      << End::Passed;
    QTest::newRow("kills its parent") << QByteArray("import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(60)\n")
                                      << End::TimedOut;
    QTest::newRow("takes memory") << QByteArray("x = 'x' * (1 << 40)") + Sandbox::ending() << End::Failed;
    QTest::newRow("one large file") << QByteArray("f = open('f', 'wb', 0)\nfor i in range(1 << 10):\n"
                                                  "    f.write(bytes(1 << 20))\n") +
                                           Sandbox::ending()
                                    << End::Failed;
    QTest::newRow("shared memory")
        << QByteArray(
               "from multiprocessing.shared_memory import SharedMemory\nSharedMemory(create=True, size=1000)\n") +
               Sandbox::ending()
        << End::Failed;
    QTest::newRow("resolves a name") << QByteArray("import socket\nsocket.getaddrinfo('example.org', 80)\n") +
                                            Sandbox::ending()
                                     << End::Failed;
    QTest::newRow("lifts its limits") << QByteArray("import resource\nresource.setrlimit(resource.RLIMIT_NPROC, "
                                                    "(1000, 1000))\n") +
                                             Sandbox::ending()
                                      << End::Failed;
    QTest::newRow("makes namespaces") << QByteArray("import subprocess\nsubprocess.run(['/usr/bin/unshare', '-Ur', "
                                                    "'true'], check=True)\n") +
                                             Sandbox::ending()
                                      << End::Failed;
}

void TestSandbox::whatMustFailFails()
{
    QFETCH(QByteArray, program);
    QFETCH(End, end);
    SandboxLimits limits;
    if (end == End::TimedOut)
        limits.seconds = 2;
    QElapsedTimer time;
    time.start();

    const SandboxResult result = run(program, limits);

    QCOMPARE(result.end, end);
    QVERIFY(time.elapsed() < 20000); // by themselves they would last a minute or for ever
    QVERIFY(result.output.size() <= limits.output);
    QVERIFY(result.message.size() <= limits.output);
}

void TestSandbox::probesSeeAnOpenDoor_data()
{
    QTest::addColumn<int>("probe");
    const std::vector<SandboxProbe> probes = sandboxProbes({}, {});
    for (std::size_t i = 0; i < probes.size(); ++i)
        QTest::newRow(probes[i].name) << static_cast<int>(i);
}

/// Without the sandbox no probe passes: each looks for what it says.
void TestSandbox::probesSeeAnOpenDoor()
{
    QFETCH(int, probe);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    QTemporaryFile file;
    QVERIFY(file.open());
    SandboxLimits limits;
    limits.disk = 1 << 20;
    const SandboxProbe chosen =
        sandboxProbes(limits, {server.serverPort(), file.fileName(), folder.path()})[static_cast<std::size_t>(probe)];
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-")});
    process.write(chosen.program);
    process.closeWriteChannel();

    QVERIFY(process.waitForFinished());

    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 1 && said.contains("AssertionError"), said.constData());
}

void TestSandbox::outputIsCut()
{
    SandboxLimits limits;
    limits.output = 1000;
    const SandboxResult result =
        run("import sys\nprint('a' * 5000, flush=True)\nsys.stderr.write('b' * 5000)\nsys.stderr.flush()\n" +
                Sandbox::ending(),
            limits);
    QCOMPARE(result.end, End::Passed);
    QCOMPARE(result.output, QByteArray(1000, 'a'));
    QCOMPARE(result.message, QByteArray(999, 'b'));
}

void TestSandbox::nothingStaysBehind_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<End>("end");

    QTest::newRow("passed") << Sandbox::ending() << End::Passed;
    QTest::newRow("timed out") << QByteArray("time.sleep(60)") << End::TimedOut;
}

/// What a program starts in a session of its own goes with it.
void TestSandbox::nothingStaysBehind()
{
    QFETCH(QByteArray, after);
    QFETCH(End, end);
    const QByteArray mark = "stays-" + QByteArray::number(getpid()) + QTest::currentDataTag();
    SandboxLimits limits;
    limits.seconds = 4;

    const SandboxResult result = run(lasting(mark) + after, limits);

    QCOMPARE(result.end, end);
    QCOMPARE(result.output, QByteArray("started\n"));
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(mark), 1000);
}

void TestSandbox::cancelEndsTheProgram()
{
    const QByteArray mark = "cancelled-" + QByteArray::number(getpid());
    ImpatientMonitor monitor(500);
    QElapsedTimer time;
    time.start();
    try {
        Sandbox().run(lasting(mark) + "time.sleep(60)", monitor);
        QFAIL("not cancelled");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Cancelled);
    }
    QVERIFY(time.elapsed() < 1500); // a second from the cancel on
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(mark), 1000);
}

void TestSandbox::nothingIsSharedBetweenRuns()
{
    QCOMPARE(run("open('/tmp/left', 'w').write('x')\n" + Sandbox::ending()).end, End::Passed);
    QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/left")));
    QCOMPARE(run("import os\nassert os.listdir('/tmp') == []\n" + Sandbox::ending()).end, End::Passed);
}

void TestSandbox::rootIsDropped()
{
    const SandboxResult result = run("import os\nprint(os.getuid(), os.getgid(), len(set(os.getgroups()) - {65534}))");
    const QList<QByteArray> ids = result.output.trimmed().split(' ');
    QCOMPARE(ids.size(), 3);
    QCOMPARE(ids[0].toInt(), geteuid() == 0 ? 65534 : static_cast<int>(geteuid()));
    QVERIFY(geteuid() != 0 || (ids[1] == "65534" && ids[2] == "0"));
}

void TestSandbox::aMachineThatForbidsItIsTold_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("why");

    QTest::newRow("no namespaces") << QStringList{QStringLiteral("--uid"), QStringLiteral("1000"),
                                                  QStringLiteral("--disable-userns")}
                                   << QStringLiteral("does not start here: bwrap: ");
    QTest::newRow("nobody but root") << QStringList{QStringLiteral("--uid"), QStringLiteral("0")}
                                     << QStringLiteral("the rights of root cannot be given up");
}

/// This test, once more, in namespaces that are poorer than the machine.
void TestSandbox::aMachineThatForbidsItIsTold()
{
    QFETCH(QStringList, options);
    QFETCH(QString, why);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("/usr/bin/bwrap"),
                  QStringList{QStringLiteral("--unshare-user")} + options +
                      QStringList{QStringLiteral("--dev-bind"), QStringLiteral("/"), QStringLiteral("/"),
                                  QCoreApplication::applicationFilePath(), QStringLiteral("theCheckPasses")});
    QVERIFY(process.waitForFinished());
    const QString said = QString::fromUtf8(process.readAll());
    QVERIFY2(said.contains(QStringLiteral("SKIP   : TestSandbox::initTestCase()")) && said.contains(why),
             qPrintable(said));
}

/// Root and others go different ways into the sandbox: root starts this test once more as nobody.
void TestSandbox::somebodyElseCanRunIt()
{
    if (geteuid() != 0)
        QSKIP("Only root can start the tests as somebody else; this one is somebody else already.");
    // A copy, for the folder of the build may be closed to others.
    QTemporaryDir folder(QStringLiteral("/tmp/TestSandbox-XXXXXX"));
    const QString copy = folder.filePath(QStringLiteral("TestSandbox"));
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), copy));
    QVERIFY(QFile::setPermissions(folder.path(), forAll) && QFile::setPermissions(copy, forAll));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(QStringLiteral("/usr/bin/setpriv"),
                  {QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups"),
                   copy, QStringLiteral("theCheckPasses"), QStringLiteral("whatMustFailFails:forks for ever"),
                   QStringLiteral("nothingStaysBehind"), QStringLiteral("cancelEndsTheProgram"),
                   QStringLiteral("rootIsDropped")});
    QVERIFY(process.waitForFinished(100000));
    const QByteArray said = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
    if (said.contains("SKIP   : TestSandbox::initTestCase"))
        QSKIP("Nobody may not make namespaces here.");
    QVERIFY2(said.contains("PASS   : TestSandbox::theCheckPasses()"), said.constData());
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "TestSandbox.moc"
