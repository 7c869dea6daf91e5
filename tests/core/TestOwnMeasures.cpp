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

/// The values of every item by its id, on the demo model.
QHash<QString, std::vector<float>> valuesOf(const QString &measure)
{
    const auto checkpoint =
        Checkpoint::open(QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model")));
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const DataFolder folder(fixture(QStringLiteral("sets")));
    const auto task = measureNamed(measure)->open({folder, {}, {}, 1, 1}, model);
    QHash<QString, std::vector<float>> values;
    SilentMonitor silent;
    for (std::size_t first = 0; first < task->items().size();) {
        for (const ItemOutcome &outcome : task->run(first, model, silent))
            values.insert(task->items()[first++].id, outcome.values);
    }
    return values;
}

} // namespace

/// The measures that the program brings its own items for, against transformers.
class TestOwnMeasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void probabilitiesAreThoseOfTransformers_data();
    void probabilitiesAreThoseOfTransformers();
    void effectsAreThoseOfTransformers_data();
    void effectsAreThoseOfTransformers();
    void brokenTestsAreRefused_data();
    void brokenTestsAreRefused();
};

void TestOwnMeasures::probabilitiesAreThoseOfTransformers_data()
{
    QTest::addColumn<QString>("reference");
    QTest::newRow("gap") << QStringLiteral("measures/gap-demo.json");
    QTest::newRow("fb") << QStringLiteral("measures/fb-demo.json");
}

void TestOwnMeasures::probabilitiesAreThoseOfTransformers()
{
    QFETCH(QString, reference);
    const auto values = valuesOf(QString::fromUtf8(QTest::currentDataTag()));
    const QJsonObject wanted = QJsonDocument::fromJson(read(fixture(reference))).object();
    QVERIFY(wanted.size() > 40);
    for (const QString &id : wanted.keys()) {
        QVERIFY2(values.contains(id), qPrintable(id));
        for (int i = 0; i < 2; ++i) { // he, she
            const double difference =
                std::abs(values[id][static_cast<std::size_t>(i)] - wanted[id].toArray()[i].toDouble());
            QVERIFY2(difference < 1e-5, qPrintable(id + QStringLiteral(": ") + QString::number(difference)));
        }
    }
}

void TestOwnMeasures::effectsAreThoseOfTransformers_data()
{
    QTest::addColumn<QString>("reference");
    QTest::newRow("weat") << QStringLiteral("measures/weat-demo.json");
    QTest::newRow("seat") << QStringLiteral("measures/seat-demo.json");
}

void TestOwnMeasures::effectsAreThoseOfTransformers()
{
    QFETCH(QString, reference);
    const auto values = valuesOf(QString::fromUtf8(QTest::currentDataTag()));
    const QJsonObject wanted = QJsonDocument::fromJson(read(fixture(reference))).object();
    QCOMPARE(wanted.size(), 6);
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
