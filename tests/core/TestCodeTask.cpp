// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/engine/Monitor.h"
#include "core/measures/CodeTask.h"
#include "core/measures/HumanEval.h"
#include "core/measures/Mbpp.h"
#include "core/measures/MeasureModel.h"
#include "core/measures/PassAtK.h"
#include "tests/support/TestFiles.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

MeasureModel modelIn(const QString &folder)
{
    const auto checkpoint = Checkpoint::open(folder);
    return MeasureModel(checkpoint, checkpoint->model({}));
}

int passed(const CodeProblem &problem, const QStringList &written)
{
    SilentMonitor silent;
    return countPassed(problem, written, Sandbox(), silent);
}

/// A problem that any text solves in which the condition holds: it stands between quotes in the program.
CodeProblem textProblem(const QString &id, const QString &condition)
{
    return {id, id, QStringLiteral("The nurse said that"), QStringLiteral("text = r'''"),
            QStringLiteral("'''[:-1]\nassert ") + condition};
}

CodeWriting writing(int samples)
{
    CodeWriting writing;
    writing.samples = samples;
    writing.most = 12;
    return writing;
}

QStringList written(const CodeWriting &writing)
{
    SilentMonitor silent;
    return writeCode(modelIn(demoModel()), QStringLiteral("The nurse said that"), writing, silent);
}

bool areSame(const ItemOutcome &a, const ItemOutcome &b)
{
    return a.values.size() == b.values.size() &&
           std::memcmp(a.values.data(), b.values.data(), sizeof(float) * a.values.size()) == 0;
}

/// Stops the work when it has gone so far.
class StopsAt final : public Monitor {
public:
    explicit StopsAt(std::int64_t share) : m_share(share) {}
    void stage(const char *) override {}
    void step(std::int64_t done, std::int64_t total) override
    {
        if (done * 100 >= m_share * total)
            throw Error(Error::Kind::Cancelled, "stopped");
    }

private:
    std::int64_t m_share;
};

} // namespace

class TestCodeTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void solutionsPassAndOthersFail();
    void mbppPromptsShowThreeTasks();
    void oneSampleIsTheLikeliestText();
    void samplesAreThoseOfTheirSeeds();
    void textsEndBeforeAStop();
    void whatPassesIsCounted();
    void theOrderChangesNothing();
    void aLongPromptIsLeftOut();
    void cancelStopsAtOnce();
    void measuresRunFromTheirFiles_data();
    void measuresRunFromTheirFiles();
    void badSetsAreRefused();
};

void TestCodeTask::initTestCase()
{
    try {
        passed(textProblem(QStringLiteral("a"), QStringLiteral("True")), {QString()});
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Unsupported);
        QSKIP(error.what());
    }
}

void TestCodeTask::solutionsPassAndOthersFail()
{
    for (const HumanEvalTask &task : readHumanEval(fixture(QStringLiteral("sets/humaneval/HumanEval.jsonl")))) {
        const CodeProblem problem = humanEvalProblem(task);
        QCOMPARE(passed(problem, {task.solution}), 1);
        QCOMPARE(passed(problem, {QStringLiteral("    return None\n"), QString(), QStringLiteral("  )"),
                                  QStringLiteral("    exit()\n"), QStringLiteral("    import os\n    os._exit(0)\n")}),
                 0);
        QCOMPARE(passed(problem, {QStringLiteral("    pass\n"), task.solution, task.solution}), 2);
    }
    for (const MbppTask &task : readMbpp(fixture(QStringLiteral("sets/mbpp/mbpp.jsonl")))) {
        QCOMPARE(passed(mbppProblem(task, {}), {task.code}), 1);
        QCOMPARE(passed(mbppProblem(task, {}), {QStringLiteral("def add(a, b):\n  return 0"), QString()}), 0);
    }
}

void TestCodeTask::mbppPromptsShowThreeTasks()
{
    const std::vector<MbppTask> tasks = readMbpp(fixture(QStringLiteral("sets/mbpp/mbpp.jsonl")));
    const QString prompt = mbppProblem(tasks[4], {tasks[1], tasks[2], tasks[3]}).prompt;
    QCOMPARE(prompt.count(QStringLiteral("[BEGIN]\n")), 4);
    QCOMPARE(prompt.count(QStringLiteral("\n[DONE]\n")), 3);
    QVERIFY(prompt.contains(QStringLiteral("here is your task: Add two. Your code should pass these tests:\n\nassert "
                                           "add(1, 2) == 3\n[BEGIN]\ndef add(a, b):\n  return a + b\n[DONE]\n")));
    QVERIFY(prompt.endsWith(QStringLiteral("assert words('a b') == 2\nassert words('') == 0\n[BEGIN]\n")));
    QVERIFY(!prompt.contains(tasks[4].code));
}

