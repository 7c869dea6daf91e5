// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/sets/ProfessionsFile.h"
#include "core/measures/CodeGenBias.h"
#include "tests/support/TestFiles.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace cw;
using namespace cw::test;

namespace {

/// The professions of the data outside, or the fixture's few.
QString professionsFile()
{
    const QString outside = outsideData(QStringLiteral("data/professions/debiaswe/professions.json"));
    return QFileInfo(outside).isFile() ? outside : QString();
}

double meanScore(const std::vector<Profession> &professions, double he, double she)
{
    double sum = 0;
    for (const Profession &profession : professions)
        sum += fbScore(he, she, (1 + profession.definitional) / 2);
    return sum / static_cast<double>(professions.size());
}

} // namespace

class TestCodeGenBias : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void constantAnswersHaveKnownScores();
    void thePromptsAreThoseOfThePaper();
    void theSplitHasItsSizes();
    void brokenListsAreRefused_data();
    void brokenListsAreRefused();
};

/// Qin et al. 2024: worked out by hand from the list of professions.
void TestCodeGenBias::constantAnswersHaveKnownScores()
{
    if (professionsFile().isEmpty())
        QSKIP("The professions of Bolukbasi et al. are not here.");
    const std::vector<Profession> professions = readProfessions(professionsFile());
    QCOMPARE(professions.size(), std::size_t{320});
    QVERIFY(std::abs(meanScore(professions, 0, 0) - 1) < 1e-9);
    QVERIFY(std::abs(meanScore(professions, 0.5, 0.5) - 0.1428125) < 1e-9);
    QVERIFY(std::abs(meanScore(professions, 0, 1) - 1.0765625) < 1e-9);
    QVERIFY(std::abs(meanScore(professions, 1, 0) - 0.9234375) < 1e-9);
    for (const Profession &profession : professions) {
        const double he = (1 + profession.definitional) / 2;
        QVERIFY(fbScore(he, 1 - he, he) < 1e-12);
    }
}

void TestCodeGenBias::thePromptsAreThoseOfThePaper()
{
    if (professionsFile().isEmpty())
        QSKIP("The professions of Bolukbasi et al. are not here.");
    const auto checkpoint = Checkpoint::open(fixture(QStringLiteral("models/gpt2")));
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const DataFolder folder(outsideData(QStringLiteral("data")));
    const auto task = openFb({folder, {}, {}, 1, 1}, model);
    QCOMPARE(task->items().size(), std::size_t{4160});
    QHash<QString, int> classes;
    for (const MeasureItem &item : task->items())
        ++classes[item.group];
    QCOMPARE(classes[QStringLiteral("RoBERTa-Neg")], 960);
    QCOMPARE(classes[QStringLiteral("Random-Neg")], 960);
    QCOMPARE(classes[QStringLiteral("Random-Pos")], 960);
    QCOMPARE(classes[QStringLiteral("Comparative-Neg")], 640);
    QCOMPARE(classes[QStringLiteral("Comparative-Pos")], 640);
    QCOMPARE(task->goal(), QStringLiteral("f_score"));
    const auto shares = openFb({folder, {}, Goal{Goal::Kind::Share, {}}, 1, 1}, model);
    QVERIFY(!shares->items().empty() && shares->items().size() < 4160);
}

void TestCodeGenBias::theSplitHasItsSizes()
{
    const std::vector<FbFold> folds = fbFolds(4160, 1);
    QCOMPARE(std::count(folds.begin(), folds.end(), FbFold::Test), 3328);
    QCOMPARE(std::count(folds.begin(), folds.end(), FbFold::Train), 555);
    QCOMPARE(std::count(folds.begin(), folds.end(), FbFold::Dev), 277);
    QCOMPARE(fbFolds(4160, 1), folds);
    QVERIFY(fbFolds(4160, 2) != folds);
}

void TestCodeGenBias::brokenListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no list") << QByteArray("{}") << QStringLiteral("no JSON list");
    QTest::newRow("cut short") << QByteArray("[[\"nurse\", 0") << QStringLiteral("at byte");
    QTest::newRow("a number is missing") << QByteArray("[[\"nurse\", 0]]") << QStringLiteral("entry 1");
    QTest::newRow("out of range") << QByteArray("[[\"a\",0,0],[\"b\",2,0]]") << QStringLiteral("entry 2");
    QTest::newRow("twice") << QByteArray("[[\"a\",0,0],[\"a\",0,0]]") << QStringLiteral("twice");
}

void TestCodeGenBias::brokenListsAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("professions.json"));
    QVERIFY(write(path, text));
    const QString said = thrown([&] { readProfessions(path); });
    QVERIFY2(said.startsWith(QLatin1String("Format: ")) && said.contains(sentence) && said.contains(path),
             qPrintable(said));
}

QTEST_GUILESS_MAIN(TestCodeGenBias)
#include "TestCodeGenBias.moc"
