// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Gzip.h"
#include "core/data/sets/HumanEvalFile.h"
#include "core/data/sets/MbppFile.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <QTest>
#include <zlib.h>

using namespace cw;
using namespace cw::test;

namespace {

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

const QString humanEval = QStringLiteral("sets/humaneval/HumanEval.jsonl");
const QString mbpp = QStringLiteral("sets/mbpp/mbpp.jsonl");

} // namespace

class TestCodeFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void humanEvalIsRead_data();
    void humanEvalIsRead();
    void mbppIsRead();
    void theSanitizedFileIsRead();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void aBombIsRefused();
    void officialFilesAreRead();
};

void TestCodeFiles::humanEvalIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = read(fixture(humanEval));
    const qsizetype half = plain.indexOf('\n') + 1;
    QTest::newRow("plain") << plain;
    QTest::newRow("packed") << gzipped(plain);
    QTest::newRow("packed in two") << gzipped(plain.left(half)) + gzipped(plain.mid(half));
    QTest::newRow("a list") << "[" + plain.trimmed().replace("}\n{", "},\n{") + "]";
}

void TestCodeFiles::humanEvalIsRead()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("file"));
    QVERIFY(write(path, bytes));

    const std::vector<HumanEvalTask> tasks = readHumanEval(path);

    QCOMPARE(tasks.size(), std::size_t{3});
    QCOMPARE(tasks[1].id, QStringLiteral("HumanEval/1"));
    QVERIFY(tasks[1].prompt.startsWith(QStringLiteral("import math\n\n\ndef is_square(")));
    QCOMPARE(tasks[1].entryPoint, QStringLiteral("is_square"));
    QVERIFY(tasks[1].solution.startsWith(QStringLiteral("    if number < 0:\n")));
    QVERIFY(tasks[2].test.contains(QStringLiteral("caf\u00e9")));
}

void TestCodeFiles::mbppIsRead()
{
    const std::vector<MbppTask> tasks = readMbpp(fixture(mbpp));
    QCOMPARE(tasks.size(), std::size_t{7});
    QCOMPARE(tasks[1].code, QStringLiteral("def add(a, b):\n  return a + b"));
    QCOMPARE(tasks[5].setup, QStringLiteral("root = Node(1)\nroot.next = Node(2)"));
    QCOMPARE(tasks[4].tests,
             (QStringList{QStringLiteral("assert words('a b') == 2"), QStringLiteral("assert words('') == 0")}));
    QCOMPARE(tasks[6].code, QStringLiteral("def even(a):\n  return a % 2 == 0\n"));
    QVERIFY(!tasks[0].isTest() && !tasks[0].isShown());
    QVERIFY(!tasks[1].isTest() && tasks[1].isShown() && tasks[3].isShown());
    QVERIFY(tasks[4].isTest() && !tasks[4].isShown() && !tasks[6].isTest());
}

void TestCodeFiles::theSanitizedFileIsRead()
{
    const std::vector<MbppTask> tasks = readMbpp(fixture(QStringLiteral("sets/mbpp/sanitized-mbpp.json")));
    QCOMPARE(tasks.size(), std::size_t{5});
    QCOMPARE(tasks[4].id, 13);
    QCOMPARE(tasks[4].text, QStringLiteral("Write a function for the root."));
    QCOMPARE(tasks[4].setup, QStringLiteral("import math"));
}

