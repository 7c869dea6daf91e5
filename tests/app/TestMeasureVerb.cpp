// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditingJob.h"
#include "core/jobs/JobFile.h"
#include "core/project/MeasureArchive.h"
#include "tests/support/MeasuredCheckpoint.h"
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

QJsonObject measureOf(const Answer &answer, const char *name)
{
    for (const QJsonValue &measure : answer.json()[QLatin1String("measures")].toArray())
        if (measure[QLatin1String("name")].toString() == QLatin1String(name))
            return measure.toObject();
    return {};
}

} // namespace

/// Takes measures with the real program, stops it politely and not, and looks at what it says.
class TestMeasureVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allAreTakenOrNamed();
    void aKilledMeasureIsGoneOnWith();
    void aPatchIsKnownByWhatItHolds();
    void twoModelsAreCompared();
    void theTableGoesToFiles();
    void aJobFileMeasures();
    void recipesAreJobs();
    void aTableMeasuresEveryEdit();
    void wrongUsageSaysNothingOnStdout_data();
    void wrongUsageSaysNothingOnStdout();
    void whatCannotBeMeasuredFails();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    std::size_t settled(const QString &project) const;
    /// How many runs a project lists.
    qsizetype runsIn(const QString &project) const
    {
        return ask({QStringLiteral("project"), QStringLiteral("list"), project, QStringLiteral("--json")})
            .json()[QLatin1String("runs")]
            .toArray()
            .size();
    }

    QTemporaryDir m_folder;
};

/// How many items of its first run a project holds, while another process may be writing it.
std::size_t TestMeasureVerb::settled(const QString &project) const
{
    Project reader(path("data"));
    if (!QFileInfo::exists(project) || !reader.open(project))
        return 0;
    const auto progress = loadMeasure(reader, 1);
    return progress ? progress->settled() : 0;
}

