// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/sets/ChoiceItem.h"
#include "core/engine/Monitor.h"
#include "core/measures/Measures.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

std::shared_ptr<const Checkpoint> demo()
{
    return Checkpoint::open(QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model")));
}

std::vector<ItemOutcome> outcomesOf(const QString &measure, const MeasureModel &model, const QString &folder,
                                    const QString &text = {})
{
    const DataFolder data(folder);
    const auto task = measureNamed(measure)->open({data, text, {}, 1, 1}, model);
    std::vector<ItemOutcome> all;
    SilentMonitor silent;
    while (all.size() < task->items().size())
        for (ItemOutcome &outcome : task->run(all.size(), model, silent))
            all.push_back(std::move(outcome));
    return all;
}

/// What a reader of choices says about a file of this text.
QString refused(const QString &set, const QByteArray &text, const QByteArray &labels = {})
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(set == QLatin1String("arc csv") ? QStringLiteral("d.csv") : QStringLiteral("d"));
    const QString other = dir.filePath(QStringLiteral("labels"));
    write(path, text);
    write(other, labels);
    return thrown([&] {
        if (set == QLatin1String("hellaswag"))
            readHellaSwag(path);
        else if (set == QLatin1String("piqa"))
            readPiqa(path, other);
        else if (set.startsWith(QLatin1String("arc")))
            readArc(path);
        else if (set == QLatin1String("openbookqa"))
            readOpenBookQa(path);
        else if (set == QLatin1String("winogrande"))
            readWinoGrande(path);
        else
            readBoolq(path);
    });
}

} // namespace

/// The guards of texts and questions, on items of our own, against transformers.
class TestAbilities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void theBatchDoesNotMatter_data();
    void theBatchDoesNotMatter();
    void instructionsAreTakenApart();
    void longItemsAreCutFromTheLeft();
    void whatCannotBeAskedIsLeftOut();
    void theDataOutsideIsRead_data();
    void theDataOutsideIsRead();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void aTextWithoutWordsIsRefused();
};

void TestAbilities::valuesAreThoseOfTransformers_data()
{
    QTest::addColumn<QJsonArray>("wanted");
    const QJsonObject all =
        QJsonDocument::fromJson(read(fixture(QStringLiteral("measures/abilities-demo.json")))).object();
    QCOMPARE(all.size(), 9);
    for (const QString &name : all.keys())
        QTest::newRow(qPrintable(name)) << all[name].toArray();
}

void TestAbilities::valuesAreThoseOfTransformers()
{
    QFETCH(QJsonArray, wanted);
    const auto checkpoint = demo();
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const auto outcomes = outcomesOf(QString::fromUtf8(QTest::currentDataTag()), model, fixture(QStringLiteral("sets")),
                                     fixture(QStringLiteral("sets/plain.txt")));
    QCOMPARE(static_cast<qsizetype>(outcomes.size()), wanted.size());
    for (qsizetype item = 0; item < wanted.size(); ++item) {
        const QJsonArray values = wanted[item].toArray();
        for (qsizetype column = 0; column < values.size(); ++column) {
            const double expected = values[column].toDouble();
            const double found = outcomes[static_cast<std::size_t>(item)].values[static_cast<std::size_t>(column)];
            // Margins are differences of sums of log-probabilities: kernels for other processors round them otherwise.
            QVERIFY2(std::abs(found - expected) <= 1e-4 * std::max(1.0, std::abs(expected)),
                     qPrintable(QStringLiteral("item %1, column %2: %3, not %4")
                                    .arg(item)
                                    .arg(column)
                                    .arg(found, 0, 'g', 9)
                                    .arg(expected, 0, 'g', 9)));
        }
    }
}

void TestAbilities::theBatchDoesNotMatter_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("causal") << demo()->folder();
    QTest::newRow("masked") << fixture(QStringLiteral("measures/models/wordpiece"));
}

