// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FreeMemory.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <QTest>
#include <limits>

using namespace cw;
using namespace cw::test;

namespace {

constexpr std::int64_t megabyte = std::int64_t{1} << 20;

} // namespace

/// What a program may still take, by files as the system writes them.
class TestFreeMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root.emplace(); }
    void thisMachineHasSome();
    void theSystemsWordCounts();
    void aGroupMayAllowLess();
    void aGroupsParentMayAllowLess();
    void groupsOfTheFirstVersionCount();
    void filesInMemoryAreNotInTheWay();
    void nothingKnownIsNoLimit();
    void brokenFilesAreNoLimit();
    void thereIsNoDeviceWithoutCuda();

private:
    void put(const char *path, const QByteArray &text) const;
    std::int64_t free() const { return freeMemory(m_root->path().toStdString()); }

    std::optional<QTemporaryDir> m_root;
};

void TestFreeMemory::put(const char *path, const QByteArray &text) const
{
    const QString file = m_root->filePath(QLatin1String(path));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(write(file, text));
}

void TestFreeMemory::thisMachineHasSome()
{
    const std::int64_t free = freeMemory();
    QVERIFY(free > megabyte && free < std::int64_t{1} << 50);
}

void TestFreeMemory::theSystemsWordCounts()
{
    put("proc/meminfo", "MemTotal:       24684 kB\nMemFree:  100 kB\nMemAvailable:    2048 kB\n");
    QCOMPARE(free(), 2 * megabyte);
}

void TestFreeMemory::aGroupMayAllowLess()
{
    put("proc/meminfo", "MemAvailable:    4096 kB\n");
    put("proc/self/cgroup", "0::/a/b\n");
    put("sys/fs/cgroup/a/b/memory.max", "2097152\n");
    put("sys/fs/cgroup/a/b/memory.current", "1048576\n");
    QCOMPARE(free(), megabyte);
    put("sys/fs/cgroup/a/b/memory.max", "max\n");
    QCOMPARE(free(), 4 * megabyte);
    put("sys/fs/cgroup/a/b/memory.max", "1000\n");
    QCOMPARE(free(), 0);
}

void TestFreeMemory::aGroupsParentMayAllowLess()
{
    put("proc/meminfo", "MemAvailable:    4096 kB\n");
    put("proc/self/cgroup", "0::/a/b\n");
    put("sys/fs/cgroup/a/memory.max", "2097152\n");
    put("sys/fs/cgroup/a/memory.current", "0\n");
    QCOMPARE(free(), 2 * megabyte);
    put("proc/self/cgroup", "0::/elsewhere\n"); // as a container sees it
    put("sys/fs/cgroup/memory.max", "1048576\n");
    put("sys/fs/cgroup/memory.current", "0\n");
    QCOMPARE(free(), megabyte);
}

void TestFreeMemory::groupsOfTheFirstVersionCount()
{
    put("proc/meminfo", "MemAvailable:    4096 kB\n");
    put("proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/job\n");
    put("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "3145728\n");
    put("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "1048576\n");
    put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    put("sys/fs/cgroup/memory/memory.usage_in_bytes", "1048576\n");
    QCOMPARE(free(), 2 * megabyte);
}

void TestFreeMemory::filesInMemoryAreNotInTheWay()
{
    put("proc/meminfo", "MemAvailable:    4096 kB\n");
    put("proc/self/cgroup", "0::/\n");
    put("sys/fs/cgroup/memory.max", "2097152\n");
    put("sys/fs/cgroup/memory.current", "2097152\n");
    put("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 1048576\n");
    QCOMPARE(free(), megabyte);
}

void TestFreeMemory::nothingKnownIsNoLimit()
{
    QCOMPARE(free(), std::numeric_limits<std::int64_t>::max());
}

void TestFreeMemory::brokenFilesAreNoLimit()
{
    put("proc/meminfo", "MemAvailable: much\n");
    put("proc/self/cgroup", "nonsense\n::\n0:x\n1:memory:\n0::../../..\n");
    put("sys/fs/cgroup/memory.max", QByteArray(10000, 'x'));
    QCOMPARE(free(), std::numeric_limits<std::int64_t>::max());
}

void TestFreeMemory::thereIsNoDeviceWithoutCuda()
{
    QVERIFY(!freeDeviceMemory(c10::Device(c10::kCPU)));
}

QTEST_GUILESS_MAIN(TestFreeMemory)
#include "TestFreeMemory.moc"
