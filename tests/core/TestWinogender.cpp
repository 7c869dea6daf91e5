// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/WinogenderFile.h"
#include "tests/support/MeasureParity.h"
#include "tests/support/SpoiltFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// Winogender: its schemas, log-odds and references.
class TestWinogender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void pronounsAreFound();
    void brokenSharesAreRefused_data();
    void brokenSharesAreRefused();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void officialFilesAreRead();

private:
    QTemporaryDir m_folder;
};

void TestWinogender::valuesAreThoseOfTransformers_data()
{
    addParityModels();
}

void TestWinogender::valuesAreThoseOfTransformers()
{
    QFETCH(QString, model);
    QCOMPARE(problemWith(QStringLiteral("winogender"), model), QString());
}

void TestWinogender::pronounsAreFound()
{
    const QString folder = fixture(QStringLiteral("sets/winogender/"));
    const auto schemas =
        readWinogender(folder + QStringLiteral("all_sentences.tsv"), folder + QStringLiteral("occupations-stats.tsv"));
    QCOMPARE(schemas.size(), std::size_t{8});
    const WinogenderSchema &schema = schemas[5]; // its pronoun ends the sentence
    QCOMPARE(schema.id, QStringLiteral("bricklayer.neighbor.1"));
    QVERIFY(!schema.isOccupation);
    QCOMPARE(schema.share, 0.008);
    QCOMPARE(schema.pronouns[WinogenderSchema::Neutral], QStringLiteral("them"));
    QCOMPARE(schema.masked[WinogenderSchema::Male],
             QStringLiteral("The bricklayer met the neighbor, and the dog ran to {}."));
    QCOMPARE(schemas[4].masked[WinogenderSchema::Neutral],
             QStringLiteral("The bricklayer called the neighbor because {} were late."));
}

void TestWinogender::brokenSharesAreRefused_data()
{
    QTest::addColumn<QByteArray>("share");
    QTest::newRow("word") << QByteArray("many");
    QTest::newRow("above 100") << QByteArray("100.5");
    QTest::newRow("nan") << QByteArray("nan");
}

void TestWinogender::brokenSharesAreRefused()
{
    QFETCH(QByteArray, share);
    const QString path = m_folder.filePath(QStringLiteral("shares"));
    QVERIFY(write(path, "occupation\tbls_pct_female\npilot\t" + share + "\n"));
    const QString said =
        thrown([&path] { readWinogender(fixture(QStringLiteral("sets/winogender/all_sentences.tsv")), path); });
    QVERIFY2(said.startsWith(QLatin1String("Format: ")) &&
                 said.contains(QLatin1String("line 2: \"") + QString::fromUtf8(share)),
             qPrintable(said));
}

void TestWinogender::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no column") << QByteArray("sentid") << QByteArray("id")
                               << QStringLiteral("the column \"sentid\" is missing");
    QTest::newRow("gender") << QByteArray("0.female") << QByteArray("0.woman")
                            << QStringLiteral("line 3: \"pilot.guest.0.woman.txt\" stands");
    QTest::newRow("answer") << QByteArray("guest.0.male") << QByteArray("guest.2.male")
                            << QStringLiteral("line 2: \"pilot.guest.2.male.txt\" stands");
    QTest::newRow("version twice") << QByteArray("0.female") << QByteArray("0.male")
                                   << QStringLiteral("line 3: the id \"pilot.guest.0.male.txt\" comes twice");
    QTest::newRow("version missing")
        << QByteArray("librarian.visitor.1.neutral.txt\tThe librarian asked the visitor for their name.\n")
        << QByteArray("") << QStringLiteral("\"librarian.visitor.1\" needs a male");
    QTest::newRow("no share") << QByteArray("pilot.guest.1.male") << QByteArray("juggler.guest.1.male")
                              << QStringLiteral("no share of women for the occupation juggler");
    QTest::newRow("same versions") << QByteArray("that she had landed") << QByteArray("that he had landed")
                                   << QStringLiteral("\"pilot.guest.0\" needs a male");
    QTest::newRow("cut") << QByteArray("\tThe pilot told the guest that they could") << QByteArray("cut")
                         << QStringLiteral("line 7: it has 1 fields");
    QTest::newRow("not UTF-8") << QByteArray("rose") << QByteArray("ros\xe9")
                               << QStringLiteral("line 8: this is no UTF-8");
}

void TestWinogender::badFilesAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, sentence);
    QCOMPARE(problemWithSpoilt(QStringLiteral("sets/winogender/all_sentences.tsv"), from, to, sentence,
                               [](const QString &path) {
                                   readWinogender(path,
                                                  fixture(QStringLiteral("sets/winogender/occupations-stats.tsv")));
                               }),
             QString());
}

void TestWinogender::officialFilesAreRead()
{
    const DataFolder folder(outsideData(QStringLiteral("data")));
    if (outsideData(QStringLiteral("data")).isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the official files are not read");
    const QString set = QStringLiteral("winogender");
    const auto schemas = readWinogender(folder.require(set, QStringLiteral("sentences")),
                                        folder.require(set, QStringLiteral("occupations")));
    QCOMPARE(schemas.size(), std::size_t{240});
    const QStringList known{QStringLiteral("he"), QStringLiteral("him"), QStringLiteral("his")};
    for (const WinogenderSchema &schema : schemas)
        QVERIFY2(known.contains(schema.pronouns[WinogenderSchema::Male].toLower()), qPrintable(schema.id));
}

QTEST_GUILESS_MAIN(TestWinogender)
#include "TestWinogender.moc"
