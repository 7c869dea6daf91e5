// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"
#include "tests/support/TestFiles.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;

namespace {

const QJsonObject &textFile()
{
    static const QJsonObject file =
        QJsonDocument::fromJson(test::read(test::fixture(QStringLiteral("tokenizers/text.json")))).object();
    return file;
}

QStringList lines(const char *key)
{
    QStringList result;
    const QJsonArray list = textFile().value(QLatin1String(key)).toArray();
    for (const QJsonValue &line : list)
        result += line.toString();
    return result;
}

QString shortDigest(const QString &text, int length)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(length));
}

QString spans(const Encoding &encoding)
{
    QStringList parts;
    for (std::size_t i = 0; i < encoding.ids.size(); ++i)
        parts +=
            QStringLiteral("%1:%2-%3").arg(encoding.ids[i]).arg(encoding.offsets[i].begin).arg(encoding.offsets[i].end);
    return parts.join(u' ');
}

/// What is compared besides ids and offsets: tokens, ids without special tokens, and the texts they are read back as.
QString rest(const Tokenizer &tokenizer, const QString &line, const Encoding &encoding)
{
    const QStringList tokens(encoding.tokens.begin(), encoding.tokens.end());
    const QStringList parts{tokens.join(QChar(1)), spans(tokenizer.encode(line, false)), tokenizer.decode(encoding.ids),
                            tokenizer.decode(encoding.ids, true)};
    return shortDigest(parts.join(u'\n'), 8);
}

QString shown(const QString &line)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{line}).toJson(QJsonDocument::Compact).left(300));
}

/// What the reference made of every line.
struct Expected {
    explicit Expected(const QString &path)
    {
        const QJsonObject json = QJsonDocument::fromJson(qUncompress(test::read(path))).object();
        ids = json.value(u"ids").toArray();
        offsets = json.value(u"offsets").toArray();
        digests = json.value(u"digests").toString().split(u' ', Qt::SkipEmptyParts);
        rest = json.value(u"rest").toString().split(u' ');
    }

    /// The ids with their offsets as spans() writes them.
    QString spansOf(qsizetype line) const
    {
        QStringList parts;
        const QJsonArray id = ids[line].toArray();
        const QJsonArray offset = offsets[line].toArray();
        for (qsizetype i = 0; i < id.size(); ++i)
            parts += QStringLiteral("%1:%2-%3")
                         .arg(id[i].toInteger())
                         .arg(offset[2 * i].toInteger())
                         .arg(offset[2 * i + 1].toInteger());
        return parts.join(u' ');
    }

    QJsonArray ids;
    QJsonArray offsets;
    QStringList digests;
    QStringList rest;
};

/// Where two lists of spans part, for the report of a failure.
QString difference(const QString &got, const QString &wanted)
{
    const QStringList ours = got.split(u' ');
    const QStringList theirs = wanted.split(u' ');
    qsizetype i = 0;
    while (i < ours.size() && i < theirs.size() && ours[i] == theirs[i])
        ++i;
    return QStringLiteral("token %1 is %2, expected %3").arg(i).arg(ours.value(i), theirs.value(i));
}

void compare(const Tokenizer &tokenizer, const Expected &expected)
{
    const QStringList text = lines("lines");
    QVERIFY(text.size() >= 400);
    QCOMPARE(expected.rest.size(), text.size());
    QCOMPARE(std::max(expected.ids.size(), expected.digests.size()), text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Encoding encoding = tokenizer.encode(text[i]);
        QCOMPARE(encoding.tokens.size(), encoding.ids.size());
        QCOMPARE(encoding.offsets.size(), encoding.ids.size());
        const QString got = spans(encoding);
        if (expected.digests.isEmpty())
            QVERIFY2(got == expected.spansOf(i),
                     qPrintable(shown(text[i]) + u": " + difference(got, expected.spansOf(i))));
        else
            QVERIFY2(shortDigest(got, 8) == expected.digests[i], qPrintable(shown(text[i]) + u": " + got.left(300)));
        QVERIFY2(rest(tokenizer, text[i], encoding) == expected.rest[i],
                 qPrintable(shown(text[i]) + u" is read back as " + shown(tokenizer.decode(encoding.ids))));
    }
}

/// The folders of fixtures, named from where they lie.
QStringList fixtures()
{
    const QDir root(test::fixture(QStringLiteral("tokenizers")));
    QStringList result;
    for (QDirIterator it(root.path(), {QStringLiteral("expected.z")}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        result += root.relativeFilePath(QFileInfo(it.next()).path());
    result.sort();
    return result;
}

} // namespace

class TestTokenizerParity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsThere();
    void everyLineIsTheReferences_data();
    void everyLineIsTheReferences();
    void realFilesAreTheReferences_data();
    void realFilesAreTheReferences();
    void youngerCharactersKeepTheirPlaces_data();
    void youngerCharactersKeepTheirPlaces();
    void expressionsCutAsTheReferences_data();
    void expressionsCutAsTheReferences();
};

void TestTokenizerParity::everyTypeIsThere()
{
    const QStringList there = fixtures();
    for (const char *name :
         {"trained/gpt2", "trained/llama", "trained/llama3", "trained/qwen", "trained/bert-cased",
          "trained/bert-uncased", "trained/roberta", "trained/t5", "trained/codegen", "trained/openai-gpt", "words",
          "filed/gpt2-files", "filed/bert-files", "filed/llama-files", "filed/t5-files"})
        QVERIFY2(there.contains(QLatin1String(name)), name);
    const QStringList text = lines("lines");
    // A surrogate without its other half is read as U+FFFD, or stays one until the tokenizer reads it so.
    QVERIFY(std::any_of(text.begin(), text.end(), [](const QString &line) {
        return line.startsWith(u'a') && line.size() == 3 && line[2] == u'b' &&
               (line[1].isSurrogate() || line[1] == QChar(0xFFFD));
    }));
}

