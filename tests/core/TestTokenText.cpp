// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/StopFilter.h"
#include "core/checkpoint/TokenText.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

QStringList textLines()
{
    const QJsonObject file = QJsonDocument::fromJson(read(fixture(QStringLiteral("tokenizers/text.json")))).object();
    QStringList lines;
    const QJsonArray given = file.value(QLatin1String("lines")).toArray();
    for (const QJsonValue &line : given)
        lines << line.toString();
    return lines;
}

constexpr char16_t replacement = QChar::ReplacementCharacter;

/// What a filter lets through of a text that comes in pieces of a length.
QString filtered(const QString &text, const QStringList &stops, qsizetype length, bool &stopped)
{
    StopFilter filter(stops);
    QString shown;
    for (qsizetype at = 0; at < text.size() && !filter.hasStopped(); at += length)
        shown += filter.add(text.mid(at, length));
    stopped = filter.hasStopped();
    return shown + filter.rest();
}

} // namespace

/// Texts that come token by token: whole characters only, spaces where they belong, and an end before stop strings.
class TestTokenText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void piecesAddUpToTheText_data();
    void piecesAddUpToTheText();
    void unfinishedCharactersWait();
    void aSpaceBehindThePromptIsKept();
    void stopStringsCutTheText_data();
    void stopStringsCutTheText();
    void whatMayBecomeAStopStringWaits();
};

void TestTokenText::piecesAddUpToTheText_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *name : {"gpt2", "llama", "llama3", "metaspace", "neox", "roberta", "words"})
        QTest::newRow(name) << fixture(u"tokenizers/" + QLatin1String(name));
}

void TestTokenText::piecesAddUpToTheText()
{
    QFETCH(QString, folder);
    const auto tokenizer = Tokenizer::open(folder);
    int compared = 0;
    for (const QString &line : textLines()) {
        const std::vector<std::int64_t> ids = tokenizer->encode(line, false).ids;
        const QString whole = tokenizer->decode(ids);
        // A prompt ends with a whole character.
        std::size_t cut = ids.size() / 3;
        const auto prompt = [&] {
            return std::vector<std::int64_t>(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(cut));
        };
        while (cut < ids.size() && tokenizer->decode(prompt()).endsWith(QChar(replacement)))
            ++cut;
        TokenText text(tokenizer, prompt());
        QString got = tokenizer->decode(prompt());
        for (std::size_t i = cut; i < ids.size(); ++i) {
            const QString piece = text.add(ids[i]);
            QVERIFY2(!piece.contains(QChar(replacement)) || whole.contains(QChar(replacement)), qPrintable(line));
            got += piece;
        }
        got += text.rest();
        QCOMPARE(got, whole);
        ++compared;
    }
    QVERIFY(compared > 400);
}

void TestTokenText::unfinishedCharactersWait()
{
    const auto tokenizer = Tokenizer::open(fixture(QStringLiteral("tokenizers/gpt2")));
    const std::vector<std::int64_t> ids = tokenizer->encode(QStringLiteral("𓀀"), false).ids;
    QVERIFY(ids.size() > 1);
    TokenText text(tokenizer, tokenizer->encode(QStringLiteral("a")).ids);
    for (std::size_t i = 0; i + 1 < ids.size(); ++i)
        QVERIFY(text.add(ids[i]).isEmpty());
    QCOMPARE(text.add(ids.back()), QStringLiteral("𓀀"));
    QVERIFY(text.rest().isEmpty());
    QVERIFY(text.add(ids.front()).isEmpty());
    QCOMPARE(text.rest(), QString(QChar(replacement)));
}

void TestTokenText::aSpaceBehindThePromptIsKept()
{
    const auto tokenizer = Tokenizer::open(fixture(QStringLiteral("tokenizers/llama")));
    const std::vector<std::int64_t> prompt = tokenizer->encode(QStringLiteral("The nurse")).ids;
    const std::vector<std::int64_t> both = tokenizer->encode(QStringLiteral("The nurse said that")).ids;
    TokenText text(tokenizer, prompt);
    QString got;
    for (std::size_t i = prompt.size(); i < both.size(); ++i)
        got += text.add(both[i]);
    QCOMPARE(got, QStringLiteral(" said that"));
}

void TestTokenText::stopStringsCutTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("stops");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *text, const QStringList &stops, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(text) << stops << QString::fromUtf8(shown);
    };
    row("none", "return x\n\ndef g", {}, "return x\n\ndef g");
    row("one", "return x\n\ndef g", {QStringLiteral("\ndef")}, "return x\n");
    row("never comes", "return x\nde", {QStringLiteral("\ndef")}, "return x\nde");
    row("earliest of several", "ab cd ef", {QStringLiteral("ef"), QStringLiteral("cd")}, "ab ");
    row("longer ones that begin before", "xaby", {QStringLiteral("b"), QStringLiteral("ab")}, "x");
    row("begins within itself", "aabaabaac", {QStringLiteral("aabaac")}, "aab");
    row("at the very beginning", "stop it", {QStringLiteral("stop")}, "");
    row("empty ones stop nothing", "abc", {QString()}, "abc");
}

void TestTokenText::stopStringsCutTheText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, stops);
    QFETCH(QString, shown);
    for (qsizetype length = 1; length <= text.size(); ++length) {
        bool stopped = false;
        QCOMPARE(filtered(text, stops, length, stopped), shown);
        QCOMPARE(stopped, shown != text);
    }
}

void TestTokenText::whatMayBecomeAStopStringWaits()
{
    StopFilter filter({QStringLiteral("\n\n")});
    QCOMPARE(filter.add(QStringLiteral("one\n")), QStringLiteral("one"));
    QCOMPARE(filter.add(QStringLiteral("two")), QStringLiteral("\ntwo"));
    QCOMPARE(filter.add(QStringLiteral("\n")), QString());
    QCOMPARE(filter.add(QStringLiteral("\nthree")), QString());
    QVERIFY(filter.hasStopped());
    QVERIFY(filter.rest().isEmpty());
    QVERIFY(filter.add(QStringLiteral("four")).isEmpty());
}

QTEST_APPLESS_MAIN(TestTokenText)
#include "TestTokenText.moc"
