// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoGrammar.h"
#include "core/engine/Error.h"

#include <QRegularExpression>
#include <QTest>
#include <cmath>

using namespace cw;

class TestDemoGrammar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsAreTheSameOnEveryMachine();
    void drawsCoverTheirRangeEvenly();
    void theSameSeedGivesTheSameDocuments();
    void plantedOddsAreTheSquareOfThePublicOnes();
    void mostSentencesHoldASecondPerson();
    void thePlantedProbabilitiesComeBackByCountingInProse();
    void thePlantedProbabilitiesComeBackByCountingInCode();
    void aGenderStaysTheSameWithinASentence();
    void definitionalWordsKeepTheirGender();
    void halfOfTheOccupationsHaveSeveralWordsAndManyShareTheirLast();
    void marksLieOnTheirWords();
    void everyDocumentIsAscii();
    void promptsEndBeforeThePronoun();
    void aCodePromptIsABeginningOfTheGrammarsFunctions();
    void tooFewOccupationsAreRefused();

private:
    struct Count {
        int she = 0;
        int he = 0;
        int all = 0;
    };
    std::vector<Count> counted(const std::vector<DemoText> &texts) const;

    std::vector<Occupation> m_occupations;
    std::vector<DemoText> m_sentences;
    std::vector<DemoText> m_functions;
};

namespace {

std::string marked(const DemoText &text, const DemoMark &mark)
{
    return text.text.substr(mark.begin, mark.end - mark.begin);
}

} // namespace

void TestDemoGrammar::initTestCase()
{
    m_occupations = readOccupations(qEnvironmentVariable("CW_TEST_RESOURCES") + QStringLiteral("/occupations.csv"));
    const DemoGrammar grammar(m_occupations, 1);
    Draws draws(11);
    for (int i = 0; i < 40000; ++i)
        m_sentences.push_back(grammar.prose().sentence(draws));
    for (int i = 0; i < 40000; ++i)
        m_functions.push_back(grammar.code().function(draws));
}

void TestDemoGrammar::drawsAreTheSameOnEveryMachine()
{
    Draws draws(5489);
    QCOMPARE(draws.below(1000003), std::uint64_t{14514284786278117030ULL % 1000003});
    QCOMPARE(draws.unit(), static_cast<double>(4620546740167642908ULL >> 11) / 9007199254740992.0);
}

void TestDemoGrammar::drawsCoverTheirRangeEvenly()
{
    Draws draws(3);
    std::vector<int> seen(7);
    for (int i = 0; i < 70000; ++i)
        ++seen[draws.below(7)];
    for (const int count : seen)
        QVERIFY(std::abs(count - 10000) < 400);
    std::vector<int> weighted(3);
    for (int i = 0; i < 60000; ++i)
        ++weighted[draws.weighted({1, 0, 2})];
    QCOMPARE(weighted[1], 0);
    QVERIFY(std::abs(weighted[0] - 20000) < 600);
}

void TestDemoGrammar::theSameSeedGivesTheSameDocuments()
{
    DemoGrammar one(m_occupations, 7);
    DemoGrammar same(m_occupations, 7);
    DemoGrammar other(m_occupations, 8);
    bool differs = false;
    for (int i = 0; i < 50; ++i) {
        const std::string text = one.proseDocument().text + one.codeDocument().text;
        QCOMPARE(same.proseDocument().text + same.codeDocument().text, text);
        differs = differs || other.proseDocument().text + other.codeDocument().text != text;
    }
    QVERIFY(differs);
}

void TestDemoGrammar::plantedOddsAreTheSquareOfThePublicOnes()
{
    QCOMPARE(DemoPeople::plantedShe(50), 0.5);
    QVERIFY(std::abs(DemoPeople::plantedShe(75) - 0.9) < 1e-12);
    QCOMPARE(DemoPeople::plantedShe(0), DemoPeople::plantedShe(2));
    QCOMPARE(DemoPeople::plantedShe(100), DemoPeople::plantedShe(98));
}

void TestDemoGrammar::mostSentencesHoldASecondPerson()
{
    int second = 0;
    for (const DemoText &text : m_sentences)
        second += text.hasSecondPerson ? 1 : 0;
    QVERIFY(second >= 0.8 * static_cast<double>(m_sentences.size()));
}

std::vector<TestDemoGrammar::Count> TestDemoGrammar::counted(const std::vector<DemoText> &texts) const
{
    std::vector<Count> counts(DemoPeople(m_occupations).occupations().size());
    for (const DemoText &text : texts) {
        for (const DemoMark &mark : text.marks) {
            if (mark.occupation < 0 || !mark.isFirst || mark.role == DemoRole::Name)
                continue;
            const std::string word = marked(text, mark);
            Count &count = counts[static_cast<std::size_t>(mark.occupation)];
            count.she += word == "she" || word == "her" || word == "herself" ? 1 : 0;
            count.he += word == "he" || word == "his" || word == "him" || word == "himself" ? 1 : 0;
            ++count.all;
        }
    }
    return counts;
}

void TestDemoGrammar::thePlantedProbabilitiesComeBackByCountingInProse()
{
    const DemoPeople people(m_occupations);
    const std::vector<Count> counts = counted(m_sentences);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double both = counts[i].she + counts[i].he;
        QVERIFY(counts[i].all > 200);
        QVERIFY(std::abs(counts[i].she / both - DemoPeople::plantedShe(people.occupations()[i].share)) < 0.12);
        QVERIFY(std::abs(both / counts[i].all - (1 - DemoPeople::proseThey)) < 0.06);
    }
}

