// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Project.h"
#include "tests/support/Program.h"
#include "tests/support/SlowCheckpoint.h"
#include "tests/support/TraceJson.h"

#include <QTest>
#include <algorithm>
#include <csignal>

using namespace cw;
using namespace cw::test;

/// Stops the program in the middle of a trace, politely and not, and looks at what is left.
class TestInterrupted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledTraceIsGoneOnWith();
    void controlCKeepsWhatIsDone();
    void twoControlCsEndAtOnce();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QStringList slowTrace() const;
    qint64 measured(const QString &project) const;

    QTemporaryDir m_folder;
    SlowCheckpoint m_model;
    QJsonObject m_undisturbed;
};

QStringList TestInterrupted::slowTrace() const
{
    return {QStringLiteral("trace"),     m_model.folder(),
            QStringLiteral("--prompt"),  QStringLiteral("the kind nurse said that"),
            QStringLiteral("--subject"), QStringLiteral("nurse"),
            QStringLiteral("--targets"), QStringLiteral(" he, she"),
            QStringLiteral("--noise"),   QStringLiteral("0.5"),
            QStringLiteral("--samples"), QString::number(SlowCheckpoint::manySamples),
            QStringLiteral("--json")};
}

/// How many numbers of its first run a project holds, while another process may be writing it.
qint64 TestInterrupted::measured(const QString &project) const
{
    Project reader(path("data"));
    if (!QFileInfo::exists(project) || !reader.open(project))
        return 0;
    qint64 count = 0;
    for (const ArrayRecord &array : reader.arrays(1).value_or(QVector<ArrayRecord>())) {
        const std::vector<float> values = reader.values(array).value_or(std::vector<float>());
        count += std::count_if(values.begin(), values.end(), [](float value) { return !std::isnan(value); });
    }
    return count;
}

void TestInterrupted::initTestCase()
{
    const Answer answer = ask(slowTrace());
    QVERIFY2(answer.code == 0, answer.err);
    m_undisturbed = answer.json();
    QVERIFY(m_undisturbed[QLatin1String("complete")].toBool());
}

void TestInterrupted::aKilledTraceIsGoneOnWith()
{
    const QString file = path("killed.cwp");
    const QStringList arguments = slowTrace() << QStringLiteral("--project") << file;
    QProcess process;
    start(process, arguments);
    QTRY_VERIFY_WITH_TIMEOUT(measured(file) > 0, 60000);
    process.kill();
    const Answer killed = ended(process);
    QCOMPARE(killed.code, -1);
    const qint64 left = measured(file);
    QVERIFY(left > 0);
    const qint64 all = qint64{2} * 3 * SlowCheckpoint::manySamples * 5 * SlowCheckpoint::layers;
    QVERIFY2(left < all, "The trace had ended before it was killed.");

    const Answer again = ask(arguments);
    QVERIFY2(again.code == 0, again.err);
    QVERIFY(again.json()[QLatin1String("complete")].toBool());
    QVERIFY(difference(again.json(), m_undisturbed) <= 1e-6);
    QCOMPARE(measured(file), all);
    const Answer list = ask({QStringLiteral("project"), QStringLiteral("list"), file, QStringLiteral("--json")});
    QCOMPARE(list.json()[QLatin1String("runs")].toArray().size(), 1); // gone on with, not begun anew
}

void TestInterrupted::controlCKeepsWhatIsDone()
{
    const QString file = path("stopped.cwp");
    const QString numbers = path("stopped.json");
    QProcess process;
    start(process, slowTrace() << QStringLiteral("--project") << file << QStringLiteral("--out") << numbers);
    QTRY_VERIFY_WITH_TIMEOUT(measured(file) > 0, 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Answer answer = ended(process);
    QCOMPARE(answer.code, 130);
    const QJsonObject written = QJsonDocument::fromJson(read(numbers)).object();
    QCOMPARE(written[QLatin1String("complete")], QJsonValue(false));
    QVERIFY(written[QLatin1String("kinds")][QLatin1String("state")].isObject());
    const Answer list = ask({QStringLiteral("project"), QStringLiteral("list"), file, QStringLiteral("--json")});
    QCOMPARE(list.json()[QLatin1String("runs")][0][QLatin1String("state")].toString(), QStringLiteral("stopped"));
}

void TestInterrupted::twoControlCsEndAtOnce()
{
    const QString file = path("twice.cwp");
    QProcess process;
    start(process, slowTrace() << QStringLiteral("--project") << file);
    QTRY_VERIFY_WITH_TIMEOUT(measured(file) > 0, 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(ended(process).code != 0);
    QVERIFY(measured(file) > 0);
}

QTEST_GUILESS_MAIN(TestInterrupted)
#include "TestInterrupted.moc"
