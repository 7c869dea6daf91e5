// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Connection.h"
#include "core/store/Schema.h"
#include "core/store/Store.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <cmath>
#include <limits>

using cw::Connection;
using cw::Store;

namespace {

cw::RunRecord run(std::int64_t id)
{
    cw::RunRecord record;
    record.id = id;
    record.job = QStringLiteral("trace");
    record.settings = {{QStringLiteral("seed"), 7}};
    record.measured = {{QStringLiteral("seed"), 7}};
    record.model = QStringLiteral("f1");
    record.inputs = {{QStringLiteral("sigma"), 0.1}};
    record.seed = 7;
    record.started = 1700000000000;
    return record;
}

cw::ModelRecord model()
{
    return {QStringLiteral("f1"), QStringLiteral("/models/demo"), QString(), {{QStringLiteral("layers"), 6}}};
}

cw::ArrayChunk chunk(std::int64_t begin, std::int64_t end, float first)
{
    cw::ArrayChunk result{1, QStringLiteral("state"), {0, begin}, {2, end}, {}};
    for (std::int64_t i = 0; i < 2 * (end - begin); ++i)
        result.values.push_back(first + static_cast<float>(i));
    return result;
}

/// The Error that f throws, as "Kind: sentence"; empty when it throws none.
template <class F> QString thrown(F &&f)
{
    const auto result = cw::attempt([&] { f(); });
    if (result)
        return {};
    return QLatin1String(cw::name(result.error().kind())) + QStringLiteral(": ") + cw::describe(result.error());
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void rowsComeBackAsTheyWere();
    void nothingIsLeftBesideAClosedProject();
    void everyThreadMayWrite();
    void aFailedChangeIsRolledBackWhole();
    void aRunLeftRunningIsStoppedOnTheNextOpening();
    void removingARunRemovesItsArrays();
    void aSecondOpenerReadsOnlyAndSaysSo();
    void aFileThatMayNotBeWrittenIsReadOnly();
    void aNewerProjectIsRefused();
    void whatIsNoProjectIsRefused_data();
    void whatIsNoProjectIsRefused();
    void aTruncatedFileIsRefusedWithItsName();
    void aChunkOfAWrongSizeIsRefused();
    void aMissingFileIsNotCreated();
    void anExistingFileIsNotOverwritten();
    void aFolderThatIsMissingIsNamed();
    void eachMigrationIsKeptWholeOrNotAtAll();
    void anOldProjectOpensWithItsEdits();
    void aFileOfHostileSchemaCannotBeRewritten();
    void aCopyHoldsEverything();
    void aCopyThatFailsLeavesNothing();

private:
    QString path(const char *name = "p.cwp") const { return m_folder->filePath(QLatin1String(name)); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    void makeProject();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStore::makeProject()
{
    Store store(path(), Store::Start::New);
    store.putModel(model());
    store.addRun(run(1), {{1, QStringLiteral("state"), {2, 5}, {QStringLiteral("sample"), QStringLiteral("token")}}});
    store.appendChunks({chunk(0, 3, 0), chunk(3, 5, 100)});
    store.setView(QStringLiteral("kind"), QStringLiteral("mlp"));
    store.flush();
}

void TestStore::rowsComeBackAsTheyWere()
{
    makeProject();
    const Store store(path(), Store::Start::Existing);
    QVERIFY(!store.isReadOnly());
    QCOMPARE(store.models().size(), 1);
    QCOMPARE(store.models()[0].path, model().path);
    QCOMPARE(store.models()[0].spec, model().spec);
    const auto runs = store.runs();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].settings, run(1).settings);
    QCOMPARE(runs[0].inputs, run(1).inputs);
    QCOMPARE(runs[0].started, run(1).started);
    const auto arrays = store.arrays(1);
    QCOMPARE(arrays.size(), 1);
    QVERIFY((arrays[0].shape == std::vector<std::int64_t>{2, 5}));
    QCOMPARE(arrays[0].axes.join(QLatin1Char(' ')), QStringLiteral("sample token"));
    const auto chunks = store.chunks(arrays[0]);
    QCOMPARE(chunks.size(), 2);
    QVERIFY(chunks[0].values == chunk(0, 3, 0).values);
    QVERIFY(chunks[1].begins == chunk(3, 5, 100).begins);
    QCOMPARE(store.view().value(QStringLiteral("kind")).toString(), QStringLiteral("mlp"));
}

void TestStore::nothingIsLeftBesideAClosedProject()
{
    makeProject();
    QCOMPARE(files(), QStringList{QStringLiteral("p.cwp")});
    {
        const Store store(path(), Store::Start::Existing);
        QVERIFY(files().size() > 1);
    }
    QCOMPARE(files(), QStringList{QStringLiteral("p.cwp")});
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(16), QByteArray("SQLite format 3\0", 16));
    file.seek(18);
    QCOMPARE(file.read(2), QByteArray("\1\1", 2)); // no log is needed to read it
}

