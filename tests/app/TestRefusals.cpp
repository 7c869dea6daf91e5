// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PatchFile.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// What the program says to orders that it cannot carry out, and that it says so before the work.
class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSentenceSaysWhatToDo_data();
    void aSentenceSaysWhatToDo();
    void aPatchAtStrengthZeroIsTheModelAsItIs();
    void aForcedPatchSaysWhatItWasMadeFor();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    /// One line of a shell, in which MODEL is the demo model and DIR the folder of the test.
    QStringList line(const QString &words) const;
    void writeForeignPatch(const QString &file, const std::vector<std::int64_t> &shape) const;

    QTemporaryDir m_dir;
};

QStringList TestRefusals::line(const QString &words) const
{
    QStringList arguments = words.split(u' ');
    arguments.replaceInStrings(QStringLiteral("MODEL"), demoModel());
    arguments.replaceInStrings(QStringLiteral("DIR"), m_dir.path());
    return arguments;
}

void TestRefusals::writeForeignPatch(const QString &file, const std::vector<std::int64_t> &shape) const
{
    auto edit = std::make_shared<Edit>();
    edit->deltas.push_back({"layers.0.mlp.out", Delta::Form::Dense, at::ones(shape), {}});
    writePatch(file, {edit, QStringLiteral("foreign"), QString(64, u'0'), QStringLiteral("another"), {}, {}});
}

void TestRefusals::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(test::write(path("list.json"), "[]"));
    QVERIFY(test::write(path("rows.json"), "{\"rows\": 5}"));
    writeForeignPatch(path("small.safetensors"), {2, 2});
    writeForeignPatch(path("fitting.safetensors"), {128, 512});
    QVERIFY(test::write(path("some.json"), "{\"rows\": {\"layers.0.mlp.out\": [3]}}"));
    QVERIFY(QFile::link(QStringLiteral("/dev/full"), path("full.safetensors")));
    SafetensorsWriter other;
    other.add("x", at::ones({1}));
    other.write(path("tensors.safetensors"));
    SafetensorsWriter writer;
    writer.setMetadata("counterweight.patch", "zzz");
    writer.add("x:dense", at::ones({1}));
    writer.write(path("odd.safetensors"));
}

