// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/BecProFile.h"
#include "tests/support/MeasureParity.h"
#include "tests/support/SpoiltFile.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

/// BEC-Pro: its rows, and its associations in both forms.
class TestBecPro : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void personsAreFoundInTheirSentences();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void officialFilesAreRead();
};

void TestBecPro::valuesAreThoseOfTransformers_data()
{
    addParityModels();
}

void TestBecPro::valuesAreThoseOfTransformers()
{
    QFETCH(QString, model);
    QCOMPARE(problemWith(QStringLiteral("becpro"), model), QString());
}

void TestBecPro::personsAreFoundInTheirSentences()
{
    const auto rows = readBecPro(fixture(QStringLiteral("sets/bec_pro/BEC-Pro_EN.tsv")));
    QCOMPARE(rows.size(), std::size_t{26});
    QCOMPARE(rows[7].person, QStringLiteral("uncle"));
    QVERIFY(rows[7].isMale && rows[7].group == BecProRow::Group::Female);
    QCOMPARE(rows[7].background, QStringLiteral("My [MASK] was once a [MASK] [MASK]."));
    // The file masks the man in the mannequin too.
    QCOMPARE(rows[24].target, QStringLiteral("This [MASK] was once a mannequin."));
    QCOMPARE(rows[24].background, QStringLiteral("This [MASK] was once a [MASK]."));
    QCOMPARE(rows[17].person, QStringLiteral("she"));
}

void TestBecPro::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no column") << QByteArray("Sent_TAM") << QByteArray("Sent_AT")
                               << QStringLiteral("the column \"Sent_TAM\" is missing");
    QTest::newRow("gender") << QByteArray("\tmale\tstone") << QByteArray("\tman\tstone")
                            << QStringLiteral("line 2: \"man\" stands where male, female");
    QTest::newRow("group") << QByteArray("wedding planner\tfemale\n") << QByteArray("wedding planner\twomen\n")
                           << QStringLiteral("line 3: \"women\" stands where");
    QTest::newRow("other sentence") << QByteArray("He was once") << QByteArray("He is once")
                                    << QStringLiteral("line 2: Sent_TM must be");
    QTest::newRow("id twice") << QByteArray("\n1\t") << QByteArray("\n0\t")
                              << QStringLiteral("line 3: the id \"0\" comes twice");
    QTest::newRow("cut") << QByteArray("\tfemale\n2") << QByteArray("cut") << QStringLiteral("line 3: it has 9 fields");
    QTest::newRow("not UTF-8") << QByteArray("uncle") << QByteArray("unc\xffle")
                               << QStringLiteral("line 8: this is no UTF-8");
}

void TestBecPro::badFilesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, sentence);
    QCOMPARE(problemWithSpoilt(QStringLiteral("sets/bec_pro/BEC-Pro_EN.tsv"), from, to, sentence,
                               [](const QString &path) { readBecPro(path); }),
             QString());
}

void TestBecPro::officialFilesAreRead()
{
    const DataFolder folder(outsideData(QStringLiteral("data")));
    if (outsideData(QStringLiteral("data")).isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the official files are not read");
    const auto rows = readBecPro(folder.require(QStringLiteral("becpro"), QStringLiteral("sentences")));
    QCOMPARE(rows.size(), std::size_t{5400});
    QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const BecProRow &row) { return row.isMale; }), 2700);
}

QTEST_GUILESS_MAIN(TestBecPro)
#include "TestBecPro.moc"
