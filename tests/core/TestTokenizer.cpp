// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"
#include "core/checkpoint/tokenizer/ByteLevel.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/OnigurumaPattern.h"
#include "tests/support/TestFiles.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cw;

namespace {

QJsonObject json(const QString &path)
{
    return QJsonDocument::fromJson(test::read(path)).object();
}

QString shortDigest(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
}

QString digest(const Encoding &encoding)
{
    QStringList parts;
    for (std::size_t i = 0; i < encoding.ids.size(); ++i)
        parts +=
            QStringLiteral("%1:%2-%3").arg(encoding.ids[i]).arg(encoding.offsets[i].begin).arg(encoding.offsets[i].end);
    return shortDigest(parts.join(u' '));
}

/// The test text: lines as escaped JSON texts keep every character, whatever it is.
QStringList textLines()
{
    QStringList lines;
    for (const QJsonValue &line : json(test::fixture(QStringLiteral("tokenizers/text.json"))).value(u"lines").toArray())
        lines += line.toString();
    return lines;
}

QString shown(const QString &line)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{line}).toJson(QJsonDocument::Compact));
}

QStringList words(const QJsonObject &expected, const char *key)
{
    return expected.value(QLatin1String(key)).toString().split(u' ');
}

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAndOffsetsAreTheReferences_data();
    void idsAndOffsetsAreTheReferences();
    void everyLineHasTheReferencesDigests_data();
    void everyLineHasTheReferencesDigests();
    void realFilesHaveTheReferencesDigests_data();
    void realFilesHaveTheReferencesDigests();
    void realModelsReadTheirReferenceTexts_data();
    void realModelsReadTheirReferenceTexts();
    void wordsAreCutAsTheExpressionCutsThem();
    void aLoneSurrogateIsOneReplacementCharacter();
    void addedSpecialTokensAreCounted();
    void aContinuationHasNoPrefix_data();
    void aContinuationHasNoPrefix();
    void idsOutsideTheVocabularyAreNoTokens();
    void aLongWordIsNotQuadratic();
    void invalidUtf8DecodesToReplacementCharacters();
};

void TestTokenizer::idsAndOffsetsAreTheReferences_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"gpt2", "neox", "llama3", "llama", "metaspace", "affixes", "words"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTokenizer::idsAndOffsetsAreTheReferences()
{
    QFETCH(QString, name);
    const QString folder = test::fixture(u"tokenizers/" + name);
    const auto tokenizer = Tokenizer::open(folder);
    const QJsonObject expected = json(folder + u"/expected.json");
    const QJsonArray ids = expected.value(u"ids").toArray();
    const QJsonArray offsets = expected.value(u"offsets").toArray();
    const QStringList lines = textLines();
    QVERIFY(ids.size() >= 200);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const Encoding encoding = tokenizer->encode(lines[i]);
        QJsonArray gotIds;
        QJsonArray gotOffsets;
        for (std::size_t k = 0; k < encoding.ids.size(); ++k) {
            gotIds += static_cast<qint64>(encoding.ids[k]);
            gotOffsets += encoding.offsets[k].begin;
            gotOffsets += encoding.offsets[k].end;
            QCOMPARE(encoding.tokens.size(), encoding.ids.size());
        }
        const auto compact = [](const QJsonValue &list) {
            return QJsonDocument(list.toArray()).toJson(QJsonDocument::Compact);
        };
        QVERIFY2(gotIds == ids[i].toArray(),
                 qPrintable(shown(lines[i]) + u" ids " + QString::fromUtf8(compact(gotIds)) + u" expected " +
                            QString::fromUtf8(compact(ids[i]))));
        QVERIFY2(gotOffsets == offsets[i].toArray(),
                 qPrintable(shown(lines[i]) + u" offsets " + QString::fromUtf8(compact(gotOffsets)) + u" expected " +
                            QString::fromUtf8(compact(offsets[i]))));
    }
}

