// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DemoExam.h"
#include "tests/support/TestFiles.h"

#include <QTest>

using namespace cw;

/// The model that comes with the program.
class TestDemoModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itIsSmallAndWhole();
    void itsFoldsAreThoseOfTheGrammar();
    void itMeetsWhatItsCardSays_data();
    void itMeetsWhatItsCardSays();

private:
    QString m_folder;
    std::unique_ptr<DemoGrammar> m_grammar;
    DemoFolds m_folds;
};

void TestDemoModel::initTestCase()
{
    const QString resources = qEnvironmentVariable("CW_TEST_RESOURCES");
    m_folder = resources + QStringLiteral("/demo-model");
    m_grammar = std::make_unique<DemoGrammar>(readOccupations(resources + QStringLiteral("/occupations.csv")), 1);
    m_folds = demoFolds(*m_grammar, 1);
}

void TestDemoModel::itIsSmallAndWhole()
{
    qint64 bytes = 0;
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        bytes += file.size();
    QCOMPARE(files.size(), 6);
    QVERIFY(bytes <= 6'000'000);
    const auto checkpoint = Checkpoint::open(m_folder);
    QVERIFY(checkpoint->parameterCount() >= 1'000'000 && checkpoint->parameterCount() <= 3'000'000);
    QCOMPARE(checkpoint->spec().context, 512);
    QCOMPARE(checkpoint->storageType(), QStringLiteral("fp16"));
}

void TestDemoModel::itsFoldsAreThoseOfTheGrammar()
{
    QCOMPARE(test::read(m_folder + QStringLiteral("/folds.json")), foldsJson(m_folds, *m_grammar));
}

void TestDemoModel::itMeetsWhatItsCardSays_data()
{
    QTest::addColumn<int>("part");
    QTest::newRow("texts") << 0;
    QTest::newRow("answers") << 1;
    QTest::newRow("traces") << 2;
}

void TestDemoModel::itMeetsWhatItsCardSays()
{
    QFETCH(int, part);
    const QString card = QString::fromUtf8(test::read(m_folder + QStringLiteral("/README.md")));
    const auto checkpoint = Checkpoint::open(m_folder);
    const DemoPatient patient{checkpoint->model({}), checkpoint->tokenizer(), *m_grammar, m_folds};
    SilentMonitor silent;
    const auto examine = std::vector{examineTexts, examineAnswers, examineTraces}[static_cast<std::size_t>(part)];
    for (const DemoLine &line : examine(patient, silent)) {
        QVERIFY2(line.isMet(), qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(line.key)).arg(line.value)));
        QVERIFY2(card.contains(QLatin1String(line.text)), line.text);
    }
}

QTEST_APPLESS_MAIN(TestDemoModel)
#include "TestDemoModel.moc"