void TestRefusals::aSentenceSaysWhatToDo_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("sentence");
    const QString zero = QStringLiteral("edit zero MODEL --layers 0 ");
    const auto row = [](const char *name, const QString &words, int code, const char *sentence) {
        QTest::newRow(name) << words << code << QString::fromLatin1(sentence);
    };
    row("a factor of zero", zero + u"--factor 2", 2,
        "--factor is a setting of edit scale; edit zero has no use for it.");
    row("a share of zero", zero + u"--share 2", 2, "--share is a setting of edit toward, attenuate; edit zero");
    row("a reference of zero", zero + u"--reference MODEL", 2, "--reference is a setting of edit toward; edit zero");
    row("targets of zero", zero + u"--targets a,b", 2, "--targets is a setting of edit attenuate; edit zero");
    row("a selection that is a list", QStringLiteral("edit zero MODEL --selection DIR/list.json"), 1,
        "list.json must hold a JSON object.");
    row("a selection of another form", QStringLiteral("edit zero MODEL --selection DIR/rows.json"), 1,
        "\"rows\": {\"layers.2.mlp.out\": [7, 9]}");
    row("a job that is a list", QStringLiteral("run DIR/list.json"), 1, "list.json must hold a JSON object.");
    row("a goal that is none", QStringLiteral("edit lsdm MODEL --goal fair"), 1, "\"fair\" is no goal and no file");
    row("data that are nowhere", QStringLiteral("edit lsdm MODEL --data /nowhere"), 1,
        "/nowhere is no folder: name the folder that holds the data sets, or none.");
    row("a project in no folder", zero + u"--project DIR/no/p.cwp", 1, "p.cwp cannot be written: there is no folder ");
    row("text of what was located", QStringLiteral("locate rows MODEL --out DIR/F.txt"), 1,
        "ends in .json, .csv, .svg");
    row("a selection in a text", QStringLiteral("locate rows MODEL --selection DIR/F.txt"), 1, "ends in .json.");
    row("merging what does not go together",
        QStringLiteral("patch merge DIR/fitting.safetensors DIR/odd.safetensors --out DIR/m.safetensors"), 1,
        "odd.safetensors is damaged: \"zzz\" is no format of patches.");
    row("a patch of another shape", QStringLiteral("patch apply DIR/small.safetensors MODEL --force --out DIR/o"), 1,
        "small.safetensors cannot be applied: The change of layers.0.mlp.out has another shape");
    row("a patch for another model", QStringLiteral("patch apply DIR/fitting.safetensors MODEL --out DIR/o"), 1,
        "--force applies it all the same.");
    row("measured with a patch for another", QStringLiteral("measure gap MODEL --patch DIR/fitting.safetensors"), 1,
        "not for this one (");
    row("a strength of show", QStringLiteral("patch show DIR/fitting.safetensors --alpha 2"), 2,
        "patch show has no use for --alpha: leave it out.");
    row("a forced merge",
        QStringLiteral("patch merge DIR/fitting.safetensors DIR/small.safetensors --force --out DIR/m.safetensors"), 2,
        "patch merge has no use for --force: leave it out.");
    row("a patch over notes", zero + u"--patch DIR/list.json", 1, "list.json cannot hold a patch: give a name that");
    row("a patch over tensors", zero + u"--patch DIR/tensors.safetensors", 1, "is there and is no patch: it is not");
    row("a patch over what it is merged of",
        QStringLiteral("patch merge DIR/fitting.safetensors DIR/small.safetensors --out DIR/small.safetensors"), 1,
        "small.safetensors is one of the patches that are merged");
    row("two outputs in one place", zero + u"--patch DIR/x.safetensors --out DIR/x.safetensors", 1, "name two places.");
    row("two files in one place", QStringLiteral("locate rows MODEL --out DIR/x.json --selection DIR/x.json"), 1,
        "--out and --selection both name ");
    row("a patch without a name", QStringLiteral("patch apply  MODEL --out DIR/o"), 1, "A name of a file is missing");
    row("rows at the level of weights", QStringLiteral("edit mg MODEL --level weight --selection DIR/some.json"), 1,
        "The level is weight, but what is selected is of the level row: give --level row");
#ifdef Q_OS_LINUX
    row("a patch into a device", zero + u"--patch DIR/full.safetensors", 1, "is no regular file and is never written");
    row("a patch among processes", zero + u"--patch /proc/q.safetensors", 1, "its folder is missing or read-only.");
    row("a checkpoint among processes", zero + u"--out /proc/q", 1, "/proc is no folder or read-only.");
#endif
}

void TestRefusals::aSentenceSaysWhatToDo()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, sentence);
    const Answer answer = ask(line(words));
    QVERIFY2(answer.err.contains(sentence.toUtf8()), answer.err);
    QCOMPARE(answer.code, code);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!QFileInfo::exists(path("o")));
    QVERIFY2(!answer.err.contains("Finding targets") && !answer.err.contains("Scoring"), answer.err);
    QCOMPARE(answer.err.contains("--force"), sentence.contains(QLatin1String("--force")));
}

void TestRefusals::aPatchAtStrengthZeroIsTheModelAsItIs()
{
    const Answer answer =
        ask(line(QStringLiteral("patch apply DIR/fitting.safetensors MODEL --force --alpha 0 --out DIR/same")));
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.err.contains("changed nothing: it asks for nothing that the weights are not already."), answer.err);
    const QString weights = QStringLiteral("/model.safetensors");
    QCOMPARE(test::read(path("same") + weights), test::read(demoModel() + weights));
}

void TestRefusals::aForcedPatchSaysWhatItWasMadeFor()
{
    const Answer answer =
        ask(line(QStringLiteral("patch apply DIR/fitting.safetensors MODEL --force --out DIR/forced --json")));
    QVERIFY2(answer.code == 0, answer.err);
    QCOMPARE(answer.json()[QLatin1String("facts")][QLatin1String("madeFor")][QLatin1String("name")].toString(),
             QStringLiteral("another"));
    QVERIFY(test::read(path("forced/README.md")).contains("The edit was made for another model, another (hash `0000"));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "TestRefusals.moc"