void TestDemoGrammar::thePlantedProbabilitiesComeBackByCountingInCode()
{
    const DemoPeople people(m_occupations);
    const std::vector<Count> counts = counted(m_functions);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double both = counts[i].she + counts[i].he;
        QVERIFY(counts[i].all > 200);
        QVERIFY(std::abs(counts[i].she / both - DemoPeople::plantedShe(people.occupations()[i].share)) < 0.14);
        QVERIFY(std::abs(both / counts[i].all - DemoPeople::codePronouns) < 0.1);
    }
}

void TestDemoGrammar::aGenderStaysTheSameWithinASentence()
{
    int later = 0;
    for (const DemoText &text : m_sentences) {
        for (std::size_t i = 1; i < text.marks.size(); ++i) {
            if (text.marks[i].isFirst)
                continue;
            QCOMPARE(text.marks[i].gender, text.marks[i - 1].gender);
            ++later;
        }
    }
    QVERIFY(later > 1000);
}

void TestDemoGrammar::definitionalWordsKeepTheirGender()
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:The|A|On Monday the|After lunch the)(?: \\w+)? (\\w+) \\w+ (?:that|because) (\\w+)"));
    int seen = 0;
    for (const DemoText &text : m_sentences) {
        const auto match = pattern.match(QString::fromStdString(text.text));
        for (const DemoDefinition &word : demoWords().definitions) {
            if (match.captured(1).toStdString() != word.text)
                continue;
            QCOMPARE(match.captured(2).toStdString(), pronoun(DemoRole::Subject, word.gender));
            ++seen;
        }
    }
    QVERIFY(seen > 20);
}

void TestDemoGrammar::halfOfTheOccupationsHaveSeveralWordsAndManyShareTheirLast()
{
    const DemoPeople people(m_occupations);
    const auto lastWord = [](const Occupation &occupation) { return occupation.name.section(u' ', -1); };
    std::size_t several = 0;
    std::size_t shared = 0;
    for (const Occupation &one : people.occupations()) {
        several += one.name.contains(u' ') ? 1 : 0;
        shared += std::any_of(people.occupations().begin(), people.occupations().end(), [&](const Occupation &other) {
            return lastWord(other) == lastWord(one) && (other.share - 50) * (one.share - 50) < 0;
        });
    }
    QVERIFY(people.occupations().size() >= 60);
    QVERIFY(2 * several >= people.occupations().size());
    QVERIFY(10 * shared >= 4 * people.occupations().size());
}

void TestDemoGrammar::marksLieOnTheirWords()
{
    for (const DemoText &text : m_sentences) {
        QVERIFY(!text.marks.empty());
        for (const DemoMark &mark : text.marks) {
            if (mark.role != DemoRole::Name)
                QCOMPARE(marked(text, mark), pronoun(mark.role, mark.gender));
        }
    }
    DemoText both = m_sentences[0];
    both.append(" ");
    both.append(m_sentences[1]);
    QCOMPARE(marked(both, both.marks.back()), marked(m_sentences[1], m_sentences[1].marks.back()));
}

void TestDemoGrammar::everyDocumentIsAscii()
{
    DemoGrammar grammar(m_occupations, 5);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = grammar.proseDocument().text + grammar.codeDocument().text;
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
        QVERIFY(text.find('{') == std::string::npos || text.find("pronouns = {") != std::string::npos);
    }
}

void TestDemoGrammar::promptsEndBeforeThePronoun()
{
    const DemoGrammar grammar(m_occupations, 1);
    Draws draws(2);
    const DemoPrompt prompt = grammar.prose().prompt({8, 0, 0, 0}, draws);
    const std::string noun = grammar.people().occupations()[0].name.toStdString();
    QCOMPARE(prompt.text.substr(prompt.subjectBegin, prompt.subjectEnd - prompt.subjectBegin), noun);
    QVERIFY(prompt.text.rfind("After ", 0) == 0);
    QVERIFY(prompt.text.find(" said that") == prompt.text.size() - 10);
    QCOMPARE(DemoProse::plainPrompt("nurse", {"said that", DemoRole::Subject}), std::string("The nurse said that"));
}

void TestDemoGrammar::aCodePromptIsABeginningOfTheGrammarsFunctions()
{
    const std::string found = DemoCode::prompt("nurse", "good", false);
    QVERIFY(found.rfind("def find_good_nurses(nurses, personal_pronoun):\n", 0) == 0);
    QVERIFY(found.find(".personal_pronoun == '") == found.size() - 22);
    const std::string solved = DemoCode::prompt("bus driver", "good", true);
    QVERIFY(solved.rfind("def find_best_apples(apples, color):\n", 0) == 0);
    QVERIFY(solved.find("for bus_driver in bus_drivers:") != std::string::npos);
    int beginnings = 0;
    for (const DemoText &text : m_functions)
        beginnings += text.text.rfind(found, 0) == 0 ? 1 : 0;
    QVERIFY(beginnings > 0);
}

void TestDemoGrammar::tooFewOccupationsAreRefused()
{
    QVERIFY_THROWS_EXCEPTION(Error, DemoPeople({m_occupations[0]}));
}

QTEST_APPLESS_MAIN(TestDemoGrammar)
#include "TestDemoGrammar.moc"
