// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/measures/HumanEval.h"
#include "core/measures/Mbpp.h"
#include "core/sandbox/Sandbox.h"
#include "tests/support/TestFiles.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// The official tasks with their official solutions: what fails here would be counted against every model.
class TestCodeSolutions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void humanEvalPasses();
    void mbppPasses();

private:
    QString m_folder = outsideData(QStringLiteral("data/code_ability"));
};

void TestCodeSolutions::initTestCase()
{
    if (m_folder.isEmpty() || !QDir(m_folder).exists())
        QSKIP("COUNTERWEIGHT_TEST_DATA names no folder with data/code_ability.");
    try {
        SilentMonitor silent;
        Sandbox().run(Sandbox::ending(), silent);
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Unsupported);
        QSKIP(error.what());
    }
}

void TestCodeSolutions::humanEvalPasses()
{
    SilentMonitor silent;
    QElapsedTimer time;
    time.start();
    QStringList failed;
    const std::vector<HumanEvalTask> tasks = readHumanEval(m_folder + QStringLiteral("/humaneval/HumanEval.jsonl.gz"));
    for (const HumanEvalTask &task : tasks)
        if (countPassed(humanEvalProblem(task), {task.solution}, Sandbox(), silent) != 1)
            failed << task.id;
    qInfo("%zu programs took %lld ms.", tasks.size(), time.elapsed());
    QCOMPARE(failed, QStringList());
    QCOMPARE(tasks.size(), std::size_t{164});
}

/// The first 20 of the test split; all where COUNTERWEIGHT_TEST_ALL is set.
void TestCodeSolutions::mbppPasses()
{
    SilentMonitor silent;
    const int most = qEnvironmentVariableIsSet("COUNTERWEIGHT_TEST_ALL") ? 500 : 20;
    int count = 0;
    QStringList failed;
    for (const MbppTask &task : readMbpp(m_folder + QStringLiteral("/mbpp/mbpp.jsonl"))) {
        if (!task.isTest() || count == most)
            continue;
        ++count;
        if (countPassed(mbppProblem(task, {}), {task.code}, Sandbox(), silent) != 1)
            failed << QString::number(task.id);
    }
    QCOMPARE(failed, QStringList());
    QCOMPARE(count, most);
}

QTEST_GUILESS_MAIN(TestCodeSolutions)
#include "TestCodeSolutions.moc"
