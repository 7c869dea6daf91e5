// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RelocatedSubjects.h"
#include "tests/support/TestFiles.h"

#include <QTest>
#include <set>

using namespace cw;
using namespace cw::test;

namespace {

constexpr EditedToken allTokens[] = {EditedToken::Subject, EditedToken::First, EditedToken::Before, EditedToken::After,
                                     EditedToken::Read};

SubjectText textOf(int tokens, int subject)
{
    SubjectText text;
    text.ids.resize(static_cast<std::size_t>(tokens), 7);
    text.subject = subject;
    text.read = tokens - 1;
    return text;
}

EditSubject subjectIn(const std::vector<SubjectText> &texts)
{
    return {"nurse", texts, textOf(5, 1)};
}

std::set<std::pair<int, int>> asSet(const std::vector<OtherPlace> &places)
{
    std::set<std::pair<int, int>> found;
    for (const OtherPlace &place : places)
        found.insert({place.shift, static_cast<int>(place.token)});
    return found;
}

} // namespace

/// Other places for an edit of occupations.
class TestRelocatedSubjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherTokenStaysInItsText_data();
    void anotherTokenStaysInItsText();
    void everyOtherPlaceComesOnce();
    void tokensThatAreTheSameCountOnce();
    void whereNothingElseIsNothingIsRelocated();
};

void TestRelocatedSubjects::anotherTokenStaysInItsText_data()
{
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("subject");
    QTest::addColumn<QVector<int>>("places"); // first, before, after, read
    QTest::newRow("within") << 9 << 4 << QVector<int>{0, 3, 5, 8};
    QTest::newRow("at the start") << 9 << 0 << QVector<int>{1, 1, 1, 8};
    QTest::newRow("at the end") << 9 << 8 << QVector<int>{0, 7, 7, 7};
}

void TestRelocatedSubjects::anotherTokenStaysInItsText()
{
    QFETCH(int, tokens);
    QFETCH(int, subject);
    QFETCH(QVector<int>, places);
    const EditSubject own = subjectIn({textOf(tokens, subject)});
    QCOMPARE(movedTo(own, EditedToken::Subject).texts.front().subject, subject);
    for (int i = 0; i < 4; ++i) {
        const EditSubject moved = movedTo(own, allTokens[i + 1]);
        QCOMPARE(moved.texts.front().subject, places[i]);
        QCOMPARE(moved.texts.front().read, tokens - 1);
        QVERIFY(moved.neutral.subject != own.neutral.subject);
    }
}

void TestRelocatedSubjects::everyOtherPlaceComesOnce()
{
    const std::vector<EditSubject> subjects{subjectIn({textOf(9, 4), textOf(7, 1)})};
    const std::vector<OtherPlace> places = otherPlaces(subjects, 1, 2, 6, 3);
    // Two neighbouring layers of six lie in five places, each at five tokens, but for their own.
    QCOMPARE(places.size(), std::size_t{24});
    const auto known = asSet(places);
    QCOMPARE(known.size(), places.size());
    QVERIFY(known.count({0, static_cast<int>(EditedToken::Subject)}) == 0);
    QCOMPARE(known.begin()->first, -1);
    QCOMPARE(known.rbegin()->first, 3);
    const std::vector<OtherPlace> again = otherPlaces(subjects, 1, 2, 6, 3);
    QVERIFY(again[5].shift == places[5].shift && again[5].token == places[5].token);
    const std::vector<OtherPlace> other = otherPlaces(subjects, 1, 2, 6, 4);
    QVERIFY(std::any_of(places.begin(), places.end(), [&, i = std::size_t{0}](const OtherPlace &place) mutable {
        const OtherPlace &beside = other[i++];
        return beside.shift != place.shift || beside.token != place.token;
    }));
}

void TestRelocatedSubjects::tokensThatAreTheSameCountOnce()
{
    // "The nurse said": the first token is the one before, the last the one after.
    const auto known = asSet(otherPlaces({subjectIn({textOf(3, 1)})}, 0, 0, 1, 1));
    QCOMPARE(known.size(), std::size_t{2});
    QVERIFY(known.count({0, static_cast<int>(EditedToken::First)}) == 1);
    QVERIFY(known.count({0, static_cast<int>(EditedToken::After)}) == 1);
}

void TestRelocatedSubjects::whereNothingElseIsNothingIsRelocated()
{
    const std::vector<EditSubject> subjects{subjectIn({textOf(1, 0)})};
    QVERIFY(thrown([&] { otherPlaces(subjects, 0, 5, 6, 1); }).startsWith(QLatin1String("Input")));
    QCOMPARE(otherPlaces(subjects, 0, 4, 6, 1).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestRelocatedSubjects)
#include "TestRelocatedSubjects.moc"
