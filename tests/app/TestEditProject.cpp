// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditFacts.h"
#include "core/jobs/JobFile.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "core/project/ViewKeys.h"
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// Commands that make edits keep them in a project: the slots are one session in their order.
class TestEditProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditLiesOnTheStack();
    void theSameCommandLaysItOnce();
    void theProjectListsIt();
    void whatWasMadeWithoutThoseBelowIsMarked();
    void aPatchIsLaidWithItsStrength();
    void aJobFileLaysItsEdit();
    void aComparisonIsARun();
    void whatCannotBeKeptIsRefusedBeforeTheWork();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    QStringList kept() const { return {QStringLiteral("--project"), path("p.cwp"), QStringLiteral("--json")}; }
    Answer zero(const QString &rows, const QStringList &more = {}) const
    {
        return ask(
            QStringList{QStringLiteral("edit"), QStringLiteral("zero"), demoModel(), QStringLiteral("--rows"), rows} +
            kept() + more);
    }
    /// Reads the stack of the project.
    template <class F> void withStack(const F &look) const
    {
        Project project(m_dir.path());
        valueOrThrow(project.open(path("p.cwp")));
        look(EditStack(project));
    }
    QJsonObject view() const
    {
        Project project(m_dir.path());
        valueOrThrow(project.open(path("p.cwp")));
        return valueOrThrow(project.view());
    }

    QTemporaryDir m_dir;
};

void TestEditProject::anEditLiesOnTheStack()
{
    const Answer answer = zero(QStringLiteral("layers.0.mlp.out:3,5-7"),
                               {QStringLiteral("--patch"), path("zero.safetensors"), QStringLiteral("--scan")});
    QVERIFY2(answer.code == 0, answer.err);
    withStack([&answer](const EditStack &stack) {
        QCOMPARE(stack.edits().size(), 1);
        const EditRecord &edit = stack.edits()[0];
        QCOMPARE(edit.title, answer.json()[QLatin1String("title")].toString());
        QCOMPARE(edit.base, answer.json()[QLatin1String("baseHash")].toString());
        QVERIFY(edit.isOn && edit.alpha == 1 && !stack.isStale(edit));
        const EditFacts facts = editFactsFrom(edit.facts);
        QCOMPARE(facts.hash, answer.json()[QLatin1String("hash")].toString());
        QVERIFY(facts.ledger && facts.sideEffects);
    });
    QCOMPARE(view().value(openModelKey).toString(), QDir(demoModel()).absolutePath());
}

void TestEditProject::theSameCommandLaysItOnce()
{
    const Answer again = zero(QStringLiteral("layers.0.mlp.out:3,5-7"));
    QVERIFY2(again.code == 0 && again.err.contains("already"), again.err);
    // What is learnt of it later is learnt of the one that is there.
    const Answer drawn = zero(QStringLiteral("layers.0.mlp.out:3,5-7"),
                              {QStringLiteral("--placebo"), QStringLiteral("1"), QStringLiteral("--placebo-kind"),
                               QStringLiteral("moved"), QStringLiteral("--device"), QStringLiteral("cpu")});
    QVERIFY2(drawn.code == 0 && drawn.err.contains("at strength 1"), drawn.err);
    withStack([](const EditStack &stack) {
        QCOMPARE(stack.edits().size(), 1);
        const EditFacts facts = editFactsFrom(stack.edits()[0].facts);
        QVERIFY(facts.placebos.size() == 1 && facts.sideEffects);
    });
    // Of an edit that changes nothing there is nothing to keep.
    const Answer same =
        ask(QStringList{QStringLiteral("edit"), QStringLiteral("scale"), demoModel(), QStringLiteral("--rows"),
                        QStringLiteral("layers.0.mlp.out:3"), QStringLiteral("--factor"), QStringLiteral("1")} +
            kept());
    QCOMPARE(same.code, 1);
    withStack([](const EditStack &stack) { QCOMPARE(stack.edits().size(), 1); });
}

void TestEditProject::theProjectListsIt()
{
    for (const char *deed : {"list", "show"}) {
        const QStringList arguments{QStringLiteral("project"), QLatin1String(deed), path("p.cwp")};
        const Answer people = ask(arguments);
        QVERIFY2(people.out.contains("edit 1") && people.out.contains("strength 1"), people.out);
        QCOMPARE(people.out.contains("counterweight edit zero"), qstrcmp(deed, "show") == 0);
        const QJsonObject edit =
            ask(arguments + QStringList{QStringLiteral("--json")}).json()[QLatin1String("edits")][0].toObject();
        QVERIFY(edit[QLatin1String("on")].toBool() && edit[QLatin1String("alpha")] == 1);
        QVERIFY(!edit[QLatin1String("title")].toString().isEmpty());
    }
}