void TestAbilities::theBatchDoesNotMatter()
{
    QFETCH(QString, folder);
    const auto checkpoint = Checkpoint::open(folder);
    const auto loss = [&](int batch) {
        const MeasureModel model(checkpoint, checkpoint->model({}), batch);
        double sum = 0;
        for (const ItemOutcome &outcome :
             outcomesOf(QStringLiteral("perplexity"), model, QString(), fixture(QStringLiteral("sets/plain.txt"))))
            sum += outcome.values[0];
        return sum;
    };
    const double one = loss(1);
    QVERIFY(one > 0);
    QVERIFY(std::abs(loss(64) / one - 1) < 1e-5);
}

void TestAbilities::instructionsAreTakenApart()
{
    const auto book = readOpenBookQa(fixture(QStringLiteral("sets/openbookqa-instructions.json")));
    const auto official = readOpenBookQa(fixture(QStringLiteral("sets/OpenBookQA-V1-Sep2018/Data/Main/test.jsonl")));
    QCOMPARE(book[0].contexts, official[0].contexts);
    QCOMPARE(book[0].continuations, official[0].continuations);
    QCOMPARE(book[0].right, official[0].right);
    const auto blank = readWinoGrande(fixture(QStringLiteral("sets/winogrande-instructions.json")));
    QCOMPARE(blank[0].contexts, (QStringList{QStringLiteral("The box broke the table because box"),
                                             QStringLiteral("The box broke the table because table")}));
    QCOMPARE(blank[0].continuations[0], QStringLiteral(" was heavy."));
    QCOMPARE(blank[0].right, 0);
}

void TestAbilities::longItemsAreCutFromTheLeft()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("lambada")));
    const QByteArray text = QByteArray("the ").repeated(600) + "end";
    QVERIFY(write(dir.filePath(QStringLiteral("lambada/lambada_test.jsonl")), "{\"text\":\"" + text + "\"}\n"));
    const auto checkpoint = demo();
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const auto outcomes = outcomesOf(QStringLiteral("lambada"), model, dir.path());
    QVERIFY(outcomes[0].isCut);
    QVERIFY(std::isfinite(outcomes[0].values[1]));
}

void TestAbilities::whatCannotBeAskedIsLeftOut()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("hellaswag")));
    const QByteArray line = "{\"ctx\":\"The nurse\",\"endings\":[\"x\",\"%1\"],\"label\":0}\n";
    const QByteArray both =
        QByteArray(line).replace("%1", "y") + QByteArray(line).replace("%1", QByteArray("a b ").repeated(99));
    QVERIFY(write(dir.filePath(QStringLiteral("hellaswag/hellaswag_val.jsonl")), both));
    const auto checkpoint = Checkpoint::open(fixture(QStringLiteral("models/gpt2")));
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const Asker &asker = model.asker();
    QVERIFY(thrown([&] { asker.continuation(QStringLiteral("a"), QString()); }).contains(QLatin1String("no token")));
    const auto outcomes = outcomesOf(QStringLiteral("hellaswag"), model, dir.path());
    QCOMPARE(outcomes.size(), std::size_t{2});
    QVERIFY(!outcomes[0].leftOut && !outcomes[0].values.empty());
    QVERIFY(outcomes[1].leftOut);
    QVERIFY(QString::fromUtf8(outcomes[1].leftOut->what())
                .contains(QLatin1String("alone is longer than the model's context")));
}

void TestAbilities::theDataOutsideIsRead_data()
{
    QTest::addColumn<int>("items");
    QTest::newRow("lambada") << 5153;
    QTest::newRow("piqa") << 1838;
    QTest::newRow("hellaswag") << 3000;
    QTest::newRow("arc_easy") << 2365;
    QTest::newRow("arc_challenge") << 1165;
    QTest::newRow("openbookqa") << 500;
    QTest::newRow("winogrande") << 1267;
    QTest::newRow("boolq") << 0; // without passages
}

void TestAbilities::theDataOutsideIsRead()
{
    QFETCH(int, items);
    const QString folder = outsideData(QStringLiteral("data"));
    if (folder.isEmpty())
        QSKIP("The data sets are not here.");
    const auto checkpoint = demo();
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const DataFolder data(folder);
    const Measure &measure = *measureNamed(QString::fromUtf8(QTest::currentDataTag()));
    const auto opened = [&] { return measure.open({data, {}, {}, 1, 1}, model); };
    if (items > 0)
        QCOMPARE(static_cast<int>(opened()->items().size()), items);
    else
        QVERIFY(thrown(opened).contains(QLatin1String("has no passages")));
}

