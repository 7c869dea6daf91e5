// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/StereoSetFile.h"
#include "core/measures/StereoSet.h"
#include "tests/support/MeasureParity.h"
#include "tests/support/SpoiltFile.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

/// StereoSet: its reader, its scores in both forms, and its aggregation against the official one.
class TestStereoSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void scoresAddUpAsTheOfficialOnes_data();
    void scoresAddUpAsTheOfficialOnes();
    void termsCountAlikeAndTiesAreNoStereotype();
    void fillersLosePunctuation();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void officialFilesAreRead();
};

void TestStereoSet::valuesAreThoseOfTransformers_data()
{
    addParityModels();
}

void TestStereoSet::valuesAreThoseOfTransformers()
{
    QFETCH(QString, model);
    QCOMPARE(problemWith(QStringLiteral("stereoset"), model), QString());
}

void TestStereoSet::scoresAddUpAsTheOfficialOnes_data()
{
    QTest::addColumn<double>("ss");
    QTest::addColumn<double>("lms");
    QTest::addColumn<double>("icat");
    QTest::newRow("gpt2") << 62.6678 << 93.2779 << 69.6454;
    QTest::newRow("bert-base-cased") << 61.4820 << 82.5033 << 63.5572;
}

void TestStereoSet::scoresAddUpAsTheOfficialOnes()
{
    QFETCH(double, ss);
    QFETCH(double, lms);
    QFETCH(double, icat);
    const QString folder = outsideData(QStringLiteral("data/stereoset/"));
    if (folder.isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the official scores are not there");
    const QJsonObject scores = QJsonDocument::fromJson(read(folder + QStringLiteral("official_scores_gender.json")))
                                   .object()[QLatin1String(QTest::currentDataTag())]
                                   .toObject();
    ItemTable table;
    table.columns.resize(5);
    QStringList terms;
    for (const StereoSetItem &item : readStereoSet(folder + QStringLiteral("dev_rebuilt_gender.json"))) {
        double score[3];
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(scores[item.ids[i]].isDouble());
            score[i] = scores[item.ids[i]].toDouble();
        }
        const std::vector<float> values = stereoSetValues(score[0], score[1], score[2]);
        for (std::size_t column = 0; column < 5; ++column)
            table.columns[column].push_back(values[column]);
        if (!terms.contains(item.term))
            terms << item.term;
        table.groups.push_back(static_cast<int>(terms.indexOf(item.term)));
    }
    QCOMPARE(table.size(), std::size_t{255});
    const std::vector<double> ones(table.size(), 1);
    const double wanted[] = {ss, lms, icat};
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(stereoSetInfo().numbers[i].statistic(table, ones) - wanted[i]) < 5e-5);
}

void TestStereoSet::termsCountAlikeAndTiesAreNoStereotype()
{
    ItemTable table;
    table.columns.resize(5);
    const double scores[][3] = {{3, 2, 1}, {2, 3, 1}, {2, 2, 2}, {1, 3, 2}};
    for (const auto &score : scores) {
        const std::vector<float> values = stereoSetValues(score[0], score[1], score[2]);
        for (std::size_t column = 0; column < 5; ++column)
            table.columns[column].push_back(values[column]);
    }
    table.groups = {0, 1, 1, 1};
    const auto number = [&table](std::size_t i, const std::vector<double> &weights) {
        return stereoSetInfo().numbers[i].statistic(table, weights);
    };
    const std::vector<double> ones(4, 1);
    QCOMPARE(number(0, ones), 50.0);
    QCOMPARE(number(1, ones), 75.0); // 100 and (100 + 0 + 50) / 3
    QCOMPARE(number(2, ones), 75.0);
    const std::vector<double> drawn{2, 1, 1, 1}; // the first term twice
    QVERIFY(std::abs(number(0, drawn) - 200.0 / 3) < 1e-9);
    QVERIFY(std::abs(number(1, drawn) - 250.0 / 3) < 1e-9);
    QVERIFY(std::abs(number(2, drawn) - 250.0 / 3 * (100 - 200.0 / 3) / 50) < 1e-9);
}

void TestStereoSet::fillersLosePunctuation()
{
    const auto items = readStereoSet(fixture(QStringLiteral("sets/stereoset/dev.json")));
    QCOMPARE(items.size(), std::size_t{7}); // the one on a profession is left out
    QCOMPARE(items[6].fillers[StereoSetItem::Stereotype], QStringLiteral("caring"));
    QCOMPARE(items[2].fillers[StereoSetItem::Unrelated], QStringLiteral("Gravity"));
    QCOMPARE(items[0].term, QStringLiteral("sister"));
}

void TestStereoSet::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no target") << QByteArray("\"target\": \"uncle\"") << QByteArray("\"aim\": \"uncle\"")
                               << QStringLiteral("item 4 has no text \"target\"");
    QTest::newRow("no kind") << QByteArray("\"bias_type\"") << QByteArray("\"kind\"")
                             << QStringLiteral("item 1 has no text \"bias_type\"");
    QTest::newRow("label") << QByteArray("anti-stereotype") << QByteArray("antistereo")
                           << QStringLiteral("unknown label \"antistereo\"");
    QTest::newRow("two labels alike") << QByteArray("anti-stereotype") << QByteArray("stereotype")
                                      << QStringLiteral("item 1 needs one sentence of each label");
    QTest::newRow("no blank") << QByteArray("BLANK person") << QByteArray("new person")
                              << QStringLiteral("no word where the context has BLANK");
    QTest::newRow("id twice") << QByteArray("item-2") << QByteArray("item-1")
                              << QStringLiteral("item 2: the id \"item-1\" comes twice");
    QTest::newRow("not UTF-8") << QByteArray("gentle") << QByteArray("g\xffntle") << QStringLiteral("this is no UTF-8");
    QTest::newRow("no JSON any more") << QByteArray("item-3") << QByteArray("cut")
                                      << QStringLiteral("is not valid JSON");
    QTest::newRow("no items") << QByteArray("intrasentence") << QByteArray("other")
                              << QStringLiteral("has no items on gender");
}

void TestStereoSet::badFilesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, sentence);
    QCOMPARE(problemWithSpoilt(QStringLiteral("sets/stereoset/dev.json"), from, to, sentence,
                               [](const QString &path) { readStereoSet(path); }),
             QString());
}

void TestStereoSet::officialFilesAreRead()
{
    const DataFolder folder(outsideData(QStringLiteral("data")));
    if (outsideData(QStringLiteral("data")).isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the official files are not read");
    const auto items = readStereoSet(folder.require(QStringLiteral("stereoset"), QStringLiteral("dev")));
    QCOMPARE(items.size(), std::size_t{255});
}

QTEST_GUILESS_MAIN(TestStereoSet)
#include "TestStereoSet.moc"
