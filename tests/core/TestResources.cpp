// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Resources.h"
#include "core/engine/Error.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

class TestResources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("COUNTERWEIGHT_RESOURCES"); }
    void aBuildTreeFindsTheSourceFolder();
    void theEnvironmentNamesAnotherFolder();
    void aWrongFolderIsNamedInTheError();
    void aMissingFileIsNamedInTheError();
};

void TestResources::aBuildTreeFindsTheSourceFolder()
{
    QCOMPARE(cw::resourceFolder(), QFileInfo(qEnvironmentVariable("CW_TEST_RESOURCES")).canonicalFilePath());
}

void TestResources::theEnvironmentNamesAnotherFolder()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("words.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    qputenv("COUNTERWEIGHT_RESOURCES", folder.path().toLocal8Bit());
    QCOMPARE(cw::resourceFolder(), QFileInfo(folder.path()).canonicalFilePath());
    QCOMPARE(cw::resource(QStringLiteral("words.csv")), QFileInfo(file.fileName()).canonicalFilePath());
}

void TestResources::aWrongFolderIsNamedInTheError()
{
    qputenv("COUNTERWEIGHT_RESOURCES", "/no/such/folder");
    try {
        cw::resourceFolder();
        QFAIL("a folder that does not exist was accepted");
    } catch (const cw::Error &error) {
        QCOMPARE(error.kind(), cw::Error::Kind::File);
        QVERIFY(QByteArray(error.what()).contains("/no/such/folder"));
    }
}

void TestResources::aMissingFileIsNamedInTheError()
{
    const QTemporaryDir folder;
    qputenv("COUNTERWEIGHT_RESOURCES", folder.path().toLocal8Bit());
    try {
        cw::resource(QStringLiteral("nothing.csv"));
        QFAIL("a file that does not exist was found");
    } catch (const cw::Error &error) {
        QCOMPARE(error.kind(), cw::Error::Kind::File);
        QVERIFY(QByteArray(error.what()).contains("nothing.csv"));
    }
}

QTEST_GUILESS_MAIN(TestResources)
#include "TestResources.moc"
