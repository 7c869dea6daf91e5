// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PromptTokens.h"
#include "tests/support/TestFiles.h"

#include <QTest>

using namespace cw;

namespace {

std::shared_ptr<const Tokenizer> small(const char *name)
{
    return Tokenizer::open(test::fixture(u"tokenizers/" + QString::fromLatin1(name)));
}

QString joined(const Encoding &encoding, Span tokens)
{
    QString result;
    for (int i = tokens.begin; i < tokens.end; ++i)
        result += encoding.tokens[static_cast<std::size_t>(i)];
    return result;
}

} // namespace

class TestPromptTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeWordsComeBeforePartsOfWords_data();
    void wholeWordsComeBeforePartsOfWords();
    void aMarkedSpanHasTheOccurrenceThatFindsIt();
    void aSubjectThatIsNotThereIsNamed();
    void anOccurrenceThatIsNotThereIsRefused_data();
    void anOccurrenceThatIsNotThereIsRefused();
    void aSpanOutsideTheTextIsRefused();
    void spansCountCodePoints();
    void subjectTokensOverlapTheSpan_data();
    void subjectTokensOverlapTheSpan();
    void aCharacterOfSeveralTokensTakesThemAll();
    void aSubjectThatCoversEverythingIsRefused_data();
    void aSubjectThatCoversEverythingIsRefused();
    void aSubjectWithoutTokensIsRefused();
    void specialTokensBehindThePromptAreLeftOff();
    void anEmptyPromptIsRefused_data();
    void anEmptyPromptIsRefused();
    void aTargetIsWhatIsAdded_data();
    void aTargetIsWhatIsAdded();
    void aTargetThatChangesThePromptStandsAlone();
    void anEmptyTargetIsRefused();
};

void TestPromptTokens::wholeWordsComeBeforePartsOfWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QList<int>>("begins");
    QTest::newRow("word after part") << QStringLiteral("midnurse nurses nurse") << QStringLiteral("nurse")
                                     << QList<int>{16, 3, 9};
    QTest::newRow("overlapping") << QStringLiteral("aaa") << QStringLiteral("aa") << QList<int>{0, 1};
    QTest::newRow("with an apostrophe") << QStringLiteral("the nurse's nurse") << QStringLiteral("nurse")
                                        << QList<int>{4, 12};
    QTest::newRow("two words") << QStringLiteral("A flight attendant. flight attendants")
                               << QStringLiteral("flight attendant") << QList<int>{2, 20};
    QTest::newRow("underscores join") << QStringLiteral("x_nurse nurse") << QStringLiteral("nurse") << QList<int>{8, 2};
    QTest::newRow("marks join") << QStringLiteral("nurse\u0301 nurse") << QStringLiteral("nurse") << QList<int>{7, 0};
    QTest::newRow("with its space") << QStringLiteral("the nurse") << QStringLiteral(" nurse") << QList<int>{3};
    QTest::newRow("after an emoji") << QStringLiteral("\U0001F600 nurse") << QStringLiteral("nurse") << QList<int>{2};
    QTest::newRow("punctuation") << QStringLiteral("a(b)c (b)") << QStringLiteral("(b)") << QList<int>{1, 6};
}

void TestPromptTokens::wholeWordsComeBeforePartsOfWords()
{
    QFETCH(QString, text);
    QFETCH(QString, subject);
    QFETCH(QList<int>, begins);
    for (int n = 1; n <= begins.size(); ++n) {
        const Span span = findSubject(text, subject, n);
        QCOMPARE(span.begin, begins[n - 1]);
        QCOMPARE(spanText(text, span), subject);
        QCOMPARE(subjectOccurrence(text, span), n);
    }
    QVERIFY(!test::thrown([&] { findSubject(text, subject, static_cast<int>(begins.size()) + 1); }).isEmpty());
}

void TestPromptTokens::aMarkedSpanHasTheOccurrenceThatFindsIt()
{
    const QString text = QStringLiteral("he said the other nurse's he-man \U0001F469 the he");
    const int size = static_cast<int>(text.toUcs4().size());
    for (int begin = 0; begin < size; ++begin) {
        for (int end = begin + 1; end <= size; ++end) {
            const Span found = findSubject(text, spanText(text, {begin, end}), subjectOccurrence(text, {begin, end}));
            QCOMPARE(found.begin, begin);
            QCOMPARE(found.end, end);
        }
    }
}

