// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/FamilyReader.h"
#include "tests/support/TestFiles.h"
#include "tests/support/Traced.h"

#include <QDir>
#include <QtTest>
#include <set>

using namespace cw;
using namespace cw::test;

/// Every family of checkpoints: that it is tried, traced, and refused where its config makes no sense. TestForward
/// compares its numbers.
class TestFamilies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFamilyHasATriedCheckpoint();
    void theSweepEqualsTheLoop_data();
    void theSweepEqualsTheLoop();
};

void TestFamilies::everyFamilyHasATriedCheckpoint()
{
    std::set<std::string> tried;
    const QDir models(fixture(QStringLiteral("models")));
    for (const QString &name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        tried.insert(Checkpoint::open(models.filePath(name))->spec().family);
    for (const Family &family : families())
        QVERIFY2(tried.count(family.modelType) > 0, family.modelType);
}

void TestFamilies::theSweepEqualsTheLoop_data()
{
    QTest::addColumn<QString>("folder");
    const QDir models(fixture(QStringLiteral("models")));
    for (const QString &name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << models.filePath(name);
}

void TestFamilies::theSweepEqualsTheLoop()
{
    QFETCH(QString, folder);
    const auto model = Checkpoint::open(folder)->model({});
    TraceInput input;
    input.ids = {4, 9, 23, 41, 17, 60, 3, 12};
    input.subjectBegin = 1;
    input.subjectEnd = 3;
    input.targets = {{7}, {11}};
    input.samples = 2;
    input.sigma = 0.5;
    input.readAt = model->spec().masked ? 5 : -1;
    const TraceResult exact = traced(model, input, TraceMethod::Exact);
    const TraceResult loop = traced(model, input, TraceMethod::Loop);
    QVERIFY(exact.isComplete());
    QVERIFY(exact.base.restoreAllError <= 1e-5 && exact.base.restoreNothingError <= 1e-5 &&
            exact.base.beforeSubjectError <= 1e-5);
    const double largest = largestDifference(exact, loop);
    QVERIFY2(largest <= 1e-5, qPrintable(QString::number(largest)));
}

QTEST_GUILESS_MAIN(TestFamilies)
#include "TestFamilies.moc"
