// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/sandbox/SandboxCheck.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

constexpr auto forAll = QFileDevice::ReadOther | QFileDevice::ExeOther | QFileDevice::ReadOwner |
                        QFileDevice::WriteOwner | QFileDevice::ExeOwner;

} // namespace

/// What stands in for bubblewrap and Python here lies in a folder of its own.
class TestSandboxRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsNamed();
    void aSandboxThatHoldsNothingIsRefused();
};

void TestSandboxRefusals::whatIsMissingIsNamed()
{
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), forAll));
    const auto said = [&] {
        return thrown([&] {
            SilentMonitor silent;
            checkSandbox(Sandbox({}, {folder.path()}), silent);
        });
    };
    QVERIFY2(said().startsWith(QStringLiteral("Unsupported: ")) &&
                 said().endsWith(QStringLiteral("package bubblewrap.")),
             qPrintable(said()));
    const QString bubblewrap = folder.filePath(QStringLiteral("bwrap"));
    QVERIFY(write(bubblewrap, "#!/bin/sh\necho bwrap: No permissions >&2\nexit 1\n"));
    QVERIFY(QFile::setPermissions(bubblewrap, forAll));
    QVERIFY2(said().startsWith(QStringLiteral("Unsupported: ")) && said().endsWith(QStringLiteral("package python3.")),
             qPrintable(said()));
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/python3"), folder.filePath(QStringLiteral("python3"))));
    QVERIFY2(said().startsWith(QStringLiteral("Unsupported: ")) &&
                 said().contains(QStringLiteral("does not start here: bwrap: No permissions User namespaces")),
             qPrintable(said()));
}

/// A bubblewrap that lets the program through is found out.
void TestSandboxRefusals::aSandboxThatHoldsNothingIsRefused()
{
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), forAll));
    const QString bubblewrap = folder.filePath(QStringLiteral("bwrap"));
    QVERIFY(write(bubblewrap, "#!/bin/sh\nwhile [ \"$1\" != -s ]; do shift; done\nexec /usr/bin/python3 \"$@\"\n"));
    QVERIFY(QFile::setPermissions(bubblewrap, forAll));
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/python3"), folder.filePath(QStringLiteral("python3"))));
    const QString said = thrown([&] {
        SilentMonitor silent;
        checkSandbox(Sandbox({}, {folder.path()}), silent);
    });
    QVERIFY2(said.startsWith(QStringLiteral("Unsupported: A program in the sandbox can reach the network here")),
             qPrintable(said));
}

QTEST_GUILESS_MAIN(TestSandboxRefusals)
#include "TestSandboxRefusals.moc"