void TestPromptTokens::aSubjectThatIsNotThereIsNamed()
{
    const QString complaint =
        test::thrown([] { findSubject(QStringLiteral("The doctor said"), QStringLiteral("nurse")); });
    QVERIFY2(complaint.startsWith(u"Input: The subject \"nurse\" is not in the prompt"), qPrintable(complaint));
    QVERIFY(test::thrown([] { findSubject(QStringLiteral("The doctor"), QString()); }).startsWith(u"Input: "));
}

void TestPromptTokens::anOccurrenceThatIsNotThereIsRefused_data()
{
    QTest::addColumn<int>("occurrence");
    for (const int occurrence : {-1, 0, 3})
        QTest::addRow("%d", occurrence) << occurrence;
}

void TestPromptTokens::anOccurrenceThatIsNotThereIsRefused()
{
    QFETCH(int, occurrence);
    const QString complaint =
        test::thrown([&] { findSubject(QStringLiteral("a nurse, a nurse"), QStringLiteral("nurse"), occurrence); });
    QVERIFY2(complaint.startsWith(u"Input: ") && complaint.contains(QString::number(occurrence)) &&
                 complaint.endsWith(u"is 2."),
             qPrintable(complaint));
}

void TestPromptTokens::aSpanOutsideTheTextIsRefused()
{
    for (const Span span : {Span{-1, 2}, Span{2, 2}, Span{3, 2}, Span{1, 4}})
        QVERIFY(test::thrown([&] { subjectOccurrence(QStringLiteral("abc"), span); }).startsWith(u"Input: "));
}

void TestPromptTokens::spansCountCodePoints()
{
    const QString text = QStringLiteral("\U0001F469\U0001F3FD nurse");
    const Span span = findSubject(text, QStringLiteral("nurse"));
    QCOMPARE(span.begin, 3);
    QCOMPARE(span.end, 8);
    QCOMPARE(spanText(text, {0, 2}), QStringLiteral("\U0001F469\U0001F3FD"));
}

void TestPromptTokens::subjectTokensOverlapTheSpan_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("covered");
    QTest::newRow("byte-level") << QByteArray("gpt2") << QStringLiteral("Ġlibrarian");
    QTest::newRow("trimmed") << QByteArray("neox") << QStringLiteral("Ġlibrarian");
    QTest::newRow("byte fallback") << QByteArray("llama") << QStringLiteral("▁librarian");
    QTest::newRow("metaspace") << QByteArray("metaspace") << QStringLiteral("▁librarian");
    QTest::newRow("words") << QByteArray("words") << QStringLiteral("librarian");
}

void TestPromptTokens::subjectTokensOverlapTheSpan()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, covered);
    const auto tokenizer = small(name.constData());
    const QString prompt = QStringLiteral("The librarian said that");
    const Encoding encoding = promptTokens(*tokenizer, prompt);
    const Span tokens = subjectTokens(encoding, findSubject(prompt, QStringLiteral("librarian")));
    QCOMPARE(joined(encoding, tokens), covered);
    // Half of the word lies in the same tokens or in some of them.
    const Span part = subjectTokens(encoding, findSubject(prompt, QStringLiteral("brar")));
    QVERIFY(part.begin >= tokens.begin && part.end <= tokens.end);
}

void TestPromptTokens::aCharacterOfSeveralTokensTakesThemAll()
{
    const QString prompt = QStringLiteral("a \U0001F9D1 b");
    for (const char *name : {"gpt2", "llama"}) {
        const Encoding encoding = promptTokens(*small(name), prompt);
        const Span tokens = subjectTokens(encoding, {2, 3});
        QVERIFY(tokens.end - tokens.begin > 1);
        const Span last = encoding.offsets[static_cast<std::size_t>(tokens.end - 1)];
        QCOMPARE(last.end, 3);
        QVERIFY(encoding.offsets[static_cast<std::size_t>(tokens.end)].begin >= 3);
    }
}

void TestPromptTokens::aSubjectThatCoversEverythingIsRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"gpt2", "llama", "metaspace", "words"})
        QTest::newRow(name) << QByteArray(name);
}

void TestPromptTokens::aSubjectThatCoversEverythingIsRefused()
{
    QFETCH(QByteArray, name);
    const QString prompt = QStringLiteral("the nurse");
    const auto tokenizer = small(name.constData());
    for (const Encoding &encoding : {promptTokens(*tokenizer, prompt), tokenizer->encode(prompt)}) {
        const QString complaint = test::thrown([&] { subjectTokens(encoding, {0, 9}); });
        QVERIFY2(complaint.startsWith(u"Input: The subject covers the whole prompt"), qPrintable(complaint));
    }
}

