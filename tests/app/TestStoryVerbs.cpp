// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

/// The largest effect at the last token of the subject in the lower half of the layers: where LSDM edits.
int layerOf(const QJsonObject &trace)
{
    const int token = trace[QLatin1String("subject")][1].toInt() - 1;
    const QJsonArray effects =
        trace[QLatin1String("kinds")][QLatin1String("mlp")][QLatin1String("effect")][token].toArray();
    int best = 0;
    for (int layer = 1; layer < effects.size() / 2; ++layer)
        if (effects[layer].toDouble() > effects[best].toDouble())
            best = layer;
    return best;
}

/// The numbers of a measure of the n-th model that was measured.
QJsonObject numbersOf(const QJsonObject &measured, int model, const QString &measure)
{
    QStringList models;
    for (const QJsonValue &value : measured[QLatin1String("measures")].toArray()) {
        const QString name = value[QLatin1String("model")].toString();
        if (!models.contains(name))
            models << name;
        if (models.indexOf(name) == model && value[QLatin1String("name")].toString() == measure)
            return value[QLatin1String("numbers")].toObject();
    }
    return {};
}

double valueOf(const QJsonObject &numbers, QLatin1String key)
{
    return numbers[key][QLatin1String("value")].toDouble();
}

} // namespace

/// From the place that was found to a checkpoint that is taken away, with the real program: the slots are one story.
class TestStoryVerbs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTraceNamesALayer();
    void lsdmEditsThatLayer();
    void mgEditsTheRowsThatAreLocated();
    void theTwoAreCompared();
    void theCheckpointIsExported();
    void theExportedCheckpointScoresTheSame();
    void aGoalThatWasNotNamedIsScored();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    /// Words between spaces; %1 to %9 stand for names of files.
    QJsonObject done(const char *words, const QStringList &files);
    QJsonObject measured(const QString &patch);

    QTemporaryDir m_dir;
    int m_layer = -1;
    QString m_hash; ///< of the model that LSDM has edited
    QJsonObject m_lsdm;
    QJsonObject m_mg;
};

void TestStoryVerbs::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QByteArray goal = "name,target\n";
    for (const char *name : {"nurse", "secretary", "receptionist", "librarian", "teacher", "hairdresser", "engineer",
                             "carpenter", "mechanic", "plumber", "pilot", "electrician"})
        goal += QByteArray(name) + ",0.5\n";
    QVERIFY(test::write(path("goal.csv"), goal));
}

QJsonObject TestStoryVerbs::done(const char *words, const QStringList &files)
{
    QStringList arguments = QString::fromLatin1(words).split(u' ');
    for (QString &argument : arguments)
        if (argument.startsWith(u'%'))
            argument = files.value(argument.mid(1).toInt() - 1);
    const Answer answer = ask(arguments + QStringList{QStringLiteral("--json")});
    if (answer.code != 0)
        qWarning("%s", answer.err.constData());
    return answer.code == 0 ? answer.json() : QJsonObject();
}

QJsonObject TestStoryVerbs::measured(const QString &patch)
{
    return done("measure gap,perplexity %1 --patch %2 --limit 60", {demoModel(), patch});
}

void TestStoryVerbs::theTraceNamesALayer()
{
    const QStringList question{QStringLiteral("trace"),     demoModel(),
                               QStringLiteral("--prompt"),  QStringLiteral("The nurse said that"),
                               QStringLiteral("--subject"), QStringLiteral("nurse"),
                               QStringLiteral("--targets"), QStringLiteral(" he, she"),
                               QStringLiteral("--kinds"),   QStringLiteral("mlp"),
                               QStringLiteral("--window"),  QStringLiteral("1"),
                               QStringLiteral("--json")};
    const Answer answer = ask(question);
    QVERIFY2(answer.code == 0, answer.err);
    m_layer = layerOf(answer.json());
    const QJsonObject effects = answer.json()[QLatin1String("kinds")][QLatin1String("mlp")].toObject();
    QVERIFY(
        effects[QLatin1String("effect")][answer.json()[QLatin1String("subject")][1].toInt() - 1][m_layer].toDouble() >
        0.1);
}

