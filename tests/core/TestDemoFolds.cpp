// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoFolds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <set>

using namespace cw;

class TestDemoFolds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameSeedGivesTheSameFolds();
    void aFifthOfTheOccupationsIsHeldOutAcrossTheirShares();
    void everySplitIsWholeAndDisjoint();
    void noTextStandsInTwoFolds();
    void locatingAndTuningSeeNothingHeldOutOrUnseen();
    void reportingHasAllFourCellsForEveryOccupation();
    void subjectsStandWhereTheFoldsSay();
    void noPromptNamesThreePeople();
    void theFileHoldsAllOfIt();

private:
    std::vector<const DemoFoldPrompt *> all() const;

    std::unique_ptr<DemoGrammar> m_grammar;
    DemoFolds m_folds;
};

namespace {

bool holds(const std::vector<int> &sorted, int index)
{
    return std::binary_search(sorted.begin(), sorted.end(), index);
}

} // namespace

void TestDemoFolds::initTestCase()
{
    m_grammar = std::make_unique<DemoGrammar>(
        readOccupations(qEnvironmentVariable("CW_TEST_RESOURCES") + QStringLiteral("/occupations.csv")), 1);
    m_folds = demoFolds(*m_grammar, 1);
}

std::vector<const DemoFoldPrompt *> TestDemoFolds::all() const
{
    std::vector<const DemoFoldPrompt *> result;
    for (const auto *fold : {&m_folds.locating, &m_folds.tuning, &m_folds.reporting})
        for (const DemoFoldPrompt &prompt : *fold)
            result.push_back(&prompt);
    return result;
}

void TestDemoFolds::theSameSeedGivesTheSameFolds()
{
    QCOMPARE(foldsJson(demoFolds(*m_grammar, 1), *m_grammar), foldsJson(m_folds, *m_grammar));
    QVERIFY(foldsJson(demoFolds(*m_grammar, 2), *m_grammar) != foldsJson(m_folds, *m_grammar));
}

void TestDemoFolds::aFifthOfTheOccupationsIsHeldOutAcrossTheirShares()
{
    const auto &occupations = m_grammar->people().occupations();
    const auto &held = m_folds.occupations.second;
    QCOMPARE(held.size(), occupations.size() / 5);
    const auto below = std::count_if(held.begin(), held.end(),
                                     [&](int i) { return occupations[static_cast<std::size_t>(i)].share < 50; });
    QVERIFY(below >= 5 && static_cast<std::size_t>(below) + 5 <= held.size());
}

void TestDemoFolds::everySplitIsWholeAndDisjoint()
{
    const std::size_t subjects =
        static_cast<std::size_t>(std::count_if(demoWords().frames.begin(), demoWords().frames.end(),
                                               [](const DemoFrame &frame) { return frame.role == DemoRole::Subject; }));
    const std::vector<std::pair<const DemoSplit *, std::size_t>> splits{
        {&m_folds.occupations, m_grammar->people().occupations().size()},
        {&m_folds.contexts, demoWords().contexts.size()},
        {&m_folds.asides, demoWords().asides.size()},
        {&m_folds.frames, subjects},
        {&m_folds.modifiers, DemoCode::modifiers().size()}};
    for (const auto &[split, size] : splits) {
        std::set<int> seen(split->first.begin(), split->first.end());
        seen.insert(split->second.begin(), split->second.end());
        QCOMPARE(split->first.size() + split->second.size(), size);
        QCOMPARE(seen.size(), size);
        QVERIFY(!split->second.empty());
    }
}

void TestDemoFolds::noTextStandsInTwoFolds()
{
    std::set<std::string> texts;
    for (const DemoFoldPrompt *found : all())
        QVERIFY2(texts.insert(found->prompt.text).second, found->prompt.text.c_str());
}

