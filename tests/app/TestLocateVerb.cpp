// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFile.h"
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace cw;
using namespace cw::test;

namespace {

/// Few prompts: quick.
const QStringList few{QStringLiteral("--limit"), QStringLiteral("6")};

QJsonObject readJson(const QString &path)
{
    return QJsonDocument::fromJson(test::read(path)).object();
}

} // namespace

/// Locates with the real program, and edits what it found, as a script does.
class TestLocateVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void whatIsLocatedCanBeEdited_data();
    void whatIsLocatedCanBeEdited();
    void peopleReadTheVotes();
    void aJobFileLocates();
    void placesAreWrittenAsLines();
    void aProjectKeepsTheSearch();
    void controlCSaysThatItIsNotComplete();
    void theTrainedMethodsEdit_data();
    void theTrainedMethodsEdit();
    void helpNamesWhatCanBeChosen();
    void failuresAndWrongUsageAreToldApart_data();
    void failuresAndWrongUsageAreToldApart();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    Answer locate(const QStringList &arguments) const
    {
        return ask(QStringList{QStringLiteral("locate")} + arguments + QStringList{QStringLiteral("--json")});
    }

    QTemporaryDir m_dir;
};

void TestLocateVerb::whatIsLocatedCanBeEdited_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"layers", "modules", "rows", "weights"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestLocateVerb::whatIsLocatedCanBeEdited()
{
    QFETCH(QString, what);
    const Answer answer = locate(QStringList{what, demoModel(), QStringLiteral("--out"), path("found.json"),
                                             QStringLiteral("--selection"), path("selection.json")} +
                                 few);
    QVERIFY2(answer.code == 0, answer.err);
    const QJsonObject found = answer.json();
    QCOMPARE(found[QLatin1String("what")].toString(), what);
    QCOMPARE(found[QLatin1String("complete")], QJsonValue(true));
    QVERIFY(!found[QLatin1String("places")].toArray().isEmpty());
    QCOMPARE(found[QLatin1String("winners")].toArray().size(),
             found[QLatin1String("prompts")][QLatin1String("names")].toArray().size());
    QCOMPARE(readJson(path("found.json")), found);
    QCOMPARE(readJson(path("selection.json")), found[QLatin1String("selection")].toObject());
    const Answer edited = ask({QStringLiteral("edit"), QStringLiteral("zero"), demoModel(),
                               QStringLiteral("--selection"), path("selection.json"), QStringLiteral("--json")});
    QVERIFY2(edited.code == 0, edited.err);
    QVERIFY(edited.json()[QLatin1String("ledger")][QLatin1String("changed")].toInt() > 0);
}

void TestLocateVerb::peopleReadTheVotes()
{
    const Answer answer = ask(QStringList{QStringLiteral("locate"), QStringLiteral("layers"), demoModel()} + few);
    QVERIFY2(answer.code == 0, answer.err);
    QVERIFY(answer.out.contains("layers.5") && answer.out.contains("votes") && answer.out.contains('*'));
}

