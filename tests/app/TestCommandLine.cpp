// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"
#include "tests/support/TalkingCheckpoint.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TraceJson.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace cw::test;

namespace {

QStringList traceArguments()
{
    return {QStringLiteral("trace"),     fixture(QStringLiteral("models/gpt2")),
            QStringLiteral("--prompt"),  QStringLiteral("The nurse said that"),
            QStringLiteral("--subject"), QStringLiteral("nurse"),
            QStringLiteral("--targets"), QStringLiteral(" he, she"),
            QStringLiteral("--noise"),   QStringLiteral("0.5"),
            QStringLiteral("--json")};
}

} // namespace

/// Runs the program as a script does.
class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVerbHelps();
    void wrongUsageIsToldInOneSentence_data();
    void wrongUsageIsToldInOneSentence();
    void whatCannotBeDoneFails_data();
    void whatCannotBeDoneFails();
    void errorsComeAsJson();
    void theMemoryIsForecast();
    void theSweepEqualsTheLoop();
    void aRunIsRepeatedFromItsJobFile();
    void aCopiedCommandGivesTheSameNumbers();
    void aTextIsContinuedAndKept();
    void controlCKeepsWhatIsWritten();
    void aModelIsCheckedAgainstItsReference();
    void aTypeIsProbedAtItsFirstUse();
    void everyFormIsWritten();
    void aProjectIsMadeAndListed();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

void TestCommandLine::everyVerbHelps()
{
    const Answer overview = ask({QStringLiteral("--help")});
    QCOMPARE(overview.code, 0);
    for (const char *verb : {"info", "tokenize", "predict", "generate", "trace", "measure", "locate", "demo", "project",
                             "run", "bench", "get"}) {
        QVERIFY(overview.out.contains(verb));
        const Answer help = ask({QLatin1String(verb), QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--json"));
    }
    QVERIFY(ask({QStringLiteral("--version")}).out.startsWith("counterweight "));
}

void TestCommandLine::wrongUsageIsToldInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString model = fixture(QStringLiteral("models/gpt2"));
    const QStringList trace = traceArguments().mid(0, 8);
    QTest::newRow("unknown verb") << QStringList{QStringLiteral("trance")};
    QTest::newRow("a later kind of place") << QStringList{QStringLiteral("locate"), QStringLiteral("neurons"), model};
    QTest::newRow("nothing to locate in") << QStringList{QStringLiteral("locate"), QStringLiteral("layers")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("info"), model, QStringLiteral("--loud")};
    QTest::newRow("no model") << QStringList{QStringLiteral("info")};
    QTest::newRow("no tokens") << QStringList{QStringLiteral("info"), model, QStringLiteral("--tokens"),
                                              QStringLiteral("many")};
    QTest::newRow("too much") << QStringList{QStringLiteral("info"), model, model};
    QTest::newRow("no subject") << trace.mid(0, 4);
    QTest::newRow("many prompts") << trace + QStringList{QStringLiteral("--prompts"), QStringLiteral("p.csv")};
    QTest::newRow("swap") << trace + QStringList{QStringLiteral("--corrupt"), QStringLiteral("swap")};
    QTest::newRow("attribution") << trace + QStringList{QStringLiteral("--method"), QStringLiteral("attribution")};
    QTest::newRow("no samples") << trace + QStringList{QStringLiteral("--samples"), QStringLiteral("0")};
    QTest::newRow("no such kind") << trace + QStringList{QStringLiteral("--kinds"), QStringLiteral("states")};
    const QStringList generate{QStringLiteral("generate"), model, QStringLiteral("The nurse")};
    QTest::newRow("nothing to go on with") << generate.mid(0, 2);
    QTest::newRow("hot") << generate + QStringList{QStringLiteral("--temperature"), QStringLiteral("hot")};
    QTest::newRow("more than all") << generate + QStringList{QStringLiteral("--top-p"), QStringLiteral("1.5")};
    QTest::newRow("equal samples") << generate + QStringList{QStringLiteral("--samples"), QStringLiteral("2")};
    QTest::newRow("families and more") << QStringList{QStringLiteral("info"), model, QStringLiteral("--families")};
    QTest::newRow("rerun") << QStringList{QStringLiteral("project"), QStringLiteral("rerun"), QStringLiteral("p.cwp")};
    QTest::newRow("no runs to keep") << QStringList{QStringLiteral("predict"), model, QStringLiteral("The"),
                                                    QStringLiteral("--project"), path("kept.cwp")};
    QTest::newRow("a list in a file") << QStringList{QStringLiteral("project"), QStringLiteral("list"), path("p.cwp"),
                                                     QStringLiteral("--out"), path("p.json")};
    QTest::newRow("a project as a table") << QStringList{QStringLiteral("project"), QStringLiteral("export"),
                                                         path("p.cwp"), QStringLiteral("--out"), path("p.csv")};
    QTest::newRow("no such bench") << QStringList{QStringLiteral("bench"), QStringLiteral("speed")};
}

void TestCommandLine::wrongUsageIsToldInOneSentence()
{
    QFETCH(QStringList, arguments);
    const Answer answer = ask(arguments);
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.out.isEmpty());
    QCOMPARE(answer.err.trimmed().count('\n'), 0);
    QVERIFY(!answer.err.trimmed().isEmpty());
}

