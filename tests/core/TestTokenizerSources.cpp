// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"
#include "core/checkpoint/tokenizer/TokenizerFile.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace cw;

namespace {

/// A folder with the files of a fixture, or with none.
struct Folder {
    explicit Folder(const QString &fixture = {})
    {
        if (!fixture.isEmpty() && !test::copyFolder(test::fixture(u"tokenizers/" + fixture), folder.path()))
            qFatal("the fixture cannot be copied");
    }
    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    void put(const char *name, const QByteArray &bytes) const
    {
        if (!test::write(path(name), bytes))
            qFatal("the temporary folder cannot be written");
    }
    std::shared_ptr<const Tokenizer> open() const { return Tokenizer::open(folder.path()); }
    QString complaint() const
    {
        return test::thrown([this] { open(); });
    }

    QTemporaryDir folder;
};

// Protocol Buffers' wire format, by hand.
QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(value | 0x80);
    return bytes + static_cast<char>(value);
}

QByteArray number(int field, quint64 value)
{
    return varint(static_cast<quint64>(field) << 3) + varint(value);
}

QByteArray bytes(int field, const QByteArray &value)
{
    return varint(static_cast<quint64>(field) << 3 | 2) + varint(static_cast<quint64>(value.size())) + value;
}

QByteArray piece(const QByteArray &text, const QByteArray &score = {})
{
    return bytes(1, bytes(1, text) + (score.isEmpty() ? QByteArray() : QByteArray("\x15") + score));
}

QByteArray trainer(const QByteArray &fields)
{
    return bytes(2, fields);
}

} // namespace

class TestTokenizerSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokenizerJsonComesFirst();
    void anEmptyFolderSaysWhatIsLookedFor();
    void aListWithCapitalsIsCased();
    void theMaskOfAListIsItsOwn();
    void unusableFilesAreRefused_data();
    void unusableFilesAreRefused();
    void unusableMessagesAreRefused_data();
    void unusableMessagesAreRefused();
    void aCutMessageIsRefusedOrRead();
    void aFlippedByteIsRefusedOrRead();
    void linesEndInEveryWay();
};

void TestTokenizerSources::tokenizerJsonComesFirst()
{
    const Folder folder(QStringLiteral("words"));
    const std::int64_t size = folder.open()->size();
    folder.put("vocab.txt", "[UNK]\na\n");
    folder.put("tokenizer.model", "no message");
    QCOMPARE(folder.open()->size(), size);
}

void TestTokenizerSources::anEmptyFolderSaysWhatIsLookedFor()
{
    const Folder folder;
    folder.put("vocab.json", "{}"); // of no use without merges.txt
    const QString complaint = folder.complaint();
    QVERIFY2(complaint.startsWith(QString(u"File: " + folder.folder.path())), qPrintable(complaint));
    for (const char *name : {"tokenizer.json", "tokenizer.model", "spiece.model", "merges.txt", "vocab.txt"})
        QVERIFY2(complaint.contains(QLatin1String(name)), name);
}

void TestTokenizerSources::aListWithCapitalsIsCased()
{
    const Folder folder;
    folder.put("vocab.txt", "[UNK]\nthe\nThe\n");
    QCOMPARE(folder.open()->encode(QStringLiteral("The the")).ids, (std::vector<std::int64_t>{2, 1}));
    folder.put("vocab.txt", "[UNK]\nthe\nthat\n");
    QCOMPARE(folder.open()->encode(QStringLiteral("The the")).ids, (std::vector<std::int64_t>{1, 1}));
    folder.put("tokenizer_config.json", R"({"do_lower_case": false})");
    QCOMPARE(folder.open()->encode(QStringLiteral("The the")).ids, (std::vector<std::int64_t>{0, 1}));
}

void TestTokenizerSources::theMaskOfAListIsItsOwn()
{
    const Folder folder;
    folder.put("vocab.txt", "[UNK]\n[CLS]\n[SEP]\n[MASK]\na\n");
    const auto tokenizer = folder.open();
    QCOMPARE(tokenizer->maskId(), std::optional<std::int64_t>(3));
    QCOMPARE(tokenizer->encode(QStringLiteral("a [MASK]")).ids, (std::vector<std::int64_t>{1, 4, 3, 2}));
    folder.put("special_tokens_map.json", R"({"mask_token": "a"})");
    QCOMPARE(folder.open()->maskId(), std::optional<std::int64_t>(4));
}

void TestTokenizerSources::unusableFilesAreRefused_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *title, const char *fixture, const char *file, const QByteArray &bytes,
                        const char *named) {
        QTest::newRow(title) << QString::fromLatin1(fixture) << QString::fromLatin1(file) << bytes
                             << QString::fromLatin1(named);
    };
    row("no pieces", "filed/bert-files", "vocab.txt", "", "\"model.vocab\" is empty");
    row("no tokens", "filed/gpt2-files", "vocab.json", "{}", "is empty");
    row("half a vocabulary", "filed/gpt2-files", "vocab.json", "{\"a\"", "vocab.json");
    row("ids that are texts", "filed/gpt2-files", "vocab.json", R"({"a": "b"})", "\"a\"");
    row("merges of unknown tokens", "filed/gpt2-files", "merges.txt", "#version: 0.2\nqq zz\n", "\"qq\"");
    row("merge of one", "filed/gpt2-files", "merges.txt", "ab\n", "\"ab\"");
    row("settings that are a list", "filed/gpt2-files", "tokenizer_config.json", "[]", "tokenizer_config.json");
    row("flag that is a text", "filed/gpt2-files", "tokenizer_config.json", R"({"add_prefix_space": "yes"})",
        "add_prefix_space");
    row("added tokens that are texts", "filed/gpt2-files", "added_tokens.json", R"({"<x>": "y"})", "<x>");
    row("added tokens that are no objects", "filed/gpt2-files", "tokenizer_config.json",
        R"({"added_tokens_decoder": {"5": 7}})", "added_tokens_decoder");
    row("a kind with rules of its own", "filed/t5-files", "tokenizer_config.json",
        R"({"tokenizer_class": "AlbertTokenizer"})", "alberttokenizer");
}

