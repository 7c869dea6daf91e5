// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/sets/WordTestFile.h"
#include "core/engine/Monitor.h"
#include "core/measures/Measures.h"
#include "tests/support/TestFiles.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

QString modelFolder(const QString &model)
{
    return model == QLatin1String("demo")
               ? QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model"))
               : fixture(QStringLiteral("measures/models/") + model);
}

/// The values of those items by their ids that stand in a reference; of all others nothing is computed.
QHash<QString, std::vector<float>> valuesOf(const QString &measure, const QString &modelName, const QStringList &ids)
{
    const auto checkpoint = Checkpoint::open(modelFolder(modelName));
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const DataFolder folder(fixture(QStringLiteral("sets")));
    const auto task = measureNamed(measure)->open({folder, fixture(QStringLiteral("sets/plain.txt")), {}, 1, 1}, model);
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < task->items().size(); ++i)
        if (ids.contains(task->items()[i].id))
            wanted.push_back(i);
    task->keep(wanted);
    QHash<QString, std::vector<float>> values;
    SilentMonitor silent;
    for (std::size_t first = 0; first < task->items().size();) {
        for (const ItemOutcome &outcome : task->run(first, model, silent))
            values.insert(task->items()[first++].id, outcome.values);
    }
    return values;
}

/// What transformers gave for a measure of a model, by item.
QJsonObject reference(const QString &measure, const QString &model)
{
    return QJsonDocument::fromJson(read(fixture(QStringLiteral("measures/%1-%2.json").arg(measure, model)))).object();
}

void addModels(const QStringList &measures)
{
    QTest::addColumn<QString>("measure");
    QTest::addColumn<QString>("model");
    for (const QString &measure : measures)
        for (const char *model : {"demo", "wordpiece", "bytes"})
            if (QFileInfo(fixture(QStringLiteral("measures/%1-%2.json").arg(measure, QLatin1String(model)))).isFile())
                QTest::newRow(qPrintable(measure + u' ' + QLatin1String(model)))
                    << measure << QString::fromLatin1(model);
}

} // namespace

/// The measures that the program brings its own items for, against transformers.
class TestOwnMeasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseOfTransformers_data();
    void valuesAreThoseOfTransformers();
    void effectsAreThoseOfTransformers_data();
    void effectsAreThoseOfTransformers();
    void brokenTestsAreRefused_data();
    void brokenTestsAreRefused();
};

void TestOwnMeasures::valuesAreThoseOfTransformers_data()
{
    addModels({QStringLiteral("gap"), QStringLiteral("fb"), QStringLiteral("perplexity")});
}

/// The first columns: he and she, or the loss and the tokens.
void TestOwnMeasures::valuesAreThoseOfTransformers()
{
    QFETCH(QString, measure);
    QFETCH(QString, model);
    const QJsonObject wanted = reference(measure, model);
    QVERIFY(wanted.size() >= 8);
    const auto values = valuesOf(measure, model, wanted.keys());
    for (const QString &id : wanted.keys()) {
        QVERIFY2(values.contains(id), qPrintable(id));
        for (qsizetype i = 0; i < 2; ++i) {
            const double expected = wanted[id].toArray()[i].toDouble();
            const double difference = std::abs(values[id][static_cast<std::size_t>(i)] - expected);
            QVERIFY2(difference < 1e-5 * std::max(1.0, expected),
                     qPrintable(id + QStringLiteral(": ") + QString::number(difference)));
        }
    }
}

void TestOwnMeasures::effectsAreThoseOfTransformers_data()
{
    addModels({QStringLiteral("weat"), QStringLiteral("seat")});
}

void TestOwnMeasures::effectsAreThoseOfTransformers()
{
    QFETCH(QString, measure);
    QFETCH(QString, model);
    const QJsonObject wanted = reference(measure, model);
    QCOMPARE(wanted.size(), 6);
    const auto values = valuesOf(measure, model, wanted.keys());
    for (const QString &id : wanted.keys()) {
        const QJsonArray layers = wanted[id].toArray();
        const std::vector<float> &found = values[id];
        const std::size_t before = found.size() - static_cast<std::size_t>(layers.size());
        for (qsizetype layer = 0; layer < layers.size(); ++layer) {
            const double difference =
                std::abs(found[before + static_cast<std::size_t>(layer)] - layers[layer].toDouble());
            QVERIFY2(difference < 1e-5,
                     qPrintable(QStringLiteral("%1, layer %2: %3").arg(id).arg(layer).arg(difference)));
        }
    }
}

void TestOwnMeasures::brokenTestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const QByteArray a = "{\"examples\":[\"a\"]}";
    QTest::newRow("no set") << QByteArray("{\"targ1\":" + a + "}") << QStringLiteral("targ2");
    QTest::newRow("uneven") << QByteArray("{\"targ1\":" + a + ",\"targ2\":{\"examples\":[\"b\",\"c\"]},\"attr1\":" + a +
                                          ",\"attr2\":" + a + "}")
                            << QStringLiteral("1 and 2");
}

void TestOwnMeasures::brokenTestsAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const QString said = thrown(
        [&] { WordTest::fromJson(QStringLiteral("t"), QJsonDocument::fromJson(text).object(), QStringLiteral("f")); });
    QVERIFY2(said.startsWith(QLatin1String("Format: ")) && said.contains(sentence), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestOwnMeasures)
#include "TestOwnMeasures.moc"
