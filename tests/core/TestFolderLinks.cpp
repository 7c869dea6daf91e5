// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Tokenizer.h"
#include "tests/support/CheckpointCopy.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

class TestFolderLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLinkOutOfTheFolderIsRefused_data();
    void aLinkOutOfTheFolderIsRefused();
    void aShardThatIsALinkOutOfTheFolderIsRefused();
    void aLinkWithinTheFolderIsFollowed();
    void theCacheOfTheHubIsRead();
    void theCacheOfTheHubLeadsToItsOwnBlobsOnly();
    void aLinkToNothingIsNamed();
    void theFolderItselfMayBeALink();
};

void TestFolderLinks::aLinkOutOfTheFolderIsRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"model.safetensors", "config.json", "generation_config.json", "tokenizer.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestFolderLinks::aLinkOutOfTheFolderIsRefused()
{
    QFETCH(QString, name);
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const QString outside = QFileInfo(copy.folder()).path() + u"/outside";
    QVERIFY(QFile::rename(copy.file(name), outside) && QFile::link(outside, copy.file(name)));
    QCOMPARE(thrown([&] { Checkpoint::open(copy.folder())->tokenizer(); }),
             u"File: " + copy.file(name) + u" is a link that leads out of its folder, to " +
                 QFileInfo(outside).canonicalFilePath() + u"; put the file itself there.");
}

void TestFolderLinks::aShardThatIsALinkOutOfTheFolderIsRefused()
{
    const CheckpointCopy copy(QStringLiteral("gpt2-sharded"));
    const QString shard = copy.file(QStringLiteral("model-00002-of-00004.safetensors"));
    const QString outside = QFileInfo(copy.folder()).path() + u"/outside";
    QVERIFY(QFile::rename(shard, outside) && QFile::link(outside, shard));
    QVERIFY(thrown([&] {
                Checkpoint::open(copy.folder());
            }).startsWith(u"File: " + shard + u" is a link that leads out of its folder"));
}

void TestFolderLinks::aLinkWithinTheFolderIsFollowed()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    QVERIFY(QFile::rename(copy.file(QStringLiteral("model.safetensors")), copy.file(QStringLiteral("weights"))));
    QVERIFY(QFile::link(QStringLiteral("weights"), copy.file(QStringLiteral("model.safetensors"))));
    QVERIFY(Checkpoint::open(copy.folder())->parameterCount() > 0);
}

void TestFolderLinks::theCacheOfTheHubIsRead()
{
    const QTemporaryDir cache;
    const QDir repository(cache.filePath(QStringLiteral("models--team--tiny")));
    QVERIFY(repository.mkpath(QStringLiteral("snapshots/4f2a")));
    QVERIFY(copyFolder(fixture(QStringLiteral("models/gpt2-sharded")), repository.filePath(QStringLiteral("blobs"))));
    for (const QString &name : QDir(repository.filePath(QStringLiteral("blobs"))).entryList(QDir::Files))
        QVERIFY(QFile::link(u"../../blobs/" + name, repository.filePath(u"snapshots/4f2a/" + name)));
    const auto checkpoint = Checkpoint::open(repository.filePath(QStringLiteral("snapshots/4f2a")));
    QCOMPARE(checkpoint->fingerprint(),
             Checkpoint::open(fixture(QStringLiteral("models/gpt2-sharded")))->fingerprint());
    QCOMPARE(checkpoint->tokenizer()->size(), 64);
}

void TestFolderLinks::theCacheOfTheHubLeadsToItsOwnBlobsOnly()
{
    const QTemporaryDir cache;
    const QDir repository(cache.filePath(QStringLiteral("models--team--tiny")));
    const QString snapshot = repository.filePath(QStringLiteral("snapshots/4f2a"));
    QVERIFY(copyFolder(fixture(QStringLiteral("models/gpt2")), snapshot));
    QVERIFY(QDir(cache.path()).mkpath(QStringLiteral("models--team--other/blobs")));
    QVERIFY(QFile::rename(snapshot + u"/config.json", cache.filePath(QStringLiteral("models--team--other/blobs/c"))));
    QVERIFY(QFile::link(QStringLiteral("../../../models--team--other/blobs/c"), snapshot + u"/config.json"));
    QVERIFY(thrown([&] { Checkpoint::open(snapshot); }).contains(u"is a link that leads out of its folder"));
}

void TestFolderLinks::aLinkToNothingIsNamed()
{
    const CheckpointCopy copy(QStringLiteral("gpt2-sharded"));
    const QString shard = copy.file(QStringLiteral("model-00002-of-00004.safetensors"));
    for (const QString &target : {QStringLiteral("../none"), QFileInfo(shard).fileName()}) {
        QVERIFY(QFile::remove(shard) && QFile::link(target, shard));
        const QString sentence = thrown([&] { Checkpoint::open(copy.folder()); });
        QVERIFY2(sentence.startsWith(u"File: " + shard + u" cannot be opened: "), qPrintable(sentence));
    }
}

void TestFolderLinks::theFolderItselfMayBeALink()
{
    const CheckpointCopy copy(QStringLiteral("gpt2"));
    const QString link = QFileInfo(copy.folder()).path() + u"/link";
    QVERIFY(QFile::link(copy.folder(), link));
    QVERIFY(QFile::rename(copy.file(QStringLiteral("model.safetensors")), copy.file(QStringLiteral("weights"))));
    QVERIFY(QFile::link(QStringLiteral("weights"), copy.file(QStringLiteral("model.safetensors"))));
    QVERIFY(Checkpoint::open(link)->parameterCount() > 0);
}

QTEST_GUILESS_MAIN(TestFolderLinks)
#include "TestFolderLinks.moc"