static void compareDigests(const Tokenizer &tokenizer, const QJsonObject &expected)
{
    const QStringList lines = textLines();
    const QStringList digests = words(expected, "digests");
    const QStringList withoutSpecial = words(expected, "withoutSpecial");
    const QStringList decoded = words(expected, "decoded");
    const QStringList decodedWithSpecial = words(expected, "decodedWithSpecial");
    QCOMPARE(digests.size(), lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Encoding encoding = tokenizer.encode(lines[i]);
        QVERIFY2(digest(encoding) == digests[i], qPrintable(shown(lines[i])));
        QVERIFY2(digest(tokenizer.encode(lines[i], false)) == withoutSpecial[i], qPrintable(shown(lines[i])));
        const QString back = tokenizer.decode(encoding.ids);
        QVERIFY2(shortDigest(back) == decoded[i], qPrintable(shown(lines[i]) + u" decoded " + shown(back)));
        QVERIFY2(shortDigest(tokenizer.decode(encoding.ids, true)) == decodedWithSpecial[i],
                 qPrintable(shown(lines[i])));
    }
}

void TestTokenizer::everyLineHasTheReferencesDigests_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"gpt2", "neox", "roberta", "llama3", "llama", "crossing", "metaspace", "affixes",
                             "dropping", "words", "removed", "previous", "next", "contiguous"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTokenizer::everyLineHasTheReferencesDigests()
{
    QFETCH(QString, name);
    const QString folder = test::fixture(u"tokenizers/" + name);
    compareDigests(*Tokenizer::open(folder), json(folder + u"/expected.json"));
}

