// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"
#include "core/checkpoint/tokenizer/ByteLevel.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/OnigurumaPattern.h"
#include "tests/support/TestFiles.h"

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

/// The test text: lines as escaped JSON texts keep every character, whatever it is.
QStringList textLines()
{
    QStringList lines;
    for (const QJsonValue &line : json(test::fixture(QStringLiteral("tokenizers/text.json"))).value(u"lines").toArray())
        lines += line.toString();
    return lines;
}

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
    for (const QString &each : textLines()) {
        const QString line = wellFormed(each);
        std::vector<Piece> parts;
        cutLikeGpt2(line, parts);
        QStringList got;
        for (const Piece &part : parts)
            got += line.mid(part.begin, part.end - part.begin);
        QStringList wanted;
        for (auto match = expression.globalMatch(line); match.hasNext();)
            wanted += match.next().captured();
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
