// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/WordDifferences.h"

#include <QTest>

using namespace cw;

namespace {

/// The text with its marked stretches in brackets.
QString marked(QString text, const std::vector<TextRange> &marks)
{
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
        text.insert(mark->end, u']').insert(mark->begin, u'[');
    return text;
}

} // namespace

class TestWordDifferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsOfOneTextAloneAreMarked_data();
    void wordsOfOneTextAloneAreMarked();
    void aGrowingTextIsComparedAsFarAsItGoes_data();
    void aGrowingTextIsComparedAsFarAsItGoes();
    void veryLongTextsAreComparedAtTheirEnds();
};

void TestWordDifferences::wordsOfOneTextAloneAreMarked_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("markedBefore");
    QTest::addColumn<QString>("markedAfter");
    const auto row = [](const char *name, const char *before, const char *after, const char *markedBefore,
                        const char *markedAfter) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(markedBefore)
                            << QString::fromUtf8(markedAfter);
    };
    row("equal", "that she was late", "that she was late", "that she was late", "that she was late");
    row("both empty", "", "", "", "");
    row("one empty", "", "all new", "", "[all new]");
    row("one word", " he was late.", " she was late.", " [he] was late.", " [she] was late.");
    row("put in", "he was late", "he was very very late", "he was late", "he was [very very] late");
    row("nothing in common", "one two", "three", "[one two]", "[three]");
    row("spaces do not count", "a  b\nc", "a b c", "a  b\nc", "a b c");
    row("a line each", "x\na\nb", "x", "x\n[a]\n[b]", "x");
    row("changed places", "a b", "b a", "[a] b", "b [a]");
    row("without spaces", "她是护士", "他是护士", "[她]是护士", "[他]是护士");
    row("beyond the plane", "\U0001F600 a", "\U0001F603 a", "[\U0001F600] a", "[\U0001F603] a");
}

void TestWordDifferences::wordsOfOneTextAloneAreMarked()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, markedBefore);
    QFETCH(QString, markedAfter);
    const WordDifferences differences = wordDifferences(before, after);
    QCOMPARE(marked(before, differences.before), markedBefore);
    QCOMPARE(marked(after, differences.after), markedAfter);
}

void TestWordDifferences::aGrowingTextIsComparedAsFarAsItGoes_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("markedBefore");
    QTest::addColumn<QString>("markedAfter");
    const QString all = QStringLiteral("he was late again");
    QTest::newRow("nothing yet") << QString() << all << QString();
    QTest::newRow("a part of a word") << QStringLiteral("sh") << all << QStringLiteral("sh");
    QTest::newRow("one word more") << QStringLiteral("she wa") << all << QStringLiteral("[she] wa");
    QTest::newRow("two words more") << QStringLiteral("she was") << QStringLiteral("[he] was late again")
                                    << QStringLiteral("[she] was");
}

void TestWordDifferences::aGrowingTextIsComparedAsFarAsItGoes()
{
    QFETCH(QString, after);
    QFETCH(QString, markedBefore);
    QFETCH(QString, markedAfter);
    const QString before = QStringLiteral("he was late again");
    const WordDifferences differences = wordDifferences(before, after, true);
    QCOMPARE(marked(before, differences.before), markedBefore);
    QCOMPARE(marked(after, differences.after), markedAfter);
}

void TestWordDifferences::veryLongTextsAreComparedAtTheirEnds()
{
    const QString long1 = QStringLiteral("same ") + QStringLiteral("a b ").repeated(4000) + QStringLiteral("end");
    const QString long2 = QStringLiteral("same ") + QStringLiteral("b c ").repeated(4000) + QStringLiteral("end");
    const WordDifferences differences = wordDifferences(long1, long2);
    QCOMPARE(differences.before.size(), std::size_t{1});
    QCOMPARE(differences.before[0].begin, qsizetype{5});
    QCOMPARE(differences.before[0].end, long1.size() - 4);
    QCOMPARE(differences.after.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestWordDifferences)
#include "TestWordDifferences.moc"