void TestTokenizerSources::unusableFilesAreRefused()
{
    QFETCH(QString, fixture);
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, named);
    const Folder folder(fixture);
    QCOMPARE(folder.complaint(), QString());
    folder.put(qPrintable(file), bytes);
    const QString complaint = folder.complaint();
    QVERIFY2(complaint.startsWith(u"Format: ") || complaint.startsWith(u"Unsupported: "), qPrintable(complaint));
    QVERIFY2(complaint.contains(named) && complaint.contains(folder.folder.path()), qPrintable(complaint));
}

void TestTokenizerSources::unusableMessagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *title, const QByteArray &message, const char *named) {
        QTest::newRow(title) << message << QString::fromLatin1(named);
    };
    row("empty", "", "no pieces");
    row("text", "a few words of plain text", "byte");
    row("a tiktoken list", "IQ== 0\nIg== 1\n", "SentencePiece");
    row("no pieces", trainer(number(3, 1)), "no pieces");
    row("words", piece("<unk>") + trainer(number(3, 3)), "type 3");
    row("type without end", piece("<unk>") + trainer(number(3, ~quint64{0})), "Unsupported");
    row("unknown piece outside", piece("<unk>") + trainer(number(40, 7)), "7 is not the id");
    row("unknown piece before all", piece("<unk>") + trainer(number(40, ~quint64{0})), "-1 is not the id");
    row("endless piece", piece(QByteArray(5000, 'a')), "longer than a token");
    row("score that is none", piece("a", QByteArray("\x00\x00\xC0\x7F", 4)), "score");
    row("infinite score", piece("a", QByteArray("\x00\x00\x80\x7F", 4)), "score");
    row("score as a text", bytes(1, bytes(1, "a") + bytes(2, "b")), "byte");
    row("text as a number", bytes(1, number(1, 5)), "byte");
    row("lying length",
        QByteArray("\x0A\xFF\xFF\xFF\xFF\x0F"
                   "a"),
        "byte");
    row("length of 2^63",
        QByteArray("\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"
                   "a"),
        "byte");
    row("endless number", QByteArray("\x08") + QByteArray(20, '\xFF'), "byte");
    row("group", QByteArray("\x0B"), "byte 0");
    row("field 0", QByteArray("\x02\x00", 2), "byte 0");
    row("broken table of replacements", piece("<unk>") + bytes(3, bytes(2, "AAA")), "precompiled_charsmap");
}

void TestTokenizerSources::unusableMessagesAreRefused()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, named);
    const Folder folder;
    folder.put("tokenizer.model", message);
    const QString complaint = folder.complaint();
    QVERIFY2(complaint.startsWith(u"Format: ") || complaint.startsWith(u"Unsupported: "), qPrintable(complaint));
    QVERIFY2(complaint.contains(named) && complaint.contains(folder.path("tokenizer.model")), qPrintable(complaint));
}

void TestTokenizerSources::aCutMessageIsRefusedOrRead()
{
    const QByteArray whole = test::read(test::fixture(QStringLiteral("tokenizers/filed/llama-files/tokenizer.model")));
    QVERIFY(whole.size() > 10000);
    const Folder folder;
    int refused = 0;
    for (qsizetype size = 0; size < whole.size(); size += size < 100 ? 1 : 997) {
        folder.put("tokenizer.model", whole.left(size));
        const QString complaint = folder.complaint();
        QVERIFY2(complaint.isEmpty() || complaint.startsWith(u"Format: "), qPrintable(complaint));
        refused += complaint.isEmpty() ? 0 : 1;
    }
    QVERIFY(refused > 50);
}

void TestTokenizerSources::aFlippedByteIsRefusedOrRead()
{
    std::mt19937 random(5);
    for (const char *fixture : {"filed/llama-files/tokenizer.model", "filed/t5-files/spiece.model"}) {
        const QByteArray whole = test::read(test::fixture(u"tokenizers/" + QString::fromLatin1(fixture)));
        const Folder folder;
        for (int i = 0; i < 40; ++i) {
            QByteArray flipped = whole;
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size()));
            flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1u << random() % 8));
            folder.put("tokenizer.model", flipped);
            const QString complaint = test::thrown([&] {
                const auto tokenizer = folder.open();
                tokenizer->decode(tokenizer->encode(QStringLiteral("The nurse said \u00AA\u0300\uFF21 that she")).ids);
            });
            QVERIFY2(complaint.isEmpty() || complaint.contains(u": "), qPrintable(complaint));
        }
    }
}

void TestTokenizerSources::linesEndInEveryWay()
{
    const Folder folder;
    folder.put("vocab.txt", "[UNK]\r\nthe\r\n\nnurse");
    QCOMPARE(readTokenizerLines(folder.path("vocab.txt")),
             QStringList({QStringLiteral("[UNK]"), QStringLiteral("the"), QString(), QStringLiteral("nurse")}));
    QCOMPARE(folder.open()->encode(QStringLiteral("the nurse")).ids, (std::vector<std::int64_t>{1, 3}));
}

QTEST_GUILESS_MAIN(TestTokenizerSources)
#include "TestTokenizerSources.moc"
