// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TokenStrip.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace cw;

namespace {

/// "😀 The nurse" with the tokens <s>, "😀", " The", " nur", "se": offsets count code points.
const QString text = QStringLiteral("😀 The nurse");

Encoding encoding()
{
    Encoding tokens;
    tokens.ids = {0, 1, 2, 3, 4};
    tokens.tokens = {QStringLiteral("<s>"), QStringLiteral("?"), QStringLiteral("ĠThe"), QStringLiteral("Ġnur"),
                     QStringLiteral("se")};
    tokens.offsets = {{0, 0}, {0, 1}, {1, 5}, {5, 9}, {9, 11}};
    return tokens;
}

} // namespace

class TestTokenStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_strip = std::make_unique<TokenStrip>();
        m_strip->resize(500, 60);
        m_strip->setTokens(text, encoding());
        m_strip->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
    }
    void labelsShowWhatATokenCovers();
    void aClickMarksTheTokenWithoutItsSpace();
    void aDragMarksWholeWords();
    void aDoubleClickMarksTheWord();
    void shiftAndArrowsMarkTokens();
    void specialTokensCannotBeTheSubject();
    void chipsWrapIntoLines();
    void theSubjectIsSpoken();

private:
    QPoint centre(int token) const { return m_strip->chipRect(token).center().toPoint(); }

    std::unique_ptr<TokenStrip> m_strip;
};

void TestTokenStrip::labelsShowWhatATokenCovers()
{
    Encoding tokens = encoding();
    tokens.tokens.push_back(QStringLiteral("Ċ"));
    tokens.offsets.push_back({11, 12});
    const std::vector<QString> labels = tokenLabels(text + QLatin1Char('\n'), tokens);
    QCOMPARE(labels[0], QStringLiteral("<s>"));
    QCOMPARE(labels[1], QStringLiteral("😀"));
    QCOMPARE(labels[2], QStringLiteral("The"));
    QCOMPARE(labels[4], QStringLiteral("se"));
    QCOMPARE(labels[5], QStringLiteral("↵"));
}

void TestTokenStrip::aClickMarksTheTokenWithoutItsSpace()
{
    QSignalSpy marked(m_strip.get(), &TokenStrip::subjectMarked);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, centre(3));
    QCOMPARE(marked.size(), 1);
    const Span span = marked.first().first().value<Span>();
    QCOMPARE(span.begin, 6);
    QCOMPARE(span.end, 9);
    QVERIFY(m_strip->isSubject(3));
    QVERIFY(!m_strip->isSubject(4));
}

void TestTokenStrip::aDragMarksWholeWords()
{
    QSignalSpy marked(m_strip.get(), &TokenStrip::subjectMarked);
    const QRectF last = m_strip->chipRect(4);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, m_strip->chipRect(3).center().toPoint());
    QTest::mouseMove(m_strip.get(), QPoint(int(last.left()) + 9, int(last.center().y())));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(int(last.left()) + 9, int(last.center().y())));
    QCOMPARE(marked.size(), 1);
    const Span span = marked.first().first().value<Span>();
    QCOMPARE(span.begin, 6);
    QCOMPARE(span.end, 11);
    QVERIFY(m_strip->isSubject(3));
    QVERIFY(m_strip->isSubject(4));
    QVERIFY(!m_strip->isSubject(2));
}

void TestTokenStrip::aDoubleClickMarksTheWord()
{
    QTest::mouseDClick(m_strip.get(), Qt::LeftButton, {}, centre(4));
    QCOMPARE(m_strip->subject().begin, 6);
    QCOMPARE(m_strip->subject().end, 11);
}

void TestTokenStrip::shiftAndArrowsMarkTokens()
{
    QSignalSpy marked(m_strip.get(), &TokenStrip::subjectMarked);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, centre(2));
    QTest::keyClick(m_strip.get(), Qt::Key_Right);
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(marked.size(), 2);
    const Span span = marked.last().first().value<Span>();
    QCOMPARE(span.begin, 6);
    QCOMPARE(span.end, 11);
}

void TestTokenStrip::specialTokensCannotBeTheSubject()
{
    QSignalSpy marked(m_strip.get(), &TokenStrip::subjectMarked);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, centre(0));
    QCOMPARE(marked.size(), 0);
    QVERIFY(!m_strip->isSubject(0));
}

void TestTokenStrip::chipsWrapIntoLines()
{
    const int narrow = m_strip->heightForWidth(120);
    QVERIFY(narrow > m_strip->heightForWidth(500));
    m_strip->resize(120, narrow);
    for (int token = 0; token < m_strip->tokenCount(); ++token)
        QVERIFY(QRectF(m_strip->rect()).contains(m_strip->chipRect(token)));
}

void TestTokenStrip::theSubjectIsSpoken()
{
    m_strip->setSubject({6, 11});
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_strip.get());
    QVERIFY(spoken);
    QVERIFY(spoken->text(QAccessible::Value).contains(QStringLiteral("subject: nur se")));
}

QTEST_MAIN(TestTokenStrip)
#include "TestTokenStrip.moc"