void TestTokenizerParity::everyLineIsTheReferences_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : fixtures())
        QTest::newRow(qPrintable(name)) << name;
}

void TestTokenizerParity::everyLineIsTheReferences()
{
    QFETCH(QString, name);
    const QString folder = test::fixture(u"tokenizers/" + name);
    compare(*Tokenizer::open(folder), Expected(folder + u"/expected.z"));
}

void TestTokenizerParity::realFilesAreTheReferences_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("expected");
    for (const char *name : {"gpt2", "gpt-neox-20b", "llama2", "roberta-base", "bert-base-cased", "bert-base-uncased"})
        QTest::newRow(name) << QString::fromLatin1(name) << QStringList{QStringLiteral("tokenizer.json")}
                            << QByteArray() << QString::fromLatin1(name);
    QTest::newRow("gpt2, vocab.json and merges.txt")
        << QStringLiteral("gpt2") << QStringList{QStringLiteral("vocab.json"), QStringLiteral("merges.txt")}
        << QByteArray() << QStringLiteral("gpt2");
    QTest::newRow("bert-base-uncased, vocab.txt")
        << QStringLiteral("bert-base-uncased") << QStringList{QStringLiteral("vocab.txt")} << QByteArray()
        << QStringLiteral("bert-base-uncased");
    QTest::newRow("bert-base-cased, its list")
        << QStringLiteral("bert-base-cased") << QStringList{QStringLiteral("vocab_basic_cased.txt")}
        << QByteArray(R"({"do_lower_case": false})") << QStringLiteral("bert-base-cased-files");
    QTest::newRow("llama2, tokenizer.model")
        << QStringLiteral("llama2") << QStringList{QStringLiteral("tokenizer.model")} << QByteArray()
        << QStringLiteral("llama2-files");
}

void TestTokenizerParity::realFilesAreTheReferences()
{
    QFETCH(QString, folder);
    QFETCH(QStringList, files);
    QFETCH(QByteArray, settings);
    QFETCH(QString, expected);
    const QString source = test::outsideData(u"tokenizers/" + folder);
    if (source.isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the real tokenizers are not compared");
    const QTemporaryDir work;
    for (const QString &file : files) {
        const QString target = file.startsWith(u"vocab_") ? QStringLiteral("vocab.txt") : file;
        QVERIFY(QFile::copy(QDir(source).filePath(file), work.filePath(target)));
    }
    if (!settings.isEmpty())
        QVERIFY(test::write(work.filePath(QStringLiteral("tokenizer_config.json")), settings));
    compare(*Tokenizer::open(work.path()), Expected(test::fixture(u"tokenizers/real/" + expected + u".z")));
}

void TestTokenizerParity::youngerCharactersKeepTheirPlaces_data()
{
    everyLineIsTheReferences_data();
}

void TestTokenizerParity::youngerCharactersKeepTheirPlaces()
{
    QFETCH(QString, name);
    const auto tokenizer = Tokenizer::open(test::fixture(u"tokenizers/" + name));
    const QStringList text = lines("newer");
    QVERIFY(text.size() >= 10);
    for (const QString &line : text) {
        const Encoding encoding = tokenizer->encode(line, false);
        const int size = static_cast<int>(line.toUcs4().size());
        for (const Span &span : encoding.offsets)
            QVERIFY2(span.begin >= 0 && span.begin <= span.end && span.end <= size, qPrintable(shown(line)));
        QVERIFY(tokenizer->decode(encoding.ids).isValidUtf16());
    }
}

void TestTokenizerParity::expressionsCutAsTheReferences_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected");
    const QByteArray bytes = test::read(test::fixture(QStringLiteral("tokenizers/patterns.json")));
    const QJsonObject patterns = QJsonDocument::fromJson(bytes).object().value(u"patterns").toObject();
    for (auto it = patterns.begin(); it != patterns.end(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key() << it.value().toString();
}

void TestTokenizerParity::expressionsCutAsTheReferences()
{
    QFETCH(QString, expression);
    QFETCH(QString, expected);
    const QJsonObject split{{QStringLiteral("type"), QStringLiteral("Split")},
                            {QStringLiteral("pattern"), QJsonObject{{QStringLiteral("Regex"), expression}}},
                            {QStringLiteral("behavior"), QStringLiteral("Isolated")}};
    const QJsonObject model{{QStringLiteral("type"), QStringLiteral("WordLevel")},
                            {QStringLiteral("vocab"), QJsonObject{{QStringLiteral("<unk>"), 0}}},
                            {QStringLiteral("unk_token"), QStringLiteral("<unk>")}};
    const QTemporaryDir folder;
    QVERIFY(test::write(
        folder.filePath(QStringLiteral("tokenizer.json")),
        QJsonDocument(QJsonObject{{QStringLiteral("model"), model}, {QStringLiteral("pre_tokenizer"), split}})
            .toJson()));
    const auto tokenizer = Tokenizer::open(folder.path());
    QStringList cuts;
    for (const QString &line : lines("lines"))
        cuts += spans(tokenizer->encode(line));
    QCOMPARE(shortDigest(cuts.join(u'\n'), 12), expected);
}

QTEST_GUILESS_MAIN(TestTokenizerParity)
#include "TestTokenizerParity.moc"