void TestAbilities::brokenFilesAreRefused_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *set, const QByteArray &text, const char *sentence,
                        const QByteArray &labels = {}) {
        QTest::newRow(name) << QString::fromLatin1(set) << text << labels << QString::fromLatin1(sentence);
    };
    row("empty", "hellaswag", "", "holds no items");
    row("cut short", "hellaswag", "{\"ctx\":\"a\",\"endings\":[\"b\"],\"label\":0}\n{\"ctx\":\"a", "line 2");
    row("no UTF-8", "hellaswag", "{\"ctx\":\"\xFF\"}", "UTF-8");
    row("no endings", "hellaswag", "{\"ctx\":\"a\",\"label\":0}", "endings");
    row("label too large", "hellaswag", "{\"ctx\":\"a\",\"endings\":[\"b\"],\"label\":1}", "label");
    row("a label that is no number", "hellaswag", "{\"ctx\":\"a\",\"endings\":[\"b\"],\"label\":\"b\"}",
        "\"label\" must be 0 ... 0");
    row("fewer labels", "piqa", "{\"goal\":\"a\",\"sol1\":\"b\",\"sol2\":\"c\"}", "0 labels for the 1 items");
    row("an unknown label", "piqa", "{\"goal\":\"a\",\"sol1\":\"b\",\"sol2\":\"c\"}", "0 or 1", "2\n");
    row("a solution is missing", "piqa", "{\"goal\":\"a\",\"sol1\":\"b\"}", "sol2", "0\n");
    row("an unknown key", "arc",
        "{\"question\":{\"stem\":\"a\",\"choices\":[{\"text\":\"b\",\"label\":\"A\"}]},"
        "\"answerKey\":\"Z\"}",
        "answerKey");
    row("no question", "arc", "{\"answerKey\":\"A\"}", "question");
    row("a field too few", "arc csv", "\"q\",\"a\",\"b\",\"c\",\"A\"\n", "line 1");
    row("an unknown letter", "arc csv", "\"q\",\"a\",\"b\",\"c\",\"d\",\"E\"\n", "line 1");
    row("no answers in it", "openbookqa", "[{\"instruction\":\"What?\",\"answer\":\"answer1\"}]", "entry 1");
    row("an unknown answer", "openbookqa", "{\"question\":{\"stem\":\"a\",\"choices\":[]},\"answerKey\":\"A\"}",
        "answerKey");
    row("no stem", "openbookqa", "{\"question\":{\"choices\":[]},\"answerKey\":\"A\"}", "\"question\" must be");
    row("no blank", "winogrande", "{\"sentence\":\"a\",\"option1\":\"b\",\"option2\":\"c\",\"answer\":\"1\"}",
        "must be ... _ ...");
    row("neither", "winogrande", "{\"sentence\":\"a _\",\"option1\":\"b\",\"option2\":\"c\",\"answer\":\"3\"}",
        "must be 1 | 2");
    row("no passage", "boolq", "{\"question\":\"a\",\"answer\":true}", "passages");
    row("no answer", "boolq", "{\"question\":\"a\",\"passage\":\"b\",\"answer\":\"yes\"}", "must be true | false");
}

void TestAbilities::brokenFilesAreRefused()
{
    QFETCH(QString, set);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, labels);
    QFETCH(QString, sentence);
    const QString said = refused(set, text, labels);
    QVERIFY2(said.startsWith(QLatin1String("Format: ")) && said.contains(sentence), qPrintable(said));
}

void TestAbilities::aTextWithoutWordsIsRefused()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("t.txt"));
    QVERIFY(write(path, " \n"));
    const auto checkpoint = demo();
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const QString said = thrown([&] { outcomesOf(QStringLiteral("perplexity"), model, QString(), path); });
    QVERIFY2(said.startsWith(QLatin1String("Format: ")) && said.contains(path), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestAbilities)
#include "TestAbilities.moc"
