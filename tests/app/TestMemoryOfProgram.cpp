// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/BigCheckpoint.h"
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"

#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cw::test;

namespace {

constexpr qint64 megabyte = 1000000;

/// The most memory that a process had at a time, as the system counts it; 0 where it has ended.
qint64 highWaterOf(pid_t process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong() * 1024;
    return 0;
}

/// The most memory that the program had at a time until it answered; -1 where it failed. What it takes while it ends is
/// no matter of a model: a libtorch with CUDA unloads itself with 100 MB more than it ever had before.
qint64 peakOf(const QStringList &arguments)
{
    std::vector<QByteArray> words{qgetenv("CW_PROGRAM")};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    int answer[2];
    if (::pipe2(answer, O_CLOEXEC) != 0)
        return -1;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, answer[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(answer[1]);
    char text[4096];
    qint64 answered = 0;
    while (failed == 0 && ::read(answer[0], text, sizeof text) > 0)
        answered = answered > 0 ? answered : highWaterOf(child);
    ::close(answer[0]);
    int status = 0;
    rusage used = {};
    if (failed != 0 || ::wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return -1;
    return answered > 0 ? answered : used.ru_maxrss * 1024;
}

/// The middle of three, as the memory of a program with threads is never twice the same.
qint64 usualPeakOf(const QStringList &arguments)
{
    qint64 peaks[] = {peakOf(arguments), peakOf(arguments), peakOf(arguments)};
    std::sort(std::begin(peaks), std::end(peaks));
    return peaks[1];
}

qint64 onDisk(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? qint64{status.st_blocks} * 512 : 0;
}

QString words(int count)
{
    const QStringList known{QStringLiteral("the"), QStringLiteral("nurse"), QStringLiteral("said"),
                            QStringLiteral("that"), QStringLiteral("judge")};
    QStringList text;
    for (int i = 0; i < count; ++i)
        text << known[i % known.size()];
    return text.join(u' ');
}

} // namespace

/// Starts the program on checkpoints of real sizes and asks the system how much memory it had.
class TestMemoryOfProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLargeCheckpointOpensWithoutBeingRead();
    void theForecastIsRight_data();
    void theForecastIsRight();
    void whatCannotFitIsRefused();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    qint64 m_idle = 0; ///< of the program without a model
};

void TestMemoryOfProgram::initTestCase()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("Sanitizers take memory of their own.");
#endif
    m_idle = usualPeakOf({QStringLiteral("info"), QStringLiteral("--families")});
    QVERIFY(m_idle > 0);
}

void TestMemoryOfProgram::aLargeCheckpointOpensWithoutBeingRead()
{
    const QString folder = path(QStringLiteral("llama-7b"));
    const BigCheckpoint big = BigCheckpoint::named(QStringLiteral("llama-7b"));
    if (!big.write(folder, BigCheckpoint::Fill::Holes, 5000 * megabyte) ||
        onDisk(folder + QStringLiteral("/model-00001-of-00003.safetensors")) > 100 * megabyte)
        QSKIP("The disk has no sparse files.");
    QVERIFY(big.bytes() > 13000 * megabyte);
    const qint64 more = peakOf({QStringLiteral("info"), folder}) - m_idle;
    QVERIFY2(more < 300 * megabyte, qPrintable(QString::number(more)));
}

void TestMemoryOfProgram::theForecastIsRight_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("gpt2") << QStringLiteral("fp32");
    QTest::newRow("gpt2-fp16") << QStringLiteral("fp32");
    QTest::newRow("llama-500m") << QStringLiteral("fp32");
    QTest::newRow("llama-500m in bf16") << QStringLiteral("bf16");
}

void TestMemoryOfProgram::theForecastIsRight()
{
    QFETCH(QString, type);
    const QString shape = QString::fromUtf8(QTest::currentDataTag()).section(u' ', 0, 0);
    const QString folder = path(shape);
    const BigCheckpoint big = BigCheckpoint::named(shape);
    if (!QFileInfo::exists(folder)) {
        if (QStorageInfo(m_folder.path()).bytesAvailable() < 2 * big.bytes())
            QSKIP("The disk has no room for the checkpoint.");
        QVERIFY(big.write(folder, BigCheckpoint::Fill::Random));
    }
    const QStringList options{QStringLiteral("--dtype"), type, QStringLiteral("--device"), QStringLiteral("cpu")};
    const Answer info = ask(QStringList{QStringLiteral("info"), folder, QStringLiteral("--json")} + options);
    const QJsonObject memory = info.json()[QLatin1String("memory")].toObject();
    const qint64 forecast = memory[QLatin1String("total")].toInteger();
    QVERIFY2(forecast > big.bytes(), info.err);
    if (memory[QLatin1String("free")].toInteger() < 2 * forecast)
        QSKIP("The machine has no room for the model.");
    const qint64 peak = usualPeakOf(QStringList{QStringLiteral("predict"), folder, words(256)} + options);
    QVERIFY(peak > 0);
    const double ratio = static_cast<double>(forecast) / static_cast<double>(peak - m_idle);
    QVERIFY2(std::abs(ratio - 1) < 0.15, qPrintable(QString::number(ratio)));
}

void TestMemoryOfProgram::whatCannotFitIsRefused()
{
    const QString folder = path(QStringLiteral("gpt2-vast"));
    if (!BigCheckpoint::named(QStringLiteral("gpt2-vast")).write(folder, BigCheckpoint::Fill::Holes) ||
        onDisk(folder + QStringLiteral("/model.safetensors")) > 100 * megabyte)
        QSKIP("The disk has no sparse files of such a size.");
    const Answer predicted = ask({QStringLiteral("predict"), folder, words(256), QStringLiteral("--json")});
    QCOMPARE(predicted.code, 1);
    const QByteArray last = predicted.err.trimmed().split('\n').last();
    const QJsonObject error = QJsonDocument::fromJson(last).object()[QLatin1String("error")].toObject();
    QCOMPARE(error[QLatin1String("kind")].toString(), QStringLiteral("Memory"));
    QVERIFY2(predicted.err.contains("256 tokens need"), predicted.err);
    const Answer traced =
        ask({QStringLiteral("trace"), folder, QStringLiteral("--prompt"), words(200), QStringLiteral("--subject"),
             QStringLiteral("nurse"), QStringLiteral("--targets"), QStringLiteral(" the, that"),
             QStringLiteral("--samples"), QStringLiteral("1000"), QStringLiteral("--noise"), QStringLiteral("0.5")});
    QCOMPARE(traced.code, 1);
    QVERIFY2(traced.err.contains("A trace of 200 tokens"), traced.err);
}

QTEST_GUILESS_MAIN(TestMemoryOfProgram)
#include "TestMemoryOfProgram.moc"