void TestCommandLine::whatCannotBeDoneFails_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString nowhere = path("nowhere");
    const auto traced = [](qsizetype place, const QString &value) {
        QStringList arguments = traceArguments();
        arguments[place] = value;
        return arguments;
    };
    QTest::newRow("no folder") << QStringList{QStringLiteral("info"), nowhere};
    QTest::newRow("empty prompt") << traced(3, QString());
    QTest::newRow("subject elsewhere") << traced(5, QStringLiteral("doctor"));
    QTest::newRow("all is subject") << traced(5, QStringLiteral("The nurse said that"));
    QTest::newRow("unknown form") << traceArguments() + QStringList{QStringLiteral("--out"), path("a.txt")};
    QTest::newRow("no such place") << traceArguments() +
                                          QStringList{QStringLiteral("--out"), nowhere + QStringLiteral("/a.csv")};
    QTest::newRow("no project") << QStringList{QStringLiteral("project"), QStringLiteral("list"),
                                               fixture(QStringLiteral("models/gpt2/config.json"))};
    QTest::newRow("no job") << QStringList{QStringLiteral("run"), fixture(QStringLiteral("models/gpt2/config.json"))};
}

void TestCommandLine::whatCannotBeDoneFails()
{
    QFETCH(QStringList, arguments);
    const Answer answer = ask(arguments);
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.err.isEmpty());
    QVERIFY(!QFileInfo::exists(path("a.txt")));
}

void TestCommandLine::errorsComeAsJson()
{
    const Answer answer = ask({QStringLiteral("info"), path("nowhere"), QStringLiteral("--json")});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.error()[QLatin1String("kind")].toString(), QStringLiteral("File"));
    QVERIFY(answer.error()[QLatin1String("message")].toString().contains(path("nowhere")));
}

void TestCommandLine::theMemoryIsForecast()
{
    const QString model = fixture(QStringLiteral("models/gpt2"));
    const auto memory = [&](const QStringList &options) {
        return ask(QStringList{QStringLiteral("info"), model, QStringLiteral("--json")} + options)
            .json()[QLatin1String("memory")]
            .toObject();
    };
    const QJsonObject few = memory({QStringLiteral("--tokens"), QStringLiteral("2")});
    const QJsonObject many = memory({QStringLiteral("--tokens"), QStringLiteral("20")});
    QVERIFY(few[QLatin1String("free")].toInteger() > 0);
    QVERIFY(few[QLatin1String("activations")].toInteger() < many[QLatin1String("activations")].toInteger());
    QCOMPARE(few[QLatin1String("converted")].toInteger(), 0);
    QVERIFY(memory({QStringLiteral("--dtype"), QStringLiteral("bf16")})[QLatin1String("converted")].toInteger() > 0);
}

void TestCommandLine::theSweepEqualsTheLoop()
{
    const Answer exact = ask(traceArguments());
    const Answer loop = ask(traceArguments() + QStringList{QStringLiteral("--method"), QStringLiteral("loop")});
    QCOMPARE(exact.code, 0);
    QCOMPARE(loop.code, 0);
    QCOMPARE(exact.json()[QLatin1String("complete")].toBool(), true);
    QVERIFY(difference(exact.json(), loop.json()) <= 1e-5);
    const Answer other = ask(traceArguments() + QStringList{QStringLiteral("--seed"), QStringLiteral("9")});
    QVERIFY(difference(exact.json(), other.json()) > 1e-5);
}