void TestCodeTask::oneSampleIsTheLikeliestText()
{
    CodeWriting other = writing(1);
    other.seed = 99;
    QCOMPARE(written(other), written(writing(1)));
    QVERIFY(!written(other).constFirst().isEmpty());
}

void TestCodeTask::samplesAreThoseOfTheirSeeds()
{
    const QStringList five = written(writing(5));
    QCOMPARE(QSet<QString>(five.begin(), five.end()).size() > 1, true);
    CodeWriting later = writing(2);
    later.seed += 3;
    QCOMPARE(written(later), five.mid(3));
}

void TestCodeTask::textsEndBeforeAStop()
{
    const QString whole = written(writing(1)).constFirst();
    CodeWriting stopped = writing(1);
    stopped.stops << whole.mid(whole.size() / 2, 3);
    QCOMPARE(written(stopped).constFirst(), whole.left(whole.indexOf(stopped.stops.constFirst())));
}

void TestCodeTask::whatPassesIsCounted()
{
    const QString condition = QStringLiteral("sum(map(ord, text)) % 2 == 0");
    const CodeTask task({textProblem(QStringLiteral("all"), QStringLiteral("True")),
                         textProblem(QStringLiteral("none"), QStringLiteral("False")),
                         textProblem(QStringLiteral("even"), condition)},
                        writing(12), Sandbox());
    const MeasureModel model = modelIn(demoModel());
    SilentMonitor silent;

    QCOMPARE(task.items()[2].clusters, QStringList{QStringLiteral("even")});
    QCOMPARE(task.run(0, model, silent).size(), std::size_t{1});
    QCOMPARE(task.run(0, model, silent)[0].values, (std::vector<float>{12, 12, 1, 1}));
    QCOMPARE(task.run(1, model, silent)[0].values, (std::vector<float>{12, 0, 0, 0}));
    const std::vector<float> even = task.run(2, model, silent)[0].values;
    const int c = static_cast<int>(even[1]);
    QVERIFY(c > 0 && c < 12);
    QCOMPARE(even[2], static_cast<float>(c) / 12);
    QCOMPARE(even[3], static_cast<float>(passAtK(12, c, 10)));
    const CodeTask few({textProblem(QStringLiteral("all"), QStringLiteral("True"))}, writing(9), Sandbox());
    QVERIFY(std::isnan(few.run(0, model, silent)[0].values[3]));
}

void TestCodeTask::theOrderChangesNothing()
{
    const CodeProblem a = textProblem(QStringLiteral("a"), QStringLiteral("sum(map(ord, text)) % 3 == 0"));
    const CodeProblem b = textProblem(QStringLiteral("b"), QStringLiteral("sum(map(ord, text)) % 3 == 0"));
    const CodeTask both({a, b}, writing(10), Sandbox());
    const CodeTask turned({b, a}, writing(10), Sandbox());
    CodeTask one({a, b}, writing(10), Sandbox());
    one.keep({1});
    const MeasureModel model = modelIn(demoModel());
    SilentMonitor silent;
    const ItemOutcome ofB = both.run(1, model, silent)[0];
    QVERIFY(areSame(both.run(0, model, silent)[0], turned.run(1, model, silent)[0]));
    QVERIFY(areSame(ofB, turned.run(0, model, silent)[0]));
    QVERIFY(areSame(ofB, one.run(0, model, silent)[0]));
}

void TestCodeTask::aLongPromptIsLeftOut()
{
    CodeProblem problem = textProblem(QStringLiteral("long"), QStringLiteral("True"));
    problem.prompt = QStringLiteral("nurse ").repeated(600);
    SilentMonitor silent;
    const ItemOutcome outcome = CodeTask({problem}, writing(2), Sandbox()).run(0, modelIn(demoModel()), silent)[0];
    QVERIFY(outcome.leftOut && outcome.values.empty());
    const QString said = QString::fromUtf8(outcome.leftOut->what());
    QVERIFY2(said.contains(QStringLiteral("tokens leaves no room in the model's context of 512.")), qPrintable(said));
}