void TestCodeFiles::badFilesAreRefused_data()
{
    QTest::addColumn<bool>("isMbpp");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const QByteArray plain = read(fixture(humanEval));
    const QByteArray first = plain.left(plain.indexOf('\n') + 1);
    const QByteArray mbppFirst = read(fixture(mbpp)).split('\n').first();
    const auto bad = [](const char *name, bool isMbpp, const QByteArray &bytes, const char *why) {
        QTest::newRow(name) << isMbpp << bytes << QString::fromLatin1(why);
    };

    bad("a field is missing", false, first + QByteArray(first).replace("entry_point", "other"),
        "Format: FILE, entry 2: the field entry_point is missing or is of another kind.");
    bad("a field is a number", false, QByteArray(first).replace("\"doubled\"", "7"),
        "Format: FILE, entry 1: the field entry_point is missing or is of another kind.");
    bad("a task twice", false, first + first, "Format: FILE has the entry HumanEval/0 twice.");
    bad("a line is cut", false, plain.left(plain.size() - 20), "Format: FILE, line 3: this is no JSON object (");
    bad("no JSON", false, "once upon a time\n", "Format: FILE, line 1: this is no JSON object (");
    bad("a number in a line", false, "7\n", "Format: FILE, line 1: this is no JSON object (");
    bad("an open list", false, "[{\"task_id\": 1}", "Format: FILE is not valid JSON: ");
    bad("a list of numbers", false, "[1]",
        "Format: FILE, entry 1: the field task_id is missing or is of another kind.");
    bad("not UTF-8", false, first + "\"caf\xe9\"\n", "Format: FILE, line 2: this is no UTF-8; ");
    bad("empty", false, "", "Format: FILE holds no items.");
    bad("packed and cut", false, gzipped(plain).left(200), "Format: FILE is damaged or ends early: ");
    bad("packed and damaged", false, gzipped(plain).replace(100, 8, QByteArray(8, '\x55')),
        "Format: FILE is damaged or ends early: ");
    bad("packed with a tail", false, gzipped(plain) + "tail", "Format: FILE is damaged or ends early: ");
    bad("mbpp: no tests", true, QByteArray(mbppFirst).replace("\"test_list\"", "\"tests\""),
        "Format: FILE, entry 1: the field test_list is missing or is of another kind.");
    bad("mbpp: tests are no texts", true, QByteArray(mbppFirst).replace("[\"assert one() == 1\"]", "[1]"),
        "Format: FILE, entry 1: the field test_list is missing or is of another kind.");
    bad("mbpp: half a number", true, QByteArray(mbppFirst).replace("\"task_id\": 1", "\"task_id\": 1.5"),
        "Format: FILE, entry 1: the field task_id is missing or is of another kind.");
    bad("mbpp: a task twice", true, mbppFirst + "\n" + mbppFirst, "Format: FILE has the entry 1 twice.");
    bad("mbpp: empty", true, "[]", "Format: FILE holds no items.");
}

void TestCodeFiles::badFilesAreRefused()
{
    QFETCH(bool, isMbpp);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("file"));
    QVERIFY(write(path, bytes));

    const QString said = thrown([&] {
        if (isMbpp)
            readMbpp(path);
        else
            readHumanEval(path);
    });

    QVERIFY2(said.startsWith(why.replace(QStringLiteral("FILE"), path)), qPrintable(said));
}

void TestCodeFiles::aBombIsRefused()
{
    const QByteArray bomb = gzipped(QByteArray((64 << 20) + 1, ' '));
    QVERIFY(bomb.size() < 100000);
    const QString said = thrown([&] { gunzipped(bomb, QStringLiteral("bomb")); });
    QVERIFY2(said.startsWith(QStringLiteral("Format: bomb unpacks to more ")), qPrintable(said));
    QCOMPARE(gunzipped(gzipped("abc"), QStringLiteral("x"), 3), QByteArray("abc"));
    QVERIFY(!thrown([] { gunzipped(gzipped("abcd"), QStringLiteral("x"), 3); }).isEmpty());
}

void TestCodeFiles::officialFilesAreRead()
{
    const QString folder = outsideData(QStringLiteral("data/code_ability"));
    if (folder.isEmpty() || !QDir(folder).exists())
        QSKIP("COUNTERWEIGHT_TEST_DATA names no folder with data/code_ability.");
    QCOMPARE(readHumanEval(folder + QStringLiteral("/humaneval/HumanEval.jsonl.gz")).size(), std::size_t{164});
    const std::vector<MbppTask> all = readMbpp(folder + QStringLiteral("/mbpp/mbpp.jsonl"));
    QCOMPARE(all.size(), std::size_t{974});
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const MbppTask &task) { return task.isTest(); }), 500);
    QVERIFY(std::none_of(all.begin(), all.end(), [](const MbppTask &task) { return task.code.contains(u'\r'); }));
    QCOMPARE(readMbpp(folder + QStringLiteral("/mbpp/sanitized-mbpp.json")).size(), std::size_t{427});
}

QTEST_GUILESS_MAIN(TestCodeFiles)
#include "TestCodeFiles.moc"