void TestMeasureVerb::allAreTakenOrNamed()
{
    const Answer answer = ask({QStringLiteral("measure"), QStringLiteral("all"), demoModel(), QStringLiteral("--limit"),
                               QStringLiteral("10"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject json = answer.json();
    const qsizetype taken = json[QLatin1String("measures")].toArray().size();
    const QJsonArray notRun = json[QLatin1String("notRun")].toArray();
    QCOMPARE(taken + notRun.size(), static_cast<qsizetype>(measures().size()));
    QVERIFY(taken >= 3);
    for (const QJsonValue &one : notRun)
        QVERIFY(!one[QLatin1String("reason")].toString().isEmpty());
    const QJsonObject gap = measureOf(answer, "gap");
    QCOMPARE(gap[QLatin1String("items")][QLatin1String("measured")].toInt(), 10);
    QVERIFY(gap[QLatin1String("numbers")][QLatin1String("abs_gap")][QLatin1String("low")].isDouble());
    QVERIFY(!gap[QLatin1String("caveats")].toArray().isEmpty());
}

void TestMeasureVerb::aKilledMeasureIsGoneOnWith()
{
    const MeasuredCheckpoint model;
    const QStringList arguments{QStringLiteral("measure"), QStringLiteral("gap"), model.folder(),
                                QStringLiteral("--json")};
    const Answer undisturbed = ask(arguments);
    QVERIFY2(undisturbed.code == 0, undisturbed.err);
    const QString file = path("killed.cwp");
    const QStringList kept = arguments + QStringList{QStringLiteral("--project"), file};
    QProcess process;
    start(process, kept);
    QTRY_VERIFY_WITH_TIMEOUT(settled(file) > 0, 60000);
    process.kill();
    QCOMPARE(ended(process).code, -1);
    const std::size_t left = settled(file);
    const auto all =
        static_cast<std::size_t>(measureOf(undisturbed, "gap")[QLatin1String("items")][QLatin1String("total")].toInt());
    QVERIFY2(left > 0 && left < all, "The measure had ended before it was killed.");

    const Answer again = ask(kept);
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(measureOf(again, "gap")[QLatin1String("numbers")],
             measureOf(undisturbed, "gap")[QLatin1String("numbers")]); // to the last digit
    const Answer list = ask({QStringLiteral("project"), QStringLiteral("list"), file, QStringLiteral("--json")});
    QCOMPARE(list.json()[QLatin1String("runs")].toArray().size(), 1); // gone on with, not begun anew
    const Answer third = ask(kept);
    QCOMPARE(measureOf(third, "gap")[QLatin1String("numbers")], measureOf(again, "gap")[QLatin1String("numbers")]);
    QCOMPARE(ask({QStringLiteral("project"), QStringLiteral("list"), file, QStringLiteral("--json")}).json(),
             list.json()); // nothing was left to do
}

/// What was measured with a patch is found again wherever the patch lies, and not taken for another's.
void TestMeasureVerb::aPatchIsKnownByWhatItHolds()
{
    const auto zero = [&](const char *rows, const char *patch) {
        return ask({QStringLiteral("edit"), QStringLiteral("zero"), demoModel(), QStringLiteral("--rows"),
                    QLatin1String(rows), QStringLiteral("--patch"), path(patch)})
                   .code == 0;
    };
    QVERIFY(zero("layers.0.mlp.out:3-60", "one.safetensors") && zero("layers.0.mlp.out:61", "two.safetensors"));
    const auto gap = [&](const char *patch) {
        const Answer answer =
            ask({QStringLiteral("measure"), QStringLiteral("gap"), demoModel(), QStringLiteral("--limit"),
                 QStringLiteral("10"), QStringLiteral("--patch"), path(patch), QStringLiteral("--project"),
                 path("patched.cwp"), QStringLiteral("--json")});
        return answer.json()[QLatin1String("measures")].toArray();
    };
    const QJsonArray first = gap("one.safetensors");
    QCOMPARE(first.size(), 2);
    QVERIFY(first[0][QLatin1String("numbers")] != first[1][QLatin1String("numbers")]);
    QCOMPARE(runsIn(path("patched.cwp")), 2);
    const QJsonArray second = gap("two.safetensors");
    QCOMPARE(second[0][QLatin1String("numbers")], first[0][QLatin1String("numbers")]);
    QVERIFY(second[1][QLatin1String("numbers")] != first[1][QLatin1String("numbers")]);
    QCOMPARE(runsIn(path("patched.cwp")), 3); // the model alone was measured already
    QVERIFY(QFile::rename(path("one.safetensors"), path("elsewhere.safetensors")));
    const QJsonArray again = gap("elsewhere.safetensors");
    QCOMPARE(again[1][QLatin1String("numbers")], first[1][QLatin1String("numbers")]);
    QCOMPARE(runsIn(path("patched.cwp")), 3);
}

void TestMeasureVerb::twoModelsAreCompared()
{
    const QString other = path("other");
    QVERIFY(copyFolder(demoModel(), other));
    const Answer answer =
        ask({QStringLiteral("measure"), QStringLiteral("gap,weat"), other, QStringLiteral("--against"), demoModel(),
             QStringLiteral("--limit"), QStringLiteral("40"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonArray comparisons = answer.json()[QLatin1String("comparisons")].toArray();
    QCOMPARE(comparisons.size(), 1);
    const QJsonArray changed = comparisons[0][QLatin1String("measures")].toArray();
    QCOMPARE(changed.size(), 2);
    const QJsonValue headline = changed[0][QLatin1String("numbers")][QLatin1String("abs_gap")];
    QCOMPARE(headline[QLatin1String("change")].toDouble(), 0.0);
    QCOMPARE(headline[QLatin1String("p_holm")].toDouble(), 1.0);
    QCOMPARE(changed[0][QLatin1String("pairs")].toInt(), 40);
}

void TestMeasureVerb::theTableGoesToFiles()
{
    QStringList arguments{QStringLiteral("measure"), QStringLiteral("gap"), demoModel(), QStringLiteral("--limit"),
                          QStringLiteral("10")};
    for (const char *name : {"a.json", "a.csv", "a.md", "a.tex"})
        arguments << QStringLiteral("--out") << path(name);
    const Answer answer = ask(arguments);
    QVERIFY2(answer.code == 0, answer.err);
    QVERIFY(answer.out.contains("|P(he) - P(she)|"));
    for (const char *name : {"a.json", "a.csv", "a.md", "a.tex"})
        QVERIFY(read(path(name)).contains("gap"));
}

void TestMeasureVerb::aJobFileMeasures()
{
    MeasureSettings settings;
    settings.measures = QStringLiteral("gap");
    settings.models = QStringList{demoModel()};
    settings.limit = 10;
    const QJsonObject job{{QStringLiteral("job"), QStringLiteral("measure")},
                          {QStringLiteral("settings"), toJson(settings)}};
    QVERIFY(write(path("job.json"), QJsonDocument(job).toJson()));
    const Answer answer = ask({QStringLiteral("run"), path("job.json"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(measureOf(answer, "gap")[QLatin1String("items")][QLatin1String("total")].toInt(), 10);
    const QString other = path("another");
    QVERIFY(copyFolder(demoModel(), other));
    const Answer two = ask({QStringLiteral("run"), path("job.json"), demoModel(), other});
    QVERIFY2(two.code == 0, two.err);
    QVERIFY(two.out.startsWith("model"));
    QVERIFY(two.out.split('\n')[2].startsWith("another"));
}

/// The tables of the papers as jobs: every measure and every edit that they name is there.
void TestMeasureVerb::recipesAreJobs()
{
    const QDir recipes(QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("recipes")));
    const QStringList names = recipes.entryList({QStringLiteral("*.json")});
    QVERIFY(names.size() >= 3);
    for (const QString &name : names) {
        const JobFile file = JobFile::read(read(recipes.filePath(name)), name);
        QCOMPARE(file.job, QString(tableJob));
        const QJsonArray edits = file.settings[QLatin1String("edits")].toArray();
        QVERIFY(!edits.isEmpty());
        for (const QJsonValue &edit : edits) {
            QJsonObject settings = edit[QLatin1String("settings")].toObject();
            settings.insert(QStringLiteral("model"), demoModel());
            QVERIFY(editingJob({edit[QLatin1String("job")].toString(), settings}));
        }
        const Answer answer = ask({QStringLiteral("run"), recipes.filePath(name)});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("needs a model"), answer.err);
    }
}

void TestMeasureVerb::aTableMeasuresEveryEdit()
{
    const QJsonObject zero{{QStringLiteral("job"), QStringLiteral("edit")},
                           {QStringLiteral("settings"),
                            QJsonObject{{QStringLiteral("method"), QStringLiteral("zero")},
                                        {QStringLiteral("rows"), QJsonArray{QStringLiteral("layers.0.mlp.out:3")}}}}};
    const QJsonObject lost{{QStringLiteral("name"), QStringLiteral("lost")},
                           {QStringLiteral("job"), QStringLiteral("rome")},
                           {QStringLiteral("settings"), QJsonObject{{QStringLiteral("layers"), QStringLiteral("99")}}}};
    const auto table = [&](const QJsonArray &edits) {
        const QJsonObject settings{{QStringLiteral("measures"), QStringLiteral("gap")},
                                   {QStringLiteral("models"), QJsonArray{demoModel()}},
                                   {QStringLiteral("limit"), 10},
                                   {QStringLiteral("edits"), edits}};
        return write(path("table.json"), QJsonDocument(QJsonObject{{QStringLiteral("job"), QStringLiteral("table")},
                                                                   {QStringLiteral("settings"), settings}})
                                             .toJson());
    };
    QVERIFY(table({zero, lost}));
    const Answer answer = ask({QStringLiteral("run"), path("table.json"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonArray taken = answer.json()[QLatin1String("measures")].toArray();
    QCOMPARE(taken.size(), 2); // without and with what was zeroed
    QVERIFY(taken[0][QLatin1String("numbers")] != taken[1][QLatin1String("numbers")]);
    const QJsonArray comparisons = answer.json()[QLatin1String("comparisons")].toArray();
    QCOMPARE(comparisons.size(), 1);
    QVERIFY(comparisons[0][QLatin1String("model")].toString().endsWith(QLatin1String(" + edit")));
    const QJsonValue control = answer.json()[QLatin1String("controls")][0];
    QCOMPARE(control[QLatin1String("edit")].toString(), QStringLiteral("edit"));
    QCOMPARE(control[QLatin1String("placebos")].toArray().size(), 0);
    const QJsonValue missing = answer.json()[QLatin1String("notRun")][0];
    QVERIFY(missing[QLatin1String("model")].toString().endsWith(QLatin1String(" + lost")));
    QVERIFY2(missing[QLatin1String("reason")].toString().contains(QLatin1String("99")), answer.err);
    const QStringList kept{QStringLiteral("run"), path("table.json"), QStringLiteral("--project"), path("table.cwp"),
                           QStringLiteral("--json")};
    QCOMPARE(ask(kept).json()[QLatin1String("measures")].toArray().size(), 2);
    QCOMPARE(ask(kept).json()[QLatin1String("measures")].toArray().size(), 2);
    QCOMPARE(runsIn(path("table.cwp")), 2); // the second time it is all there
    QJsonObject drawn = zero;
    QJsonObject settings = drawn[QLatin1String("settings")].toObject();
    settings.insert(QStringLiteral("placebo"), 3);
    drawn.insert(QStringLiteral("settings"), settings);
    QVERIFY(table({drawn}));
    const Answer told = ask({QStringLiteral("run"), path("table.json"), QStringLiteral("--out"), path("table.md")});
    QVERIFY2(told.code == 0, told.err);
    QVERIFY2(told.out.contains("90 % of draws") && told.out.contains("moved"), told.out);
    QVERIFY(read(path("table.md")).contains("| edit | moved | gap |"));
    QVERIFY(table({zero, zero}));
    const Answer twice = ask({QStringLiteral("run"), path("table.json")});
    QCOMPARE(twice.code, 1);
    QVERIFY2(twice.err.contains("different names"), twice.err);
}

void TestMeasureVerb::wrongUsageSaysNothingOnStdout_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString measure = QStringLiteral("measure");
    QTest::newRow("no model") << QStringList{measure, QStringLiteral("gap")};
    QTest::newRow("unknown measure") << QStringList{measure, QStringLiteral("nonsense"), demoModel()};
    QTest::newRow("a patch of two models") << QStringList{
        measure, QStringLiteral("gap"), demoModel(), path("other"), QStringLiteral("--patch"), QStringLiteral("p")};
    QTest::newRow("limit") << QStringList{measure, QStringLiteral("gap"), demoModel(), QStringLiteral("--limit"),
                                          QStringLiteral("-1")};
}

void TestMeasureVerb::wrongUsageSaysNothingOnStdout()
{
    QFETCH(QStringList, arguments);
    const Answer answer = ask(arguments);
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.out.isEmpty());
    QCOMPARE(answer.err.trimmed().count('\n'), 0);
}

void TestMeasureVerb::whatCannotBeMeasuredFails()
{
    const Answer answer =
        ask({QStringLiteral("measure"), QStringLiteral("seat"), demoModel(), QStringLiteral("--json")});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.json()[QLatin1String("notRun")][0][QLatin1String("reason")].toString().contains(
        QLatin1String("--data")));
    const Answer missing = ask({QStringLiteral("measure"), QStringLiteral("gap"), path("no such model")});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.contains("no such model"));
}

QTEST_GUILESS_MAIN(TestMeasureVerb)
#include "TestMeasureVerb.moc"