void TestCodeTask::cancelStopsAtOnce()
{
    CodeProblem problem = textProblem(QStringLiteral("slow"), QStringLiteral("True\nwhile True:\n    pass"));
    const CodeTask task({problem}, writing(1), Sandbox());
    const MeasureModel model = modelIn(demoModel());
    for (const int share : {20, 92}) { // while it is written, while it runs
        StopsAt monitor(share);
        QElapsedTimer time;
        time.start();
        QCOMPARE(thrown([&] { task.run(0, model, monitor); }), QStringLiteral("Cancelled: stopped"));
        QVERIFY(time.elapsed() < 5000);
    }
}

void TestCodeTask::measuresRunFromTheirFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("humaneval") << QStringLiteral("humaneval")
                               << QStringList{QStringLiteral("HumanEval/0"), QStringLiteral("HumanEval/1"),
                                              QStringLiteral("HumanEval/2")};
    QTest::newRow("mbpp") << QStringLiteral("mbpp")
                          << QStringList{QStringLiteral("MBPP/11"), QStringLiteral("MBPP/12")};
}

void TestCodeTask::measuresRunFromTheirFiles()
{
    QFETCH(QString, name);
    QFETCH(QStringList, ids);
    const MeasureModel model = modelIn(demoModel());
    const DataFolder folder(fixture(QStringLiteral("sets")));
    const Measure &measure = *measureNamed(name);
    const auto task = measure.open({folder, {}, {}, 1, 1}, model);
    SilentMonitor silent;
    ItemTable table;
    table.columns.resize(measure.info.columns.size());
    QStringList found;
    for (std::size_t i = 0; i < task->items().size(); ++i) {
        found << task->items()[i].id;
        const std::vector<float> values = task->run(i, model, silent)[0].values;
        QCOMPARE(values.size(), table.columns.size());
        for (std::size_t column = 0; column < values.size(); ++column)
            table.columns[column].push_back(values[column]);
    }
    QCOMPARE(found, ids);
    // The demo model has never seen such a task.
    const std::vector<double> weights(table.size(), 1.0);
    QCOMPARE(measure.info.numbers[0].statistic(table, weights), 0.0);
    table.columns[2][0] = 1;
    QCOMPARE(measure.info.numbers[0].statistic(table, weights), 100.0 / static_cast<double>(ids.size()));
    QVERIFY(std::isnan(measure.info.numbers[1].statistic(table, weights)));
}

void TestCodeTask::badSetsAreRefused()
{
    QTemporaryDir dir;
    const DataFolder folder(dir.path());
    const MeasureModel model = modelIn(demoModel());
    const auto opened = [&](const char *name) {
        return thrown([&] { measureNamed(QString::fromLatin1(name))->open({folder, {}, {}, 1, 1}, model); });
    };
    QVERIFY(opened("humaneval").startsWith(QStringLiteral("File: ")));
    QVERIFY(opened("mbpp").startsWith(QStringLiteral("File: ")));
    const QByteArray first = read(fixture(QStringLiteral("sets/mbpp/mbpp.jsonl"))).split('\n').first();
    QVERIFY(write(dir.filePath(QStringLiteral("mbpp.jsonl")), first));
    QVERIFY(opened("mbpp").contains(QStringLiteral("lacks the tasks 2, 3 and 4")));
    const MeasureModel masked = modelIn(fixture(QStringLiteral("models/bert")));
    QVERIFY(thrown([&] {
                measureNamed(QStringLiteral("humaneval"))->open({folder, {}, {}, 1, 1}, masked);
            }).startsWith(QStringLiteral("Unsupported: ")));
    // The sanitized file stands in where the full one is missing, under names of its own.
    QVERIFY(QFile::remove(dir.filePath(QStringLiteral("mbpp.jsonl"))) &&
            QDir(dir.path()).mkdir(QStringLiteral("mbpp")));
    QVERIFY(QFile::copy(fixture(QStringLiteral("sets/mbpp/sanitized-mbpp.json")),
                        dir.filePath(QStringLiteral("mbpp/sanitized-mbpp.json"))));
    const auto task = measureNamed(QStringLiteral("mbpp"))->open({folder, {}, {}, 1, 1}, model);
    QCOMPARE(task->items().size(), std::size_t{2});
    QCOMPARE(task->items()[1].id, QStringLiteral("MBPP-sanitized/13"));
}

QTEST_GUILESS_MAIN(TestCodeTask)
#include "TestCodeTask.moc"
