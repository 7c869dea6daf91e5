// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/MgLevelsJob.h"
#include "core/project/MgLevelsArchive.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/Program.h"
#include "tests/support/QuickLevels.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

QString hashOf(const QString &folder)
{
    return ask({QStringLiteral("info"), folder, QStringLiteral("--hash"), QStringLiteral("--json")})
        .json()[QLatin1String("hash")]
        .toString();
}

} // namespace

/// Edits with the real program, as a script does.
class TestEditVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void anEditIsAPatchAndACheckpoint();
    void thePatchGivesTheSameCheckpoint();
    void aPatchIsShown();
    void patchesAreMerged();
    void aPatchIsMeasuredAgainstItsBase();
    void aJobFileEdits();
    void peopleReadTheLedger();
    void sideEffectsAreLookedFor();
    void whatDoesNotSurviveFails();
    void aLossThatDivergesIsSaid();
    void anotherModelNeedsForce();
    void theBaselinesEditOccupations_data();
    void theBaselinesEditOccupations();
    void levelsAreCompared();
    void aJobFileComparesLevels();
    void aProjectGivesLevels();
    void whereNothingCanBeWrittenIsSaidBeforeTheWork();
    void wrongUsageSaysNothingOnStdout_data();
    void wrongUsageSaysNothingOnStdout();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    Answer edit(const QStringList &arguments) const
    {
        return ask(QStringList{QStringLiteral("edit")} + arguments + QStringList{QStringLiteral("--json")});
    }
    Answer patch(const QStringList &arguments) const
    {
        return ask(QStringList{QStringLiteral("patch")} + arguments + QStringList{QStringLiteral("--json")});
    }

    QTemporaryDir m_dir;
    QString m_hash; ///< of the first edit's checkpoint
};

void TestEditVerb::anEditIsAPatchAndACheckpoint()
{
    const Answer answer =
        edit({QStringLiteral("zero"), demoModel(), QStringLiteral("--rows"), QStringLiteral("layers.0.mlp.out:3,5-7"),
              QStringLiteral("--patch"), path("zero.safetensors"), QStringLiteral("--out"), path("zeroed")});
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject result = answer.json();
    const QJsonObject line = result[QLatin1String("ledger")][QLatin1String("parameters")][0].toObject();
    QCOMPARE(line[QLatin1String("rows")].toInt(), 4);
    QCOMPARE(line[QLatin1String("changed")].toInt(), line[QLatin1String("asked")].toInt());
    m_hash = result[QLatin1String("hash")].toString();
    QCOMPARE(hashOf(path("zeroed")), m_hash);
    QCOMPARE(hashOf(demoModel()), result[QLatin1String("baseHash")].toString());
    QVERIFY(result[QLatin1String("export")][QLatin1String("largestDifference")].toDouble(1) < 1e-4);
    const QJsonValue scores = result[QLatin1String("export")][QLatin1String("scores")];
    QVERIFY(scores[QLatin1String("before")][QLatin1String("value")].toDouble() > 0);
    QVERIFY(scores[QLatin1String("before")] != scores[QLatin1String("after")]);
    QVERIFY(scores[QLatin1String("perplexityAfter")].toDouble() > 1);
    QVERIFY(QFileInfo(path("zeroed")).permission(QFile::ReadOther) ==
            QFileInfo(demoModel()).permission(QFile::ReadOther));
}