void TestStoryVerbs::lsdmEditsThatLayer()
{
    const QJsonObject edit = done("edit lsdm %1 --goal %2 --layers %3 --contexts 2 --steps 8 --tokens 3000 --placebo 3 "
                                  "--patch %4",
                                  {demoModel(), path("goal.csv"), QString::number(m_layer), path("lsdm.safetensors")});
    m_hash = edit[QLatin1String("hash")].toString();
    QVERIFY(!m_hash.isEmpty() && m_hash != edit[QLatin1String("baseHash")].toString());
    const QJsonArray lines = edit[QLatin1String("ledger")][QLatin1String("parameters")].toArray();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][QLatin1String("parameter")].toString(), QStringLiteral("layers.%1.mlp.out").arg(m_layer));
    // Three controls of the same place with the targets of other occupations: at most one comes as far.
    const QJsonValue placebos = edit[QLatin1String("facts")][QLatin1String("placebo")];
    const QJsonValue placebo = placebos.isArray() ? placebos[0] : placebos;
    QCOMPARE(placebo[QLatin1String("draws")].toArray().size(), 3);
    QVERIFY(placebo[QLatin1String("rank")].toDouble() <= 0.5);
    QVERIFY(placebo[QLatin1String("edited")].toDouble() < 0.7 * placebo[QLatin1String("before")].toDouble());
}

void TestStoryVerbs::mgEditsTheRowsThatAreLocated()
{
    const QJsonObject found =
        done("locate rows %1 --limit 30 --modules layers.4.mlp.out --selection %2", {demoModel(), path("rows.json")});
    QVERIFY(!found.isEmpty());
    const QJsonObject edit = done(
        "edit mg %1 --level row --selection %2 --limit 16 --epochs 4 --rate 0.1 --tokens 500 --placebo 2 --patch %3",
        {demoModel(), path("rows.json"), path("mg.safetensors")});
    const QJsonObject facts = edit[QLatin1String("facts")].toObject();
    QCOMPARE(facts[QLatin1String("selection")], found[QLatin1String("selection")]);
    QVERIFY(facts[QLatin1String("devFbAfter")].toDouble() < facts[QLatin1String("devFbBefore")].toDouble());
    QVERIFY(!facts[QLatin1String("placebo")].isNull());
}

void TestStoryVerbs::theTwoAreCompared()
{
    m_lsdm = measured(path("lsdm.safetensors"));
    m_mg = measured(path("mg.safetensors"));
    const QString gap = QStringLiteral("gap");
    const QLatin1String size("abs_gap");
    const double before = valueOf(numbersOf(m_lsdm, 0, gap), size);
    QCOMPARE(numbersOf(m_mg, 0, gap), numbersOf(m_lsdm, 0, gap));
    QVERIFY(valueOf(numbersOf(m_lsdm, 1, gap), size) < 0.85 * before);
    QVERIFY(valueOf(numbersOf(m_lsdm, 1, gap), size) < valueOf(numbersOf(m_mg, 1, gap), size));
    const QJsonArray comparisons = m_lsdm[QLatin1String("comparisons")].toArray();
    QCOMPARE(comparisons.size(), 1);
    const QJsonValue change = comparisons[0][QLatin1String("measures")][0][QLatin1String("numbers")][size];
    QVERIFY(change[QLatin1String("high")].toDouble() < 0); // the interval of the change excludes nought
}

void TestStoryVerbs::theCheckpointIsExported()
{
    const QJsonObject applied =
        done("patch apply %1 %2 --out %3", {path("lsdm.safetensors"), demoModel(), path("edited")});
    QCOMPARE(applied[QLatin1String("hash")].toString(), m_hash);
    QCOMPARE(done("info %1 --hash", {path("edited")})[QLatin1String("hash")].toString(), m_hash);
    for (const QString &name : QDir(demoModel()).entryList(QDir::Files))
        QVERIFY2(QFileInfo::exists(QDir(path("edited")).filePath(name)), qPrintable(name));
}

void TestStoryVerbs::theExportedCheckpointScoresTheSame()
{
    const QJsonObject again = done("measure gap,perplexity %1 --limit 60", {path("edited")});
    for (const QString &measure : {QStringLiteral("gap"), QStringLiteral("perplexity")}) {
        QVERIFY(!numbersOf(again, 0, measure).isEmpty());
        QCOMPARE(numbersOf(again, 0, measure), numbersOf(m_lsdm, 1, measure));
    }
}

/// What a method chose by itself its checkpoint is scored by, too.
void TestStoryVerbs::aGoalThatWasNotNamedIsScored()
{
    const QJsonObject made =
        done("edit mg %1 --limit 8 --epochs 1 --tokens 500 --out %2", {demoModel(), path("chosen")});
    const QJsonValue scores = made[QLatin1String("export")][QLatin1String("scores")];
    QVERIFY(scores[QLatin1String("before")][QLatin1String("value")].toDouble() > 0);
}

QTEST_GUILESS_MAIN(TestStoryVerbs)
#include "TestStoryVerbs.moc"