void TestCommandLine::aRunIsRepeatedFromItsJobFile()
{
    const Answer first = ask(traceArguments() + QStringList{QStringLiteral("--project"), path("job.cwp")});
    QCOMPARE(first.code, 0);
    QCOMPARE(ask({QStringLiteral("project"), QStringLiteral("export"), path("job.cwp"), QStringLiteral("--run"),
                  QStringLiteral("1"), QStringLiteral("--job"), path("job.json")})
                 .code,
             0);
    const Answer again = ask({QStringLiteral("run"), path("job.json"), QStringLiteral("--json")});
    QCOMPARE(again.code, 0);
    QCOMPARE(difference(first.json(), again.json()), 0.0);
}

void TestCommandLine::aCopiedCommandGivesTheSameNumbers()
{
    const Answer first = ask(traceArguments() + QStringList{QStringLiteral("--project"), path("command.cwp")});
    const Answer shown =
        ask({QStringLiteral("project"), QStringLiteral("show"), path("command.cwp"), QStringLiteral("--json")});
    const QString command = shown.json()[QLatin1String("runs")][0][QLatin1String("command")].toString();
    QVERIFY(command.startsWith(QStringLiteral("counterweight trace ")));
    QStringList words = QProcess::splitCommand(QString(command).replace(u'\'', u'"'));
    const Answer again = ask(words.mid(1) + QStringList{QStringLiteral("--json")});
    QCOMPARE(again.code, 0);
    QCOMPARE(difference(first.json(), again.json()), 0.0);
}

void TestCommandLine::aTextIsContinuedAndKept()
{
    const QStringList generate{QStringLiteral("generate"), fixture(QStringLiteral("models/gpt2")),
                               QStringLiteral("the nurse said that"), QStringLiteral("--max"), QStringLiteral("6")};
    const QStringList kept{QStringLiteral("--project"), path("texts.cwp")};
    const Answer shown = ask(generate + kept);
    QCOMPARE(shown.code, 0);
    const Answer first = ask(generate + QStringList{QStringLiteral("--json")});
    QCOMPARE(first.code, 0);
    const QString text = first.json()[QLatin1String("text")].toString();
    QCOMPARE(QString::fromUtf8(shown.out), QString(text + u'\n'));
    QCOMPARE(first.json()[QLatin1String("stopped")].toString(), QStringLiteral("max"));
    QCOMPARE(first.json()[QLatin1String("ids")].toArray().size(), 6);
    QCOMPARE(first.json()[QLatin1String("tokens")].toArray().size(), 6);
    const QStringList one{QStringLiteral("project"), QStringLiteral("export"), path("texts.cwp"),
                          QStringLiteral("--run"),   QStringLiteral("1"),      QStringLiteral("--json")};
    const Answer stored = ask(one + QStringList{QStringLiteral("--job"), path("text.json")});
    QCOMPARE(stored.json()[QLatin1String("samples")], first.json()[QLatin1String("samples")]);
    const Answer again = ask({QStringLiteral("run"), path("text.json"), QStringLiteral("--json")});
    QCOMPARE(again.json()[QLatin1String("samples")], first.json()[QLatin1String("samples")]);
    QCOMPARE(ask({QStringLiteral("run"), path("text.json"), QStringLiteral("--out"), path("a.csv")}).code, 1);
    QCOMPARE(ask(one + QStringList{QStringLiteral("--out"), path("a.csv")}).code, 1);
    QVERIFY(ask({QStringLiteral("project"), QStringLiteral("show"), path("texts.cwp")}).out.contains("generate"));
}

void TestCommandLine::controlCKeepsWhatIsWritten()
{
    const TalkingCheckpoint model;
    const QString file = path("interrupted.cwp");
    QProcess process;
    start(process,
          {QStringLiteral("generate"), model.folder(), QStringLiteral("the kind nurse said that"),
           QStringLiteral("--max"), QString::number(TalkingCheckpoint::context), QStringLiteral("--project"), file});
    QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 100, 60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Answer stopped = ended(process);
    QCOMPARE(stopped.code, 130);
    const Answer kept = ask({QStringLiteral("project"), QStringLiteral("show"), file, QStringLiteral("--run"),
                             QStringLiteral("1"), QStringLiteral("--json")});
    QCOMPARE(kept.json()[QLatin1String("complete")], QJsonValue(false));
    QCOMPARE(kept.json()[QLatin1String("stopped")].toString(), QStringLiteral("cancelled"));
    QCOMPARE(kept.json()[QLatin1String("text")].toString().toUtf8(), stopped.out.chopped(1));
}

