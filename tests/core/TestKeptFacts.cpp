// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditFacts.h"
#include "core/jobs/PlaceboBand.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// Of 19 draws from 0.10 to 0.28, one of which breaks a guard.
PlaceboBand band()
{
    PlaceboBand band;
    band.kind = QStringLiteral("content");
    band.score = QStringLiteral("gap");
    band.before = 0.3;
    band.edited = {0.05};
    for (int i = 0; i < 19; ++i)
        band.draws.push_back({0.1 + 0.01 * i, i == 0 ? GuardVerdict::Broken : GuardVerdict::Held});
    return band;
}

QJsonObject effects(double change)
{
    SideEffects all;
    all.sets = {{QStringLiteral("definitional"), 4, 0, 0.9, 0.9 + change, 0.1, {}, {}},
                {QStringLiteral("random"), 4, 0, -3, -5, 0.1, {}, {}}};
    return toJson(all);
}

} // namespace

/// What is known of an edit, as a project keeps it.
class TestKeptFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMadeEditIsKeptWhole();
    void aTrainingThatDivergedIsToldOf();
    void placebosAreRead();
    void theBriefNamesTheWorst();
    void whatIsDamagedIsLeftOut();
};

void TestKeptFacts::aMadeEditIsKeptWhole()
{
    MadeEdit made = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    made.facts = {{QStringLiteral("goal"), QStringLiteral("parity")},
                  {QStringLiteral("steps"), 12},
                  {QStringLiteral("part"), QJsonObject{{QStringLiteral("loss"), 0.5}}},
                  {QStringLiteral("list"), QJsonArray{1, 2}}};
    const EditFacts facts = editFactsFrom(keptFacts(made));
    QCOMPARE(facts.baseHash, made.baseHash);
    QCOMPARE(facts.hash, made.hash);
    QCOMPARE(ledgerTable(*facts.ledger), ledgerTable(made.ledger));
    QCOMPARE(ledgerTable(*facts.ledger).size(), qsizetype{4}); // a heading and three parameters
    QCOMPARE(ledgerSentence(*facts.ledger), ledgerSentence(made.ledger));
    QCOMPARE(facts.ledger->changed(), made.ledger.changed());
    QVERIFY(facts.placebos.isEmpty() && !facts.sideEffects);
    const QVector<QStringList> rows{{QStringLiteral("goal"), QStringLiteral("parity")},
                                    {QStringLiteral("part.loss"), QStringLiteral("0.5")},
                                    {QStringLiteral("steps"), QStringLiteral("12")}};
    QCOMPARE(methodRows(facts.method), rows);
}

void TestKeptFacts::aTrainingThatDivergedIsToldOf()
{
    MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    QVERIFY(warningOf(edit).isEmpty());
    edit.facts = {{QStringLiteral("end"), QStringLiteral("diverged")}, {QStringLiteral("bestEpoch"), 2}};
    const QString kept = warningOf(edit);
    QVERIFY2(kept.contains(edit.title) && kept.contains(QStringLiteral("pass 3")), qPrintable(kept));
    edit.ledger = {};
    QVERIFY(warningOf(edit).contains(QStringLiteral("diverged before it was better")));
}

void TestKeptFacts::placebosAreRead()
{
    const QJsonObject one = toJson(band());
    const EditFacts known = editFactsFrom({{placeboFact, QJsonArray{one}}});
    QCOMPARE(known.placebos.size(), qsizetype{1});
    const KeptPlacebo &placebo = known.placebos.first();
    QCOMPARE(placebo.kind, QStringLiteral("content"));
    QCOMPARE(placebo.score, QStringLiteral("gap"));
    QCOMPARE(placebo.before, 0.3);
    QCOMPARE(placebo.edited, 0.05);
    QCOMPARE(placebo.p, 0.05);
    QCOMPARE(placebo.draws.size(), std::size_t{19});
    QCOMPARE(placebo.draws[3], 0.13);
    QCOMPARE(placebo.broken, 1);
    QVERIFY(placebo.low > 0.1 && placebo.high > placebo.low && placebo.high <= 0.3);
    QVERIFY(placebo.isEditCounted && !placebo.isTooFew);
    QVERIFY(known.method.isEmpty());
    PlaceboBand weak = band();
    weak.draws.pop_back();
    weak.edited.guards = GuardVerdict::Undecided;
    weak.draws[1].guards = GuardVerdict::Undecided;
    const EditFacts facts = editFactsFrom({{placeboFact, QJsonArray{toJson(weak), one}}});
    QCOMPARE(facts.placebos.size(), qsizetype{2});
    QCOMPARE(facts.placebos[0].undecided, 1);
    QVERIFY(facts.placebos[0].isTooFew && !facts.placebos[0].isEditCounted);
}

void TestKeptFacts::theBriefNamesTheWorst()
{
    QCOMPARE(EditFacts().brief(), QStringLiteral("no placebo"));
    PlaceboBand worse = band();
    worse.kind = QStringLiteral("relocated");
    worse.edited.value = 0.205; // ten draws are better
    PlaceboBand other = worse;  // of a score that the edit is not made for
    other.score = QStringLiteral("size");
    other.edited.value = 0.285; // all are better
    const QJsonObject facts{{placeboFact, QJsonArray{toJson(band()), toJson(worse), toJson(other)}},
                            {sideEffectsFact, effects(-0.021)}};
    const QString brief = editFactsFrom(facts).brief();
    QCOMPARE(editFactsFrom(facts).brief(-0.5), u"at strength 1: " + brief);
    QCOMPARE(EditFacts().brief(2), QStringLiteral("no placebo"));
    QVERIFY2(brief.startsWith(QStringLiteral("p = 0.55;")), qPrintable(brief));
    QVERIFY2(brief.endsWith(QStringLiteral("; definitional words -0.02")), qPrintable(brief));
    QCOMPARE(editFactsFrom({{sideEffectsFact, effects(0.1)}}).brief(),
             QStringLiteral("no placebo; definitional words +0.10"));
    QCOMPARE(editFactsFrom({{sideEffectsFact, effects(0.001)}}).brief(), QStringLiteral("no placebo"));
}

void TestKeptFacts::whatIsDamagedIsLeftOut()
{
    const QJsonObject damaged{{QStringLiteral("ledger"), 3},
                              {QStringLiteral("hash"), QJsonArray{1}},
                              {placeboFact, QStringLiteral("none")},
                              {sideEffectsFact, QJsonArray{}}};
    const EditFacts facts = editFactsFrom(damaged);
    QVERIFY(!facts.ledger && facts.placebos.isEmpty() && !facts.sideEffects);
    QVERIFY(facts.hash.isEmpty() && facts.method.isEmpty());
    const QJsonObject lines{{QStringLiteral("parameters"), QJsonArray{7, QJsonObject{}}}};
    QCOMPARE(editFactsFrom({{QStringLiteral("ledger"), lines}}).ledger->lines.size(), std::size_t{2});
    const EditFacts odd = editFactsFrom({{placeboFact, QJsonArray{3}}});
    QCOMPARE(odd.placebos.size(), qsizetype{1});
    QCOMPARE(odd.placebos.first().p, 1.0);
    QVERIFY(std::isnan(odd.placebos.first().edited) && !odd.placebos.first().isEditCounted);
}

QTEST_GUILESS_MAIN(TestKeptFacts)
#include "TestKeptFacts.moc"
