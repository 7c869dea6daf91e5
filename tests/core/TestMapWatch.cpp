// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/HashJob.h"
#include "core/jobs/LoadModelJob.h"
#include "tests/support/CheckpointCopy.h"

#include <QSaveFile>
#include <QTest>
#include <algorithm>

using namespace cw;
using namespace cw::test;

namespace {

QString changed(const QString &path)
{
    return QStringLiteral("File: %1 has been written to since it was opened, so what is computed of it may be wrong. "
                          "Open it again.")
        .arg(path);
}

/// How a job ends: empty when well.
template <class J> QString endOf(J &&job)
{
    SilentMonitor silent;
    return thrown([&] { valueOrThrow(job.runHere(silent)); });
}

} // namespace

class TestMapWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsCutOffReadsAsZeros();
    void otherNumbersInPlaceAreSeen();
    void aFileThatTookItsPlaceIsNoChange();
    void aJobOnAChangedModelFailsAndOpeningItAgainDoesNot();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestMapWatch::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("file"));
    QVERIFY(write(m_path, QByteArray(100000, 'x')));
}

void TestMapWatch::whatIsCutOffReadsAsZeros()
{
    auto map = MappedFile::open(m_path);
    QCOMPARE(thrown(requireUnchangedMaps), QString());
    QVERIFY(QFile::resize(m_path, 10));
    const auto count = [&map](uchar byte) { return std::count(map->data(), map->data() + map->size(), byte); };
    QCOMPARE(count('x'), 10);
    QCOMPARE(count(0), 99990);
    QCOMPARE(thrown(requireUnchangedMaps), changed(m_path));
    // It is over once nobody holds it, and the next map of the file is watched as well.
    map.reset();
    QCOMPARE(thrown(requireUnchangedMaps), QString());
    map = MappedFile::open(m_path);
    QCOMPARE(thrown(requireUnchangedMaps), QString());
    QVERIFY(QFile::resize(m_path, 0));
    QCOMPARE(thrown(requireUnchangedMaps), changed(m_path));
}

void TestMapWatch::otherNumbersInPlaceAreSeen()
{
    const auto map = MappedFile::open(m_path);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QVERIFY(file.seek(50000) && file.write("y") == 1);
    file.close();
    QCOMPARE(thrown(requireUnchangedMaps), changed(m_path));
}

void TestMapWatch::aFileThatTookItsPlaceIsNoChange()
{
    const auto map = MappedFile::open(m_path);
    QSaveFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("short") == 5 && file.commit());
    QCOMPARE(map->data()[99999], uchar('x'));
    QCOMPARE(thrown(requireUnchangedMaps), QString());
}

void TestMapWatch::aJobOnAChangedModelFailsAndOpeningItAgainDoesNot()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const QString weights = copy.file(QStringLiteral("model.safetensors"));
    const auto checkpoint = Checkpoint::open(copy.folder());
    QCOMPARE(endOf(HashJob(checkpoint)), QString());
    const QByteArray bytes = read(weights);
    QVERIFY(QFile::resize(weights, bytes.size() / 2));
    QCOMPARE(endOf(HashJob(checkpoint)), changed(weights));
    QVERIFY(write(weights, bytes));
    QCOMPARE(endOf(HashJob(checkpoint)), changed(weights));
    QCOMPARE(endOf(LoadModelJob(copy.folder(), QStringLiteral("cpu"), QStringLiteral("auto"))), QString());
    QCOMPARE(endOf(HashJob(Checkpoint::open(copy.folder()))), changed(weights)); // the old one is still open
}

QTEST_GUILESS_MAIN(TestMapWatch)
#include "TestMapWatch.moc"