void TestStore::everyThreadMayWrite()
{
    Store store(path(), Store::Start::New);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back(QThread::create([&store, thread] {
            for (int i = 0; i < 25; ++i)
                store.setView(QString::number(thread * 25 + i), i);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    store.flush();
    QCOMPARE(store.view().size(), 100);
}

void TestStore::aFailedChangeIsRolledBackWhole()
{
    Store store(path(), Store::Start::New);
    QStringList failures;
    connect(&store, &Store::failed, this, [&](const cw::Error &error) { failures << cw::describe(error); });
    store.putModel(model());
    store.addRun(run(1), {{1, QStringLiteral("state"), {2, 5}, {}}, {1, QStringLiteral("state"), {2, 5}, {}}});
    store.setView(QStringLiteral("after"), 1);
    const QString sentence = thrown([&] { store.flush(); });
    QVERIFY2(sentence.startsWith(QStringLiteral("Storage: ")) && sentence.contains(path()), qPrintable(sentence));
    QVERIFY(store.runs().isEmpty());
    QCOMPARE(store.view().size(), 1);
    QTRY_COMPARE(failures.size(), 1);
    store.flush();
}

void TestStore::aRunLeftRunningIsStoppedOnTheNextOpening()
{
    makeProject();
    const Store store(path(), Store::Start::Existing);
    QCOMPARE(store.runs()[0].state, cw::RunState::Stopped);
}

void TestStore::removingARunRemovesItsArrays()
{
    makeProject();
    Store store(path(), Store::Start::Existing);
    const auto array = store.arrays(1)[0];
    store.removeRun(1);
    store.flush();
    QVERIFY(store.runs().isEmpty());
    QVERIFY(store.arrays(1).isEmpty());
    QVERIFY(store.chunks(array).isEmpty());
}

void TestStore::aSecondOpenerReadsOnlyAndSaysSo()
{
    makeProject();
    Store first(path(), Store::Start::Existing);
    Store second(path(), Store::Start::Existing);
    QVERIFY(!first.isReadOnly());
    QVERIFY(second.isReadOnly());
    const QString reason = cw::describe(*second.readOnlyReason());
    QVERIFY2(reason.contains(path()) && reason.contains(QStringLiteral("open in another window")), qPrintable(reason));
    first.setRunState(1, cw::RunState::Done, 5, QString());
    first.flush();
    QCOMPARE(second.runs()[0].state, cw::RunState::Done);
    second.setView(QStringLiteral("x"), 1);
    QVERIFY(!thrown([&] { second.flush(); }).isEmpty());
    QVERIFY(!first.view().contains(QStringLiteral("x")));
}

void TestStore::aFileThatMayNotBeWrittenIsReadOnly()
{
    makeProject();
    QFile::setPermissions(path(), QFile::ReadOwner);
    const Store store(path(), Store::Start::Existing);
    // The superuser may write every file.
    QCOMPARE(store.isReadOnly(), !QFileInfo(path()).isWritable());
    if (store.isReadOnly())
        QVERIFY(cw::describe(*store.readOnlyReason()).contains(QStringLiteral("may not be written")));
    QCOMPARE(store.runs().size(), 1);
}

void TestStore::aNewerProjectIsRefused()
{
    makeProject();
    Connection(path(), Connection::Mode::Write).runScript("PRAGMA user_version = 99");
    const QString sentence = thrown([&] { Store(path(), Store::Start::Existing); });
    QVERIFY2(sentence.startsWith(QStringLiteral("Storage: ") + path()), qPrintable(sentence));
    QVERIFY(sentence.contains(QStringLiteral("newer version")) && sentence.contains(QStringLiteral("99")));
    QCOMPARE(files(), QStringList{QStringLiteral("p.cwp")});
}

void TestStore::whatIsNoProjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear all,\n").repeated(500);
    QTest::newRow("zeros") << QByteArray(5000, '\0');
}

void TestStore::whatIsNoProjectIsRefused()
{
    QFETCH(QByteArray, content);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const QString sentence = thrown([&] { Store(path(), Store::Start::Existing); });
    QCOMPARE(sentence, QString(QStringLiteral("Storage: ") + path() +
                               QStringLiteral(" is no Counterweight project: choose a .cwp file.")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    QCOMPARE(files(), QStringList{QStringLiteral("p.cwp")});
}

void TestStore::aTruncatedFileIsRefusedWithItsName()
{
    makeProject();
    QFile file(path());
    QVERIFY(file.resize(file.size() / 2));
    const QString sentence = thrown([&] { Store(path(), Store::Start::Existing); });
    QVERIFY2(sentence.startsWith(QStringLiteral("Storage: ") + path() + QStringLiteral(" is damaged")),
             qPrintable(sentence));
}

void TestStore::aChunkOfAWrongSizeIsRefused()
{
    makeProject();
    for (const char *change :
         {"UPDATE chunks SET data = x'0000'", "UPDATE chunks SET ends = '[2,9]'", "UPDATE chunks SET begins = '[0]'",
          "UPDATE chunks SET ends = 'x'", "UPDATE chunks SET ends = '[9000000000000000000,9000000000000000000]'"}) {
        Connection(path(), Connection::Mode::Write).runScript(change);
        const Store store(path(), Store::Start::Existing);
        const QString sentence = thrown([&] { store.chunks(store.arrays(1)[0]); });
        QVERIFY2(sentence.contains(QStringLiteral("results of run 1")), change);
    }
}

void TestStore::aMissingFileIsNotCreated()
{
    const QString sentence = thrown([&] { Store(path(), Store::Start::Existing); });
    QCOMPARE(sentence, QString(QStringLiteral("Storage: There is no project ") + path() + QLatin1Char('.')));
    QVERIFY(files().isEmpty());
}

void TestStore::anExistingFileIsNotOverwritten()
{
    makeProject();
    const QString sentence = thrown([&] { Store(path(), Store::Start::New); });
    QVERIFY2(sentence.contains(QStringLiteral("exists already")), qPrintable(sentence));
    QCOMPARE(Store(path(), Store::Start::Existing).runs().size(), 1);
}

void TestStore::aFolderThatIsMissingIsNamed()
{
    const QString sentence = thrown([&] { Store(path("no/p.cwp"), Store::Start::New); });
    QVERIFY2(sentence.startsWith(QStringLiteral("Storage: ")) && sentence.contains(path("no/p.cwp")),
             qPrintable(sentence));
}

void TestStore::eachMigrationIsKeptWholeOrNotAtAll()
{
    Connection connection(path(), Connection::Mode::Write);
    const QByteArrayList steps{"CREATE TABLE a (x); INSERT INTO a VALUES (1);", "CREATE TABLE b (x); oops;"};
    const QString sentence = thrown([&] { cw::migrate(connection, steps); });
    QVERIFY2(sentence.contains(QStringLiteral("oops")), qPrintable(sentence));
    QCOMPARE(connection.value(QStringLiteral("PRAGMA user_version")).toInt(), 1);
    QCOMPARE(connection.value(QStringLiteral("SELECT group_concat(name) FROM sqlite_schema")).toString(),
             QStringLiteral("a"));
    cw::migrate(connection, {steps[0], "ALTER TABLE a ADD COLUMN y DEFAULT 5;"});
    QCOMPARE(connection.value(QStringLiteral("PRAGMA user_version")).toInt(), 2);
    QCOMPARE(connection.value(QStringLiteral("SELECT y FROM a")).toInt(), 5);
    cw::checkProject(connection, 2);
    QVERIFY(cw::migrations().size() >= 1);
}

void TestStore::anOldProjectOpensWithItsEdits()
{
    {
        Connection old(path(), Connection::Mode::Write);
        cw::migrate(old, cw::migrations().first(4)); // before facts were kept
        old.runScript("INSERT INTO contents VALUES ('c1', 0);"
                      "INSERT INTO edits VALUES (0, 'e1', 'f1', 'b', 'b', 'old', '', '', 0.5, 1, '{}', 'c1');");
    }
    cw::EditRecord edit;
    {
        QLockFile lock(path("p.cwp.lock"));
        QVERIFY(lock.tryLock());
        const Store reader(path(), Store::Start::Existing);
        QVERIFY(reader.isReadOnly());
        QCOMPARE(reader.edits().size(), 1);
        edit = reader.edits().first();
        QCOMPARE(edit.title, QStringLiteral("old"));
        QVERIFY(edit.facts.isEmpty());
    }
    Store store(path(), Store::Start::Existing);
    QVERIFY(!store.isReadOnly());
    QVERIFY(store.edits().first() == edit);
    edit.facts = {{QStringLiteral("hash"), QStringLiteral("h1")}};
    QVERIFY(!(store.edits().first() == edit));
    store.setEdits({edit});
    store.flush();
    QVERIFY(store.edits().first() == edit);
}

void TestStore::aFileOfHostileSchemaCannotBeRewritten()
{
    makeProject();
    const Connection connection(path(), Connection::Mode::Write);
    QVERIFY(!thrown([&] {
                 connection.runScript("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'");
             }).isEmpty());
    QCOMPARE(connection.value(QStringLiteral("PRAGMA trusted_schema")).toInt(), 0);
}

void TestStore::aCopyHoldsEverything()
{
    makeProject();
    {
        Store store(path(), Store::Start::Existing);
        store.setView(QStringLiteral("late"), 1);
        store.copyTo(path("copy.cwp"));
        store.copyTo(path("copy.cwp"));
    }
    const Store copy(path("copy.cwp"), Store::Start::Existing);
    QVERIFY(!copy.isReadOnly());
    QVERIFY(copy.view().contains(QStringLiteral("late")));
    QCOMPARE(copy.chunks(copy.arrays(1)[0]).size(), 2);
}

void TestStore::aCopyThatFailsLeavesNothing()
{
    makeProject();
    Store store(path(), Store::Start::Existing);
    QVERIFY(thrown([&] { store.copyTo(path("no/copy.cwp")); }).contains(path("no/copy.cwp")));
    QDir(m_folder->path()).mkdir(QStringLiteral("full.cwp"));
    QVERIFY(thrown([&] { store.copyTo(path("full.cwp")); }).contains(path("full.cwp")));
    const Store open(path("open.cwp"), Store::Start::New);
    QVERIFY(thrown([&] { store.copyTo(path("open.cwp")); }).contains(QStringLiteral("another window")));
    QVERIFY(files().filter(QStringLiteral("part")).isEmpty());
}

QTEST_GUILESS_MAIN(TestStore)
#include "TestStore.moc"