void TestCommandLine::aModelIsCheckedAgainstItsReference()
{
    const QString model = fixture(QStringLiteral("models/gpt2"));
    const QStringList check{QStringLiteral("info"), model, QStringLiteral("--json"), QStringLiteral("--check")};
    const Answer good = ask(check + QStringList{model + QStringLiteral("/reference.safetensors")});
    QCOMPARE(good.code, 0);
    QCOMPARE(good.json()[QLatin1String("check")][QLatin1String("holds")], QJsonValue(true));
    QVERIFY(good.json()[QLatin1String("spec")].isObject());
    QVERIFY(good.err.contains("agrees with"));
    const QString other = fixture(QStringLiteral("models/llama-tied/reference.safetensors"));
    const Answer bad = ask(check + QStringList{other});
    QCOMPARE(bad.code, 1);
    QCOMPARE(bad.json()[QLatin1String("check")][QLatin1String("holds")], QJsonValue(false));
    const Answer half = ask({QStringLiteral("info"), model, QStringLiteral("--probe"), QStringLiteral("--dtype"),
                             QStringLiteral("bf16"), QStringLiteral("--json")});
    QCOMPARE(half.code, 0);
    QCOMPARE(half.json()[QLatin1String("probe")][QLatin1String("dtype")].toString(), QStringLiteral("bf16"));
    QCOMPARE(ask(check + QStringList{path("nowhere")}).code, 1);
}

void TestCommandLine::aTypeIsProbedAtItsFirstUse()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", path("configuration").toUtf8());
    const QStringList half{QStringLiteral("generate"),  fixture(QStringLiteral("models/gpt2")),
                           QStringLiteral("the nurse"), QStringLiteral("--max"),
                           QStringLiteral("2"),         QStringLiteral("--dtype"),
                           QStringLiteral("bf16")};
    const Answer first = ask(half);
    QCOMPARE(first.code, 0);
    QVERIFY(first.err.contains("bf16 cpu agrees with the CPU in fp32"));
    const Answer second = ask(half);
    QCOMPARE(second.out, first.out);
    QVERIFY(!second.err.contains("CPU in fp32"));
    const QStringList exact = half.mid(0, 5);
    QVERIFY(!ask(exact).err.contains("CPU in fp32"));
    QVERIFY(ask({QStringLiteral("predict"), fixture(QStringLiteral("models/llama-tied")), QStringLiteral("the nurse"),
                 QStringLiteral("--dtype"), QStringLiteral("bf16")})
                .err.contains("the CPU in fp32"));
    // A mismatch that is known is warned about each time.
    const QStringList files = QDir(path("configuration")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!files.isEmpty());
    QDirIterator records(path("configuration"), {QStringLiteral("parity.ini")}, QDir::Files,
                         QDirIterator::Subdirectories);
    QVERIFY(records.hasNext());
    const QString file = records.next();
    QByteArray text = read(file);
    QVERIFY(text.contains("relative_l2"));
    text.replace("relative_l2\\\":0", "relative_l2\\\":9");
    QVERIFY(write(file, text));
    QVERIFY(ask(half).err.contains("not to be believed"));
    if (before.isNull())
        qunsetenv("XDG_CONFIG_HOME");
    else
        qputenv("XDG_CONFIG_HOME", before);
}

void TestCommandLine::everyFormIsWritten()
{
    QStringList arguments = traceArguments();
    const QStringList names{QStringLiteral("t.json"), QStringLiteral("t.csv"), QStringLiteral("t.npz"),
                            QStringLiteral("t.svg"),  QStringLiteral("t.png"), QStringLiteral("t.pdf")};
    for (const QString &name : names)
        arguments << QStringLiteral("--out") << m_folder.filePath(name);
    QCOMPARE(ask(arguments).code, 0);
    const QList<QByteArray> beginnings{"{", "kind,", "PK", "<?xml", "\x89PNG", "%PDF"};
    for (qsizetype i = 0; i < names.size(); ++i)
        QVERIFY2(read(m_folder.filePath(names[i])).startsWith(beginnings[i]), qPrintable(names[i]));
}

void TestCommandLine::aProjectIsMadeAndListed()
{
    const QString file = path("new.cwp");
    QCOMPARE(ask({QStringLiteral("project"), QStringLiteral("new"), file}).code, 0);
    QCOMPARE(ask({QStringLiteral("project"), QStringLiteral("new"), file}).code, 1);
    QCOMPARE(ask(traceArguments() + QStringList{QStringLiteral("--project"), file}).code, 0);
    const Answer list = ask({QStringLiteral("project"), QStringLiteral("list"), file, QStringLiteral("--json")});
    const QJsonArray runs = list.json()[QLatin1String("runs")].toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0][QLatin1String("state")].toString(), QStringLiteral("done"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "TestCommandLine.moc"
