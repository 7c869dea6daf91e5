// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SequenceMatcher.h"
#include "core/data/sets/CrowsPairsFile.h"
#include "tests/support/MeasureParity.h"
#include "tests/support/SpoiltFile.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

/// CrowS-Pairs: its reader, its alignment against difflib, and its scores in both forms.
class TestCrowsPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void sequencesAreAlignedAsDifflibDoes();
    void linesInQuotesMayBreak();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void officialFilesAreRead();
};

void TestCrowsPairs::valuesAreThoseOfTransformers_data()
{
    addParityModels();
}

void TestCrowsPairs::valuesAreThoseOfTransformers()
{
    QFETCH(QString, model);
    QCOMPARE(problemWith(QStringLiteral("crows"), model), QString());
}

void TestCrowsPairs::sequencesAreAlignedAsDifflibDoes()
{
    const QJsonArray cases = QJsonDocument::fromJson(read(fixture(QStringLiteral("measures/alignments.json")))).array();
    QVERIFY(cases.size() >= 100);
    for (const QJsonValue &one : cases) {
        const auto list = [&one](const char *key) {
            std::vector<std::int64_t> values;
            for (const QJsonValue &value : one[QLatin1String(key)].toArray())
                values.push_back(value.toInt());
            return values;
        };
        const Alignment alignment = aligned(list("a"), list("b"));
        const auto wide = [](const std::vector<int> &values) {
            return std::vector<std::int64_t>(values.begin(), values.end());
        };
        QCOMPARE(wide(alignment.sharedA), list("shared_a"));
        QCOMPARE(wide(alignment.sharedB), list("shared_b"));
        QCOMPARE(alignment.sharedA.size() + alignment.ownA.size(), list("a").size());
        QCOMPARE(alignment.sharedB.size() + alignment.ownB.size(), list("b").size());
    }
}

void TestCrowsPairs::linesInQuotesMayBreak()
{
    const auto pairs = readCrowsPairs(fixture(QStringLiteral("sets/crows_pairs/crows_pairs_anonymized.csv")));
    QCOMPARE(pairs.size(), std::size_t{6});
    QCOMPARE(pairs[2].more, QStringLiteral("My aunt said \"never\" and cried over the phone."));
    QVERIFY(!pairs[5].isStereo); // behind the pair whose sentence goes over two lines
}

void TestCrowsPairs::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no column") << QByteArray("sent_less") << QByteArray("sent_other")
                               << QStringLiteral("line 1: the column \"sent_less\" is missing");
    QTest::newRow("direction") << QByteArray("phone.\",stereo") << QByteArray("phone.\",both")
                               << QStringLiteral("line 5: \"both\" stands where stereo, antistereo");
    QTest::newRow("cut") << QByteArray("never") << QByteArray("cut") << QStringLiteral("line 5: it has");
    QTest::newRow("empty sentence") << QByteArray("He fixed the truck himself.") << QByteArray("")
                                    << QStringLiteral("line 4: a sentence is empty");
    QTest::newRow("id twice") << QByteArray("\n2,") << QByteArray("\n0,")
                              << QStringLiteral("line 4: the id \"0\" comes twice");
    QTest::newRow("not UTF-8") << QByteArray("My aunt") << QByteArray("My \xc3unt")
                               << QStringLiteral("line 5: this is no UTF-8");
    QTest::newRow("no rows") << QByteArray("\n0,") << QByteArray("cut") << QStringLiteral("has no rows");
}

void TestCrowsPairs::badFilesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, sentence);
    QCOMPARE(problemWithSpoilt(QStringLiteral("sets/crows_pairs/crows_pairs_anonymized.csv"), from, to, sentence,
                               [](const QString &path) { readCrowsPairs(path); }),
             QString());
}

void TestCrowsPairs::officialFilesAreRead()
{
    const DataFolder folder(outsideData(QStringLiteral("data")));
    if (outsideData(QStringLiteral("data")).isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the official files are not read");
    const auto pairs = readCrowsPairs(folder.require(QStringLiteral("crows"), QStringLiteral("pairs")));
    QCOMPARE(pairs.size(), std::size_t{262});
    QCOMPARE(std::count_if(pairs.begin(), pairs.end(), [](const CrowsPair &pair) { return pair.isStereo; }), 159);
}

QTEST_GUILESS_MAIN(TestCrowsPairs)
#include "TestCrowsPairs.moc"