void TestLocateVerb::aJobFileLocates()
{
    const QJsonObject settings{{QStringLiteral("what"), QStringLiteral("layers")},
                               {QStringLiteral("model"), demoModel()},
                               {QStringLiteral("limit"), 6}};
    const JobFile file{locateJob, settings};
    QVERIFY(test::write(path("job.json"), file.text()));
    QVERIFY(file.command().startsWith(QLatin1String("counterweight locate layers ")));
    const Answer answer = ask(
        {QStringLiteral("run"), path("job.json"), QStringLiteral("--out"), path("run.json"), QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, answer.err);
    const Answer direct = locate(QStringList{QStringLiteral("layers"), demoModel()} + few);
    QCOMPARE(answer.json()[QLatin1String("places")], direct.json()[QLatin1String("places")]);
    QCOMPARE(readJson(path("run.json")), answer.json());
}

void TestLocateVerb::placesAreWrittenAsLines()
{
    const Answer answer =
        locate(QStringList{QStringLiteral("layers"), demoModel(), QStringLiteral("--out"), path("found.csv")} + few);
    QVERIFY2(answer.code == 0, answer.err);
    const QList<QByteArray> lines = test::read(path("found.csv")).split('\n');
    QCOMPARE(lines.first(), QByteArray("place,votes,mean,located"));
    QCOMPARE(lines.size(), 1 + answer.json()[QLatin1String("places")].toArray().size() + 1);
    const Answer drawn =
        locate(QStringList{QStringLiteral("layers"), demoModel(), QStringLiteral("--out"), path("found.svg")} + few);
    QVERIFY2(drawn.code == 0, drawn.err);
    QVERIFY(test::read(path("found.svg")).contains("<svg"));
}

void TestLocateVerb::aProjectKeepsTheSearch()
{
    const QString file = path("searches.cwp");
    const Answer answer =
        locate(QStringList{QStringLiteral("layers"), demoModel(), QStringLiteral("--project"), file} + few);
    QVERIFY2(answer.code == 0, answer.err);
    const Answer shown = ask({QStringLiteral("project"), QStringLiteral("show"), file, QStringLiteral("--json")});
    const QJsonObject run = shown.json()[QLatin1String("runs")][0].toObject();
    QCOMPARE(run[QLatin1String("state")].toString(), QStringLiteral("done"));
    QVERIFY(run[QLatin1String("command")].toString().startsWith(QLatin1String("counterweight locate layers ")));
    const Answer kept =
        ask({QStringLiteral("project"), QStringLiteral("export"), file, QStringLiteral("--run"), QStringLiteral("1"),
             QStringLiteral("--out"), path("kept.json"), QStringLiteral("--json")});
    QVERIFY2(kept.code == 0, kept.err);
    QCOMPARE(kept.json(), answer.json());
    QCOMPARE(readJson(path("kept.json")), answer.json());
}

void TestLocateVerb::controlCSaysThatItIsNotComplete()
{
    QProcess process;
    start(process, {QStringLiteral("locate"), QStringLiteral("rows"), demoModel(), QStringLiteral("--modules"),
                    QStringLiteral("layers.0.mlp.out"), QStringLiteral("--json"), QStringLiteral("--out"),
                    path("stopped.json"), QStringLiteral("--selection"), path("stopped-selection.json")});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("Comparing the gradients"), 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Answer answer = ended(process);
    QCOMPARE(answer.code, 130);
    const QJsonObject written = readJson(path("stopped.json"));
    QCOMPARE(written, answer.json());
    QCOMPARE(written[QLatin1String("complete")], QJsonValue(false));
    QCOMPARE(written[QLatin1String("winners")].toArray().size(),
             written[QLatin1String("prompts")][QLatin1String("names")].toArray().size());
    QVERIFY(!QFileInfo::exists(path("stopped-selection.json")));
}

void TestLocateVerb::theTrainedMethodsEdit_data()
{
    QTest::addColumn<QString>("method");
    for (const char *method : {"mg", "finetune"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

void TestLocateVerb::theTrainedMethodsEdit()
{
    QFETCH(QString, method);
    const QStringList options{QStringLiteral("--epochs"),  QStringLiteral("2"),
                              QStringLiteral("--tokens"),  QStringLiteral("400"),
                              QStringLiteral("--texts"),   QStringLiteral("1"),
                              QStringLiteral("--modules"), QStringLiteral("layers.5.mlp.out")};
    const QString patch = path(qPrintable(method + QStringLiteral(".safetensors")));
    const Answer answer = ask(QStringList{QStringLiteral("edit"), method, demoModel(), QStringLiteral("--patch"), patch,
                                          QStringLiteral("--json")} +
                              few + options);
    QVERIFY2(answer.code == 0, answer.err);
    QVERIFY(QFileInfo::exists(patch));
    const QJsonObject facts = answer.json()[QLatin1String("facts")].toObject();
    QVERIFY(facts[QLatin1String("trainFbAfter")].toDouble() < facts[QLatin1String("trainFbBefore")].toDouble());
    QJsonObject settings = answer.json()[QLatin1String("recipe")][QLatin1String("settings")].toObject();
    settings[QLatin1String("model")] = demoModel();
    QVERIFY(test::write(path("method.json"), JobFile{method, settings}.text()));
    const Answer again = ask({QStringLiteral("run"), path("method.json"), QStringLiteral("--json")});
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(again.json()[QLatin1String("hash")], answer.json()[QLatin1String("hash")]);
}

void TestLocateVerb::helpNamesWhatCanBeChosen()
{
    const Answer locating = ask({QStringLiteral("locate"), QStringLiteral("--help")});
    QCOMPARE(locating.code, 0);
    for (const char *option : {"--scorer", "--top", "--layers", "--modules", "--data", "--seed", "--selection"})
        QVERIFY2(locating.out.contains(option), option);
    const Answer training = ask({QStringLiteral("edit"), QStringLiteral("mg"), QStringLiteral("--help")});
    QCOMPARE(training.code, 0);
    for (const char *option : {"--level", "--loss", "--recovery", "--selection", "--rate", "--patch"})
        QVERIFY2(training.out.contains(option), option);
    const Answer tuning = ask({QStringLiteral("edit"), QStringLiteral("finetune"), QStringLiteral("--help")});
    QVERIFY(tuning.code == 0 && tuning.out.contains("--bound"));
}

void TestLocateVerb::failuresAndWrongUsageAreToldApart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString model = demoModel();
    const auto row = [](const char *name, const QStringList &arguments, int code) {
        QTest::newRow(name) << arguments << code;
    };
    const QString locate = QStringLiteral("locate");
    const QString edit = QStringLiteral("edit");
    const QString layers = QStringLiteral("--layers");
    row("no model", {locate, QStringLiteral("layers")}, 2);
    row("nothing known", {locate, QStringLiteral("heads"), model}, 2);
    row("a later kind", {locate, QStringLiteral("neurons"), model}, 2);
    row("layers of layers", {locate, QStringLiteral("layers"), model, layers, QStringLiteral("1")}, 2);
    row("no scorer", {locate, QStringLiteral("rows"), model, QStringLiteral("--scorer"), QStringLiteral("best")}, 2);
    row("no such model", {locate, QStringLiteral("layers"), QStringLiteral("/nowhere")}, 1);
    row("no such layer", {locate, QStringLiteral("modules"), model, layers, QStringLiteral("9")}, 1);
    row("no folder to write to",
        {locate, QStringLiteral("layers"), model, QStringLiteral("--out"), QStringLiteral("/nowhere/found.json")}, 1);
    row("full and narrowed",
        {edit, QStringLiteral("mg"), model, QStringLiteral("--level"), QStringLiteral("full"), layers,
         QStringLiteral("1")},
        2);
    row("no level", {edit, QStringLiteral("mg"), model, QStringLiteral("--level"), QStringLiteral("head")}, 2);
    row("no selection",
        {edit, QStringLiteral("mg"), model, QStringLiteral("--selection"), QStringLiteral("/nowhere.json")}, 1);
    row("tuned twice",
        {edit, QStringLiteral("finetune"), model, layers, QStringLiteral("1"), QStringLiteral("--modules"),
         QStringLiteral("layers.0.mlp.out")},
        2);
    row("tuned nowhere", {edit, QStringLiteral("finetune"), model, layers, QStringLiteral("9")}, 1);
}

void TestLocateVerb::failuresAndWrongUsageAreToldApart()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Answer answer = ask(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(answer.code, code);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(answer.err.contains("\"message\""));
}

QTEST_GUILESS_MAIN(TestLocateVerb)
#include "TestLocateVerb.moc"