void TestDemoFolds::locatingAndTuningSeeNothingHeldOutOrUnseen()
{
    QCOMPARE(m_folds.locating.size(), 2 * m_folds.occupations.first.size());
    QCOMPARE(m_folds.tuning.size(), std::size_t{64});
    for (const auto *fold : {&m_folds.locating, &m_folds.tuning}) {
        for (const DemoFoldPrompt &found : *fold) {
            QVERIFY(holds(m_folds.occupations.first, found.shape.occupation) && !found.isHeldOut && !found.isUnseen);
            QVERIFY(holds(m_folds.contexts.first, found.shape.context));
            QVERIFY(holds(m_folds.frames.first, found.shape.frame));
            QVERIFY(found.shape.aside < 0 || holds(m_folds.asides.first, found.shape.aside));
        }
    }
}

void TestDemoFolds::reportingHasAllFourCellsForEveryOccupation()
{
    std::vector<int> seen(m_grammar->people().occupations().size());
    std::vector<int> unseen(seen.size());
    for (const DemoFoldPrompt &found : m_folds.reporting) {
        QCOMPARE(found.isHeldOut, holds(m_folds.occupations.second, found.shape.occupation));
        const auto part = [&](const DemoSplit &split) { return found.isUnseen ? split.second : split.first; };
        QVERIFY(holds(part(m_folds.contexts), found.shape.context));
        QVERIFY(holds(part(m_folds.frames), found.shape.frame));
        QVERIFY(found.shape.aside < 0 || holds(part(m_folds.asides), found.shape.aside));
        ++(found.isUnseen ? unseen : seen)[static_cast<std::size_t>(found.shape.occupation)];
    }
    QCOMPARE(seen, std::vector<int>(seen.size(), 2));
    QCOMPARE(unseen, seen);
}

void TestDemoFolds::subjectsStandWhereTheFoldsSay()
{
    for (const DemoFoldPrompt *found : all()) {
        const DemoPrompt &prompt = found->prompt;
        const std::string name =
            m_grammar->people().occupations()[static_cast<std::size_t>(found->shape.occupation)].name.toStdString();
        QCOMPARE(prompt.text.substr(prompt.subjectBegin, prompt.subjectEnd - prompt.subjectBegin), name);
    }
}

void TestDemoFolds::noPromptNamesThreePeople()
{
    const auto named = [](const std::string &piece) { return piece.find("{Y}") == std::string::npos ? 0 : 1; };
    int second = 0;
    for (const DemoFoldPrompt *found : all()) {
        const DemoPromptShape &shape = found->shape;
        const int others = named(demoWords().contexts[static_cast<std::size_t>(shape.context)].before) +
                           named(demoWords().frames[static_cast<std::size_t>(shape.frame)].text) +
                           (shape.aside >= 0 ? 1 : 0);
        QVERIFY(others <= 1);
        second += others;
    }
    QVERIFY(second * 10 >= static_cast<int>(all().size()) * 8);
}

void TestDemoFolds::theFileHoldsAllOfIt()
{
    const QJsonObject file = QJsonDocument::fromJson(foldsJson(m_folds, *m_grammar)).object();
    const auto list = [](const QJsonValue &of, const char *key) { return of.toObject()[QLatin1String(key)].toArray(); };
    const QJsonValue prompts = file[QStringLiteral("prompts")];
    QCOMPARE(static_cast<std::size_t>(list(prompts, "locating").size()), m_folds.locating.size());
    QCOMPARE(static_cast<std::size_t>(list(prompts, "tuning").size()), m_folds.tuning.size());
    QCOMPARE(static_cast<std::size_t>(list(prompts, "reporting").size()), m_folds.reporting.size());
    const QJsonObject last = list(prompts, "reporting").last().toObject();
    QCOMPARE(last[QStringLiteral("text")].toString().toStdString(), m_folds.reporting.back().prompt.text);
    QCOMPARE(last[QStringLiteral("pieces")].toString(), QStringLiteral("unseen"));
    QCOMPARE(static_cast<std::size_t>(list(file[QStringLiteral("occupations")], "held_out").size()),
             m_folds.occupations.second.size());
    QVERIFY(list(file[QStringLiteral("left_contexts")], "seen").contains(QStringLiteral("the")) ||
            list(file[QStringLiteral("left_contexts")], "unseen").contains(QStringLiteral("the")));
}

QTEST_APPLESS_MAIN(TestDemoFolds)
#include "TestDemoFolds.moc"