void TestEditVerb::thePatchGivesTheSameCheckpoint()
{
    const Answer answer = patch(
        {QStringLiteral("apply"), path("zero.safetensors"), demoModel(), QStringLiteral("--out"), path("applied")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(hashOf(path("applied")), m_hash);
    for (const QString &name : QDir(path("zeroed")).entryList(QDir::Files))
        if (name != QLatin1String("README.md"))
            QCOMPARE(test::read(QDir(path("applied")).filePath(name)), test::read(QDir(path("zeroed")).filePath(name)));
    const Answer none = patch({QStringLiteral("apply"), path("zero.safetensors"), demoModel(), QStringLiteral("--out"),
                               path("alpha0"), QStringLiteral("--alpha"), QStringLiteral("0")});
    QCOMPARE(none.code, 0);
    QCOMPARE(hashOf(path("alpha0")), hashOf(demoModel()));
}

void TestEditVerb::aPatchIsShown()
{
    const Answer answer = patch({QStringLiteral("show"), path("zero.safetensors")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(answer.json()[QLatin1String("changes")][0][QLatin1String("form")].toString(), QStringLiteral("rows"));
    QCOMPARE(answer.json()[QLatin1String("baseHash")].toString(), hashOf(demoModel()));
    QCOMPARE(answer.json()[QLatin1String("recipe")][QLatin1String("job")].toString(), QStringLiteral("edit"));
}

void TestEditVerb::patchesAreMerged()
{
    const Answer scale =
        edit({QStringLiteral("scale"), demoModel(), QStringLiteral("--neurons"), QStringLiteral("layers.2:1,2"),
              QStringLiteral("--factor"), QStringLiteral("3"), QStringLiteral("--patch"), path("scale.safetensors")});
    QVERIFY2(scale.code == 0, scale.err);
    const Answer merged = patch({QStringLiteral("merge"), path("zero.safetensors"), path("scale.safetensors"),
                                 QStringLiteral("--alpha"), QStringLiteral("1"), QStringLiteral("--alpha"),
                                 QStringLiteral("0.5"), QStringLiteral("--out"), path("both.safetensors")});
    QVERIFY2(merged.code == 0, merged.err);
    QCOMPARE(merged.json()[QLatin1String("changes")].toArray().size(), 2);
    const Answer applied =
        patch({QStringLiteral("apply"), path("both.safetensors"), demoModel(), QStringLiteral("--out"), path("both")});
    QVERIFY2(applied.code == 0, applied.err);
    QCOMPARE(applied.json()[QLatin1String("ledger")][QLatin1String("parameters")].toArray().size(), 2);
}

void TestEditVerb::aPatchIsMeasuredAgainstItsBase()
{
    const QStringList arguments{QStringLiteral("measure"), QStringLiteral("gap"),    demoModel(),
                                QStringLiteral("--patch"), path("zero.safetensors"), QStringLiteral("--limit"),
                                QStringLiteral("40"),      QStringLiteral("--json")};
    const Answer patched = ask(arguments);
    QVERIFY2(patched.code == 0, patched.err);
    QCOMPARE(patched.json()[QLatin1String("measures")].toArray().size(), 2);
    const QJsonObject comparison = patched.json()[QLatin1String("comparisons")][0].toObject();
    QVERIFY(comparison[QLatin1String("model")].toString().endsWith(QLatin1String("demo-model + zero")));
    // The checkpoint with the edit in it gives the same numbers as the patch.
    const Answer written =
        ask({QStringLiteral("measure"), QStringLiteral("gap"), path("zeroed"), QStringLiteral("--against"), demoModel(),
             QStringLiteral("--limit"), QStringLiteral("40"), QStringLiteral("--json")});
    QVERIFY2(written.code == 0, written.err);
    QCOMPARE(comparison[QLatin1String("measures")],
             written.json()[QLatin1String("comparisons")][0][QLatin1String("measures")]);
    QVERIFY(written.json()[QLatin1String("comparisons")][0][QLatin1String("measures")].toArray().size() == 1);
}

void TestEditVerb::aJobFileEdits()
{
    const QJsonObject settings{{QStringLiteral("method"), QStringLiteral("zero")},
                               {QStringLiteral("model"), demoModel()},
                               {QStringLiteral("rows"), QJsonArray{QStringLiteral("layers.0.mlp.out:3,5-7")}}};
    QVERIFY(test::write(path("job.json"), JobFile{editJob, settings}.text()));
    const Answer answer = ask(
        {QStringLiteral("run"), path("job.json"), QStringLiteral("--out"), path("again"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(hashOf(path("again")), m_hash);
}

void TestEditVerb::peopleReadTheLedger()
{
    const Answer answer = ask({QStringLiteral("edit"), QStringLiteral("mean"), demoModel(), QStringLiteral("--rows"),
                               QStringLiteral("layers.1.attn.q:0")});
    QVERIFY2(answer.code == 0, answer.err);
    QVERIFY(answer.out.contains("layers.1.attn.q") && answer.out.contains("1 of 128"));
    QVERIFY(!QFileInfo::exists(QStringLiteral("edited")));
}

void TestEditVerb::sideEffectsAreLookedFor()
{
    const QStringList zero{QStringLiteral("zero"), demoModel(), QStringLiteral("--modules"),
                           QStringLiteral("layers.0.mlp.out")};
    const Answer answer = edit(zero + QStringList{QStringLiteral("--scan")});
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject effects = answer.json()[QLatin1String("facts")][QLatin1String("sideEffects")].toObject();
    QStringList names;
    for (const QJsonValue &set : effects[QLatin1String("sets")].toArray()) {
        names << set[QLatin1String("set")].toString();
        QVERIFY(set[QLatin1String("sentences")].toInt() > 0);
        QVERIFY(set[QLatin1String("divergence")].toDouble() > 0);
    }
    QCOMPARE(names.join(u' '), QStringLiteral("definitional names they facts random"));
    QCOMPARE(effects[QLatin1String("sentences")].toArray().size(), 10);
    QVERIFY(!effects[QLatin1String("sentences")][0][QLatin1String("wordAfter")].toString().isEmpty());
    QVERIFY(!edit(zero).json().contains(QLatin1String("facts")));
    // An edit of nothing has none.
    const Answer same = ask({QStringLiteral("edit"), QStringLiteral("scale"), demoModel(), QStringLiteral("--rows"),
                             QStringLiteral("layers.0.mlp.out:3"), QStringLiteral("--factor"),
                             QStringLiteral("1.00001"), QStringLiteral("--scan")});
    QVERIFY(same.out.contains("definitional words") && same.out.contains("none of the sentences changed"));
}

void TestEditVerb::whatDoesNotSurviveFails()
{
    const Answer answer = edit({QStringLiteral("scale"), demoModel(), QStringLiteral("--rows"),
                                QStringLiteral("layers.0.mlp.out:3"), QStringLiteral("--factor"),
                                QStringLiteral("1.00001"), QStringLiteral("--patch"), path("no.safetensors")});
    QVERIFY(!QFileInfo::exists(path("no.safetensors")));
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.err.contains("changed nothing"));
    QCOMPARE(answer.json()[QLatin1String("ledger")][QLatin1String("changed")].toInt(-1), 0);
}

void TestEditVerb::aLossThatDivergesIsSaid()
{
    const Answer answer = edit({QStringLiteral("mg"), demoModel(), QStringLiteral("--level"), QStringLiteral("module"),
                                QStringLiteral("--modules"), QStringLiteral("layers.0.mlp.out"),
                                QStringLiteral("--limit"), QStringLiteral("8"), QStringLiteral("--tokens"),
                                QStringLiteral("200"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("diverged"), answer.err);
    QCOMPARE(answer.json()[QLatin1String("facts")][QLatin1String("end")].toString(), QStringLiteral("diverged"));
    QCOMPARE(answer.json()[QLatin1String("hash")], answer.json()[QLatin1String("baseHash")]);
}

void TestEditVerb::anotherModelNeedsForce()
{
    const Answer refused = patch(
        {QStringLiteral("apply"), path("zero.safetensors"), path("zeroed"), QStringLiteral("--out"), path("forced")});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("was made for another model"), refused.err);
    QVERIFY(!QFileInfo::exists(path("forced")));
    const Answer forced = patch({QStringLiteral("apply"), path("zero.safetensors"), path("zeroed"),
                                 QStringLiteral("--out"), path("forced"), QStringLiteral("--force")});
    QVERIFY2(forced.code == 0, forced.err);
}

void TestEditVerb::theBaselinesEditOccupations_data()
{
    QTest::addColumn<QString>("method");
    for (const char *method : {"lsdm", "rome", "memit"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

void TestEditVerb::theBaselinesEditOccupations()
{
    QFETCH(QString, method);
    QVERIFY(test::write(path("goal.csv"), "name,target\naccountant,0.5\nnurse,0.5\n"));
    const QStringList options{QStringLiteral("--goal"),   path("goal.csv"),          QStringLiteral("--contexts"),
                              QStringLiteral("2"),        QStringLiteral("--steps"), QStringLiteral("3"),
                              QStringLiteral("--tokens"), QStringLiteral("3000")};
    const QString patch = path(qPrintable(method + QStringLiteral(".safetensors")));
    const Answer answer = edit(QStringList{method, demoModel(), QStringLiteral("--patch"), patch} + options);
    QVERIFY2(answer.code == 0, answer.err);
    QVERIFY(QFileInfo::exists(patch));
    QCOMPARE(answer.json()[QLatin1String("recipe")][QLatin1String("job")].toString(), method);
    QVERIFY(answer.json()[QLatin1String("facts")][QLatin1String("occupations")].toInt() > 0);
    // The same as data.
    QJsonObject settings = answer.json()[QLatin1String("recipe")][QLatin1String("settings")].toObject();
    settings[QLatin1String("model")] = demoModel();
    QVERIFY(test::write(path("method.json"), JobFile{method, settings}.text()));
    const Answer again = ask({QStringLiteral("run"), path("method.json"), QStringLiteral("--json")});
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(again.json()[QLatin1String("hash")], answer.json()[QLatin1String("hash")]);
    const Answer help = ask({QStringLiteral("edit"), method, QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains("--layers") && help.out.contains(qPrintable(u"edit " + method)));
    if (method == QLatin1String("lsdm")) {
        const Answer placebos = ask(
            QStringList{QStringLiteral("edit"), method, demoModel(), QStringLiteral("--placebo"), QStringLiteral("2")} +
            options);
        QVERIFY2(placebos.code == 0, placebos.err);
        QVERIFY2(placebos.out.contains("placebo.content.gap.rank"), placebos.out);
        QVERIFY2(placebos.out.contains("guards.verdict"), placebos.out);
    }
    QCOMPARE(edit({method, QStringLiteral("/nowhere")}).code, 1);
    QCOMPARE(edit({method}).code, 2);
    QCOMPARE(edit({method, demoModel(), QStringLiteral("--steps"), QStringLiteral("many")}).code, 2);
}

void TestEditVerb::levelsAreCompared()
{
    QVERIFY(QDir(m_dir.path()).mkpath(QStringLiteral("patches")));
    QStringList arguments{QStringLiteral("edit"), QStringLiteral("mg"), demoModel(), QStringLiteral("--compare")};
    for (const char *option : {"limit", "6", "epochs", "1", "batch", "6", "tokens", "200", "texts", "1"})
        arguments << (option[0] > '9' ? QStringLiteral("--") : QString()) + QLatin1String(option);
    const Answer answer =
        ask(arguments + QStringList{QStringLiteral("--out"), path("levels.csv"), QStringLiteral("--out"),
                                    path("levels.json"), QStringLiteral("--patch-dir"), path("patches"),
                                    QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(answer.json()[QLatin1String("levels")].toArray().size(), 6);
    QCOMPARE(answer.json()[QLatin1String("complete")].toBool(), true);
    QCOMPARE(QJsonDocument::fromJson(test::read(path("levels.json"))).object(), answer.json());
    QCOMPARE(test::read(path("levels.csv")).trimmed().split('\n').size(), 7);
    QCOMPARE(QDir(path("patches")).entryList(QDir::Files).size(), 5);
    const Answer shown = patch({QStringLiteral("show"), path("patches/mg-row.safetensors")});
    QVERIFY2(shown.code == 0, shown.err);
    QCOMPARE(ask(arguments + QStringList{QStringLiteral("--out"), path("levels.txt")}).code, 1);
}

/// What the window's runs give as a job file.
void TestEditVerb::aJobFileComparesLevels()
{
    QVERIFY(test::write(path("levels-job.json"), JobFile{mgLevelsJob, toJson(quickLevels())}.text()));
    const Answer answer = ask({QStringLiteral("run"), path("levels-job.json"), QStringLiteral("--out"),
                               path("of-job.csv"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(answer.json()[QLatin1String("complete")].toBool(), true);
    // But for the time that they took, they are those of the command.
    const auto numbers = [this](const char *name) {
        QList<QByteArray> lines = test::read(path(name)).trimmed().split('\n');
        for (QByteArray &line : lines)
            line.truncate(line.lastIndexOf(','));
        return lines;
    };
    QCOMPARE(numbers("of-job.csv"), numbers("levels.csv"));
}

void TestEditVerb::aProjectGivesLevels()
{
    Project project(m_dir.path());
    QVERIFY(project.create(path("levels.cwp")));
    MgLevelsJob job(quickLevels());
    keepLevels(job, project);
    connect(&job, &MgLevelsJob::grown, this, [&job] { job.cancel(); });
    SilentMonitor monitor;
    QVERIFY(!job.runHere(monitor));
    project.close();
    const Answer answer =
        ask({QStringLiteral("project"), QStringLiteral("export"), path("levels.cwp"), QStringLiteral("--run"),
             QStringLiteral("1"), QStringLiteral("--out"), path("of-project.json"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(answer.json()[QLatin1String("levels")].toArray().size(), 2);
    QCOMPARE(QJsonDocument::fromJson(test::read(path("of-project.json"))).object(), answer.json());
    const Answer shown = ask({QStringLiteral("project"), QStringLiteral("show"), path("levels.cwp")});
    QVERIFY2(shown.code == 0, shown.err);
    QVERIFY2(shown.out.contains("--compare"), shown.out);
}

void TestEditVerb::whereNothingCanBeWrittenIsSaidBeforeTheWork()
{
    QVERIFY(test::write(path("file"), "x"));
    for (const QString &out : QStringList{path("file/edited"), demoModel() + QStringLiteral("/edited")}) {
        const Answer answer = edit({QStringLiteral("lsdm"), demoModel(), QStringLiteral("--out"), out});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains(out.toUtf8()) && !answer.err.contains("Reading"), answer.err);
        QVERIFY(answer.out.isEmpty());
    }
    // Nor is a checkpoint written over, nor a folder.
    QVERIFY(QDir().mkpath(path("other")));
    QVERIFY(test::write(path("other/config.json"), "{}") && test::write(path("other/model.safetensors"), "x"));
    for (const QString &patch : QStringList{path("other/model.safetensors"), path("other")}) {
        const Answer answer = edit({QStringLiteral("lsdm"), demoModel(), QStringLiteral("--patch"), patch});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains(patch.toUtf8()) && !answer.err.contains("Reading"), answer.err);
    }
    QCOMPARE(QFileInfo(path("other/model.safetensors")).size(), 1);
}

void TestEditVerb::wrongUsageSaysNothingOnStdout_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString model = demoModel();
    const auto row = [](const char *name, QStringList arguments) { QTest::newRow(name) << arguments; };
    row("no method", {QStringLiteral("edit")});
    row("no model", {QStringLiteral("edit"), QStringLiteral("zero")});
    row("nothing selected", {QStringLiteral("edit"), QStringLiteral("zero"), model});
    row("a placebo that ticks lack",
        {QStringLiteral("edit"), QStringLiteral("zero"), model, QStringLiteral("--rows"), QStringLiteral("embed:1"),
         QStringLiteral("--placebo-kind"), QStringLiteral("content")});
    row("no such placebo", {QStringLiteral("edit"), QStringLiteral("lsdm"), model, QStringLiteral("--placebo-kind=x")});
    row("one level of all", {QStringLiteral("edit"), QStringLiteral("mg"), model, QStringLiteral("--compare"),
                             QStringLiteral("--level"), QStringLiteral("row")});
    row("patches of one level", {QStringLiteral("edit"), QStringLiteral("mg"), model, QStringLiteral("--patch-dir"),
                                 QStringLiteral("patches")});
    const QStringList zero{QStringLiteral("edit"), QStringLiteral("zero"), model, QStringLiteral("--layers=0")};
    row("two patches", zero + QStringList{QStringLiteral("--patch=a"), QStringLiteral("--patch=b")});
    row("two seeds", zero + QStringList{QStringLiteral("--seed=1"), QStringLiteral("--seed=2")});
    row("a patch nowhere", zero + QStringList{QStringLiteral("--patch=")});
    row("a later method", {QStringLiteral("edit"), QStringLiteral("contrast"), model});
    row("a factor that is none", {QStringLiteral("edit"), QStringLiteral("scale"), model, QStringLiteral("--rows"),
                                  QStringLiteral("embed:1"), QStringLiteral("--factor"), QStringLiteral("much")});
    row("no patch", {QStringLiteral("patch"), QStringLiteral("show")});
    row("apply to nothing", {QStringLiteral("patch"), QStringLiteral("apply"), QStringLiteral("a.safetensors")});
    row("apply without out", {QStringLiteral("patch"), QStringLiteral("apply"), QStringLiteral("a"), model});
    row("merge one", {QStringLiteral("patch"), QStringLiteral("merge"), QStringLiteral("a"), QStringLiteral("--out"),
                      QStringLiteral("b")});
    row("too few alphas", {QStringLiteral("patch"), QStringLiteral("merge"), QStringLiteral("a"), QStringLiteral("b"),
                           QStringLiteral("--alpha=1"), QStringLiteral("--out=c")});
    row("alpha is a word",
        {QStringLiteral("patch"), QStringLiteral("apply"), QStringLiteral("a"), model, QStringLiteral("--out"),
         QStringLiteral("b"), QStringLiteral("--alpha"), QStringLiteral("x")});
}

void TestEditVerb::wrongUsageSaysNothingOnStdout()
{
    QFETCH(QStringList, arguments);
    const Answer answer = ask(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.error()[QLatin1String("message")].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestEditVerb)
#include "TestEditVerb.moc"