void TestPromptTokens::aSubjectWithoutTokensIsRefused()
{
    // The word-level tokenizer leaves spaces out.
    const Encoding encoding = promptTokens(*small("words"), QStringLiteral("the nurse"));
    QVERIFY(test::thrown([&] { subjectTokens(encoding, {3, 4}); }).startsWith(u"Input: No token"));
}

void TestPromptTokens::specialTokensBehindThePromptAreLeftOff()
{
    const auto tokenizer = small("metaspace");
    const Encoding whole = tokenizer->encode(QStringLiteral("the nurse"));
    const Encoding prompt = promptTokens(*tokenizer, QStringLiteral("the nurse"));
    QCOMPARE(whole.tokens.back(), QStringLiteral("</s>"));
    QCOMPARE(prompt.ids.size() + 1, whole.ids.size());
    QCOMPARE(prompt.tokens.front(), QStringLiteral("<s>"));
    QVERIFY(prompt.tokens.back() != QStringLiteral("</s>"));
    QCOMPARE(prompt.offsets.size(), prompt.ids.size());
    // One that the person wrote stays.
    QCOMPARE(promptTokens(*tokenizer, QStringLiteral("the nurse</s>")).tokens.back(), QStringLiteral("</s>"));
}

void TestPromptTokens::anEmptyPromptIsRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("prompt");
    QTest::newRow("byte-level") << QByteArray("gpt2") << QString();
    QTest::newRow("with BOS") << QByteArray("llama") << QString();
    QTest::newRow("with EOS") << QByteArray("words") << QString();
    QTest::newRow("spaces only") << QByteArray("words") << QStringLiteral("  ");
}

void TestPromptTokens::anEmptyPromptIsRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, prompt);
    const auto tokenizer = small(name.constData());
    QVERIFY(test::thrown([&] { promptTokens(*tokenizer, prompt); }).startsWith(u"Input: The prompt is empty"));
}

void TestPromptTokens::aTargetIsWhatIsAdded_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("byte-level") << QByteArray("gpt2") << QStringLiteral(" she") << QStringLiteral("Ġshe");
    QTest::newRow("byte fallback") << QByteArray("llama") << QStringLiteral(" she") << QStringLiteral("▁she");
    QTest::newRow("with EOS") << QByteArray("metaspace") << QStringLiteral(" she") << QStringLiteral("▁she");
    QTest::newRow("words") << QByteArray("words") << QStringLiteral(" she") << QStringLiteral("she");
    QTest::newRow("pieces") << QByteArray("gpt2") << QStringLiteral(" zyx") << QStringLiteral("Ġzyx");
}

void TestPromptTokens::aTargetIsWhatIsAdded()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, target);
    QFETCH(QString, tokens);
    const auto tokenizer = small(name.constData());
    const Target added = targetIds(*tokenizer, QStringLiteral("The nurse said that"), target);
    QVERIFY(!added.isAlone);
    QString text;
    for (const std::int64_t id : added.ids)
        text += tokenizer->token(id);
    QCOMPARE(text, tokens);
}

void TestPromptTokens::aTargetThatChangesThePromptStandsAlone()
{
    // "nur" + "se" is one token, so the tokens of the prompt change; a trailing space goes to the next word.
    for (const char *name : {"gpt2", "llama"}) {
        const auto tokenizer = small(name);
        const Target target = targetIds(*tokenizer, QStringLiteral("The nur"), QStringLiteral("se"));
        QVERIFY(target.isAlone);
        QCOMPARE(target.ids, tokenizer->encodeContinuation(QStringLiteral("se")).ids);
        QString text;
        for (const std::int64_t id : target.ids)
            text += tokenizer->token(id);
        QCOMPARE(text, QStringLiteral("se"));
        QVERIFY(targetIds(*tokenizer, QStringLiteral("The nurse said that "), QStringLiteral("she")).isAlone);
    }
}

void TestPromptTokens::anEmptyTargetIsRefused()
{
    for (const char *name : {"gpt2", "llama", "words"}) {
        const auto tokenizer = small(name);
        const QString complaint = test::thrown([&] { targetIds(*tokenizer, QStringLiteral("The nurse"), QString()); });
        QVERIFY2(complaint.startsWith(u"Input: The target \"\" adds no token"), qPrintable(complaint));
    }
    // Spaces are no word of a word list.
    const auto words = small("words");
    QVERIFY(!test::thrown([&] { targetIds(*words, QStringLiteral("The nurse"), QStringLiteral(" ")); }).isEmpty());
}

QTEST_GUILESS_MAIN(TestPromptTokens)
#include "TestPromptTokens.moc"