void TestTokenizer::realFilesHaveTheReferencesDigests_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"gpt2", "gpt-neox-20b", "llama2", "roberta-base"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTokenizer::realFilesHaveTheReferencesDigests()
{
    QFETCH(QString, name);
    const QString folder = test::outsideData(u"tokenizers/" + name);
    if (folder.isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the real tokenizers are not compared");
    compareDigests(*Tokenizer::open(folder), json(test::fixture(u"tokenizers/real/" + name + u".json")));
}

void TestTokenizer::realModelsReadTheirReferenceTexts_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"stories260K", "capp-gpt", "micro-lm-Base"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTokenizer::realModelsReadTheirReferenceTexts()
{
    QFETCH(QString, name);
    const QString folder = test::outsideData(u"models/" + name);
    if (folder.isEmpty())
        QSKIP("COUNTERWEIGHT_TEST_DATA is not set: the real models' tokenizers are not compared");
    const auto tokenizer = Tokenizer::open(folder);
    const QJsonArray texts = QJsonDocument::fromJson(test::read(folder + u"/reference.json")).array();
    QVERIFY(!texts.isEmpty());
    for (const QJsonValue &text : texts) {
        QJsonArray ids;
        for (const std::int64_t id : tokenizer->encode(text.toObject().value(u"text").toString()).ids)
            ids += static_cast<qint64>(id);
        QCOMPARE(ids, text.toObject().value(u"ids").toArray());
    }
}

void TestTokenizer::wordsAreCutAsTheExpressionCutsThem()
{
    const QRegularExpression expression(
        OnigurumaPattern(
            QStringLiteral("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"))
            .pcre(),
        QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &line : textLines()) {
        std::vector<Piece> parts;
        cutLikeGpt2(line, parts);
        QStringList got;
        for (const Piece &part : parts)
            got += line.mid(part.begin, part.end - part.begin);
        QStringList wanted;
        for (auto each = expression.globalMatch(line); each.hasNext();)
            wanted += each.next().captured();
        QCOMPARE(got, wanted);
    }
}

void TestTokenizer::aLoneSurrogateIsOneReplacementCharacter()
{
    const auto tokenizer = Tokenizer::open(test::fixture(QStringLiteral("tokenizers/gpt2")));
    QString text = QStringLiteral("a?b");
    text[1] = QChar(0xD83D);
    const Encoding encoding = tokenizer->encode(text);
    QCOMPARE(tokenizer->decode(encoding.ids), QStringLiteral("a\uFFFDb"));
    QCOMPARE(encoding.offsets.back().end, 3);
}

void TestTokenizer::addedSpecialTokensAreCounted()
{
    const Encoding both =
        Tokenizer::open(test::fixture(QStringLiteral("tokenizers/metaspace")))->encode(QStringLiteral("a"));
    QCOMPARE(both.addedBefore, 1);
    QCOMPARE(both.addedAfter, 1);
    QCOMPARE(both.tokens.front(), QStringLiteral("<s>"));
    QCOMPARE(both.tokens.back(), QStringLiteral("</s>"));
    const Encoding none =
        Tokenizer::open(test::fixture(QStringLiteral("tokenizers/metaspace")))->encode(QStringLiteral("a"), false);
    QCOMPARE(none.addedBefore + none.addedAfter, 0);
}

void TestTokenizer::aContinuationHasNoPrefix_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"gpt2", "roberta", "llama", "metaspace"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTokenizer::aContinuationHasNoPrefix()
{
    QFETCH(QString, name);
    const auto tokenizer = Tokenizer::open(test::fixture(u"tokenizers/" + name));
    const Encoding encoding = tokenizer->encodeContinuation(QStringLiteral("he"));
    QString joined;
    for (const QString &token : encoding.tokens)
        joined += token;
    QCOMPARE(joined, QStringLiteral("he"));
    QCOMPARE(encoding.addedBefore + encoding.addedAfter, 0);
}

void TestTokenizer::idsOutsideTheVocabularyAreNoTokens()
{
    const auto tokenizer = Tokenizer::open(test::fixture(QStringLiteral("tokenizers/neox")));
    QCOMPARE(tokenizer->size(), 583);
    QVERIFY(!tokenizer->token(582).isEmpty());
    for (const std::int64_t id : {std::int64_t{-1}, std::int64_t{583}, std::int64_t{1} << 40})
        QVERIFY(tokenizer->token(id).isEmpty());
    QCOMPARE(tokenizer->decode({-1, 583}), QString());
}

void TestTokenizer::aLongWordIsNotQuadratic()
{
    const auto tokenizer = Tokenizer::open(test::fixture(QStringLiteral("tokenizers/llama")));
    const auto seconds = [&](qsizetype size) {
        const QString word(size, u'e');
        QElapsedTimer timer;
        timer.start();
        const Encoding encoding = tokenizer->encode(QString(u'x' + word));
        return encoding.offsets.back().end == size + 1 ? timer.nsecsElapsed() * 1e-9 : 1e9;
    };
    seconds(1000);
    // Sixteen times the length takes sixteen to twenty times as long; were it quadratic, 256 times.
    const double shortWord = seconds(50000);
    QVERIFY2(seconds(800000) < 100 * shortWord + 0.5, "a long word takes more than its share");
}

void TestTokenizer::invalidUtf8DecodesToReplacementCharacters()
{
    const auto decoded = [](const char *bytes) { return fromLossyUtf8(QByteArray(bytes)); };
    QCOMPARE(decoded("a\xC3\xA9z"), QStringLiteral("a\u00E9z"));
    QCOMPARE(decoded("\xF0\x9F\x98"), QStringLiteral("\uFFFD"));
    QCOMPARE(decoded("\xF0\x9Fz"), QStringLiteral("\uFFFDz"));
    QCOMPARE(decoded("\xE0\x80\x80"), QStringLiteral("\uFFFD\uFFFD\uFFFD"));
    QCOMPARE(decoded("\xED\xA0\x80"), QStringLiteral("\uFFFD\uFFFD\uFFFD"));
    QCOMPARE(decoded("\xFF\xC3"), QStringLiteral("\uFFFD\uFFFD"));
}

QTEST_GUILESS_MAIN(TestTokenizer)
#include "TestTokenizer.moc"
