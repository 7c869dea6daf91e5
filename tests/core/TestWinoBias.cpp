// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/WinoBiasFile.h"
#include "tests/support/MeasureParity.h"
#include "tests/support/SpoiltFile.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

/// WinoBias: its files of pairs, and its choices and gaps in both forms.
class TestWinoBias : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void bracketsAreRead();
    void filesOfDifferentLengthsAreRefused();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void officialFilesAreRead();
};

void TestWinoBias::valuesAreThoseOfTransformers_data()
{
    addParityModels();
}

void TestWinoBias::valuesAreThoseOfTransformers()
{
    QFETCH(QString, model);
    QCOMPARE(problemWith(QStringLiteral("winobias"), model), QString());
}

void TestWinoBias::bracketsAreRead()
{
    const QString folder = fixture(QStringLiteral("sets/winobias/"));
    const auto pairs = readWinoBias(folder + QStringLiteral("pro_stereotyped_type1.txt.test"),
                                    folder + QStringLiteral("anti_stereotyped_type1.txt.test"));
    QCOMPARE(pairs.size(), std::size_t{1});
    const WinoBiasSentence &pro = pairs[0].pro;
    QCOMPARE(pro.text, QStringLiteral("The tailor missed the train after she lost her ticket."));
    QCOMPARE(pro.occupation, QStringLiteral("tailor"));
    QCOMPARE(pro.pronouns, (QStringList{QStringLiteral("she"), QStringLiteral("her")}));
    QCOMPARE(pro.before, QStringLiteral("The tailor missed the train after"));
    QCOMPARE(pro.masked, QStringLiteral("The tailor missed the train after {} lost {} ticket."));
    QCOMPARE(pairs[0].anti.pronouns, (QStringList{QStringLiteral("he"), QStringLiteral("his")}));
}

void TestWinoBias::filesOfDifferentLengthsAreRefused()
{
    const QString folder = fixture(QStringLiteral("sets/winobias/"));
    const QString said = thrown([&folder] {
        readWinoBias(folder + QStringLiteral("pro_stereotyped_type1.txt.dev"),
                     folder + QStringLiteral("anti_stereotyped_type1.txt.test"));
    });
    QVERIFY2(said.startsWith(QLatin1String("Format: ")) && said.contains(QLatin1String("2 lines and")),
             qPrintable(said));
}

void TestWinoBias::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no number") << QByteArray("2 The") << QByteArray("The")
                               << QStringLiteral("line 2: expected a number");
    QTest::newRow("no pronoun") << QByteArray("[he]") << QByteArray("he")
                                << QStringLiteral("line 1: expected a number");
    QTest::newRow("another pronoun") << QByteArray("[he]") << QByteArray("[zir]")
                                     << QStringLiteral("line 1: expected a number");
    QTest::newRow("no occupation") << QByteArray("[The pilot]") << QByteArray("The pilot")
                                   << QStringLiteral("line 1: expected a number");
    QTest::newRow("open bracket") << QByteArray("[The pilot]") << QByteArray("[[The pilot]")
                                  << QStringLiteral("line 1: expected a number");
    QTest::newRow("cut") << QByteArray("] coat") << QByteArray("cut") << QStringLiteral("line 2: expected a number");
    QTest::newRow("not UTF-8") << QByteArray("coat") << QByteArray("\xe9oat")
                               << QStringLiteral("line 2: this is no UTF-8");
}

void TestWinoBias::badFilesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, sentence);
    QCOMPARE(problemWithSpoilt(QStringLiteral("sets/winobias/pro_stereotyped_type1.txt.dev"), from, to, sentence,
                               [](const QString &path) { readWinoBias(path, path); }),
             QString());
}

void TestWinoBias::officialFilesAreRead()
{
    const DataFolder folder(outsideData(QStringLiteral("data")));
    if (outsideData(QStringLiteral("data")).isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the official files are not read");
    for (const char *part : {"1-dev", "1-test", "2-dev", "2-test"}) {
        const QString end = QLatin1String(part);
        const QString set = QStringLiteral("winobias");
        QCOMPARE(readWinoBias(folder.require(set, QString(QStringLiteral("pro-") + end)),
                              folder.require(set, QString(QStringLiteral("anti-") + end)))
                     .size(),
                 std::size_t{396});
    }
}

QTEST_GUILESS_MAIN(TestWinoBias)
#include "TestWinoBias.moc"