void TestEditProject::whatWasMadeWithoutThoseBelowIsMarked()
{
    const Answer answer = zero(QStringLiteral("layers.1.mlp.out:9"));
    QVERIFY2(answer.code == 0, answer.err);
    withStack([](const EditStack &stack) {
        QCOMPARE(stack.edits().size(), 2);
        QVERIFY(stack.isStale(stack.edits()[1]) && !stack.isStale(stack.edits()[0]));
    });
}

void TestEditProject::aPatchIsLaidWithItsStrength()
{
    const auto apply = [this](const QString &alpha, const QString &project) {
        return ask({QStringLiteral("patch"), QStringLiteral("apply"), path("zero.safetensors"), demoModel(),
                    QStringLiteral("--alpha"), alpha, QStringLiteral("--project"), project});
    };
    // Into another project it is laid; here, where its change lies, it gives that its strength.
    const Answer first = apply(QStringLiteral("0.5"), path("q.cwp"));
    QVERIFY2(first.code == 0 && !first.err.contains("already"), first.err);
    const Answer again = apply(QStringLiteral("0.5"), path("p.cwp"));
    QVERIFY2(again.code == 0 && again.err.contains("at strength 0.5"), again.err);
    Project other(m_dir.path());
    valueOrThrow(other.open(path("q.cwp")));
    const EditRecord laid = EditStack(other).edits().first();
    withStack([&laid](const EditStack &stack) {
        QCOMPARE(stack.edits().size(), 2);
        QVERIFY(stack.edits()[0].alpha == 0.5 && laid.alpha == 0.5);
        QVERIFY(laid.title == stack.edits()[0].title && laid.content == stack.edits()[0].content);
        QCOMPARE(editFactsFrom(laid.facts).hash, editFactsFrom(stack.edits()[0].facts).hash);
    });
    const Answer shown =
        ask(QStringList{QStringLiteral("patch"), QStringLiteral("show"), path("zero.safetensors")} + kept());
    QCOMPARE(shown.code, 2);
    QVERIFY2(shown.err.contains("--project"), shown.err);
}

void TestEditProject::aJobFileLaysItsEdit()
{
    const JobFile job{editJob,
                      {{QStringLiteral("method"), QStringLiteral("scale")},
                       {QStringLiteral("factor"), 0.5},
                       {QStringLiteral("model"), demoModel()},
                       {QStringLiteral("rows"), QJsonArray{QStringLiteral("layers.2.mlp.out:1")}}}};
    QVERIFY(test::write(path("job.json"), job.text()));
    const Answer answer = ask(QStringList{QStringLiteral("run"), path("job.json")} + kept());
    QVERIFY2(answer.code == 0, answer.err);
    withStack([](const EditStack &stack) { QCOMPARE(stack.edits().size(), 3); });
}

void TestEditProject::aComparisonIsARun()
{
    QStringList arguments{QStringLiteral("edit"), QStringLiteral("mg"), demoModel(), QStringLiteral("--compare")};
    for (const char *option : {"limit", "6", "epochs", "1", "batch", "6", "tokens", "200", "texts", "1"})
        arguments << (option[0] > '9' ? QStringLiteral("--") : QString()) + QLatin1String(option);
    const Answer answer = ask(arguments + kept());
    QVERIFY2(answer.code == 0, answer.err);
    const Answer exported = ask({QStringLiteral("project"), QStringLiteral("export"), path("p.cwp"),
                                 QStringLiteral("--run"), QStringLiteral("1"), QStringLiteral("--json")});
    QVERIFY2(exported.code == 0, exported.err);
    QCOMPARE(exported.json(), answer.json());
    QCOMPARE(ask(arguments + kept() + QStringList{QStringLiteral("--scan")}).code, 2);
}

void TestEditProject::whatCannotBeKeptIsRefusedBeforeTheWork()
{
    QVERIFY(test::write(path("no.cwp"), "This is no project."));
    const Answer answer = ask({QStringLiteral("edit"), QStringLiteral("lsdm"), demoModel(), QStringLiteral("--project"),
                               path("no.cwp"), QStringLiteral("--json")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("no.cwp") && !answer.err.contains("Reading"), answer.err);
    QCOMPARE(test::read(path("no.cwp")), QByteArray("This is no project."));
}

QTEST_GUILESS_MAIN(TestEditProject)
#include "TestEditProject.moc"
