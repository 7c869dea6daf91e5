// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Safetensors.h"
#include "core/engine/Forward.h"
#include "core/engine/Steps.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

double largestDifference(const at::Tensor &a, const at::Tensor &b)
{
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : INFINITY;
}

double allowed(const at::Tensor &expected)
{
    return 1e-4 * std::max(1.0, expected.abs().max().item<double>());
}

std::vector<std::int64_t> toIds(const QJsonArray &array)
{
    std::vector<std::int64_t> ids;
    for (const QJsonValue &id : array)
        ids.push_back(id.toInteger());
    return ids;
}

void addFolders(const QString &root)
{
    QTest::addColumn<QString>("folder");
    for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << QDir(root).filePath(name);
}

} // namespace

/// The forward pass against what transformers computes with the same checkpoints.
class TestForward : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logitsEqualTheReference_data() { addFolders(fixture(QStringLiteral("models"))); }
    void logitsEqualTheReference();
    void everySiteEqualsTheReference_data() { addFolders(fixture(QStringLiteral("models"))); }
    void everySiteEqualsTheReference();
    void computingInBf16StaysNear_data() { addFolders(fixture(QStringLiteral("models"))); }
    void computingInBf16StaysNear();
    void anEditAtASiteReachesTheLogits();
    void aTextThatDoesNotFitIsRefused_data();
    void aTextThatDoesNotFitIsRefused();
    void modelsTrainedByOthersGiveTheirNumbers_data();
    void modelsTrainedByOthersGiveTheirNumbers();
};

void TestForward::logitsEqualTheReference()
{
    QFETCH(QString, folder);
    const auto reference = Safetensors::open(folder + u"/reference.safetensors");
    const at::Tensor ids = reference->tensor("ids");
    const auto model = Checkpoint::open(folder)->model({});
    const at::Tensor got =
        textLogits(*model, {ids.data_ptr<std::int64_t>(), ids.data_ptr<std::int64_t>() + ids.numel()});
    const at::Tensor expected = reference->tensor("logits");
    const double difference = largestDifference(got, expected);
    QVERIFY2(difference <= allowed(expected), qPrintable(QString::number(difference)));
}

void TestForward::everySiteEqualsTheReference()
{
    QFETCH(QString, folder);
    const auto reference = Safetensors::open(folder + u"/reference.safetensors");
    const at::Tensor ids = reference->tensor("ids");
    const auto model = Checkpoint::open(folder)->model({});
    const at::Tensor x =
        embedTokens(*model, {ids.data_ptr<std::int64_t>(), ids.data_ptr<std::int64_t>() + ids.numel()});
    int seen = 0;
    const Hook compare = [&](Point point, const at::Tensor &value) {
        const char *names[] = {"attn", "mlp", "state"};
        const at::Tensor expected = reference->tensor(names[static_cast<int>(point.site)])[point.layer];
        const double difference = largestDifference(value[0], expected);
        seen += difference <= allowed(expected) ? 1 : 0;
        return value;
    };
    forward(*model, streamInput(*model, x).unsqueeze(0), compare);
    QCOMPARE(seen, 3 * model->spec().layers);
}

void TestForward::computingInBf16StaysNear()
{
    QFETCH(QString, folder);
    const auto reference = Safetensors::open(folder + u"/reference.safetensors");
    Placement placement;
    placement.type = at::kBFloat16;
    const auto model = Checkpoint::open(folder)->model(placement);
    const at::Tensor ids = reference->tensor("ids");
    const at::Tensor got =
        textLogits(*model, {ids.data_ptr<std::int64_t>(), ids.data_ptr<std::int64_t>() + ids.numel()}).to(at::kFloat);
    const at::Tensor expected = reference->tensor("logits_rounded");
    const double relative = ((got - expected).norm() / expected.norm()).item<double>();
    // Eight roundings (2^-8 each): where sums are rounded differs between the kernels for different processors.
    QVERIFY2(relative <= 0.03, qPrintable(QString::number(relative)));
    const at::Tensor two = std::get<0>(expected.topk(2, -1)); // [tokens, 2]
    const at::Tensor isClose = two.select(-1, 0) - two.select(-1, 1) < 0.05;
    const at::Tensor agrees = got.argmax(-1) == expected.argmax(-1);
    QVERIFY(agrees.logical_or(isClose).all().item<bool>());
}

void TestForward::anEditAtASiteReachesTheLogits()
{
    const auto model = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->model({});
    const at::Tensor x = streamInput(*model, embedTokens(*model, {3, 4, 5})).unsqueeze(0);
    const at::Tensor kept = at::ones_like(x);
    const at::Tensor edited = forward(*model, x, [&](Point point, const at::Tensor &value) {
        return point.site == Site::State && point.layer == model->spec().layers - 1 ? kept : value;
    });
    QVERIFY(at::equal(edited, kept));
}

void TestForward::aTextThatDoesNotFitIsRefused_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("id");
    QTest::newRow("empty") << 0 << 1;
    QTest::newRow("longer than the context") << 33 << 1;
    QTest::newRow("an id outside the vocabulary") << 2 << 64;
    QTest::newRow("a negative id") << 2 << -1;
}

void TestForward::aTextThatDoesNotFitIsRefused()
{
    QFETCH(int, length);
    QFETCH(int, id);
    const auto model = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->model({});
    const std::vector<std::int64_t> ids(static_cast<std::size_t>(length), id);
    const QString sentence = thrown([&] { textLogits(*model, ids); });
    QVERIFY2(sentence.startsWith(u"Input: "), qPrintable(sentence));
}

void TestForward::modelsTrainedByOthersGiveTheirNumbers_data()
{
    const QString root = outsideData(QStringLiteral("models"));
    addFolders(root.isEmpty() ? QStringLiteral("missing") : root);
    if (root.isEmpty())
        QTest::newRow("COUNTERWEIGHT_TEST_DATA") << QString();
}

void TestForward::modelsTrainedByOthersGiveTheirNumbers()
{
    QFETCH(QString, folder);
    if (folder.isEmpty())
        QSKIP("set COUNTERWEIGHT_TEST_DATA to a folder with models/");
    const QJsonArray texts = QJsonDocument::fromJson(read(folder + u"/reference.json")).array();
    QVERIFY(!texts.isEmpty());
    const auto model = Checkpoint::open(folder)->model({});
    for (const QJsonValue &text : texts) {
        const std::vector<std::int64_t> ids = toIds(text[QLatin1String("ids")].toArray());
        const at::Tensor logits = textLogits(*model, ids);
        const at::Tensor last = logits[-1];
        for (const QJsonValue &line : text[QLatin1String("last_top")].toArray()) {
            const double difference = last[line[0].toInteger()].item<double>() - line[1].toDouble();
            QVERIFY2(std::abs(difference) <= 1e-4 * std::max(1.0, std::abs(line[1].toDouble())),
                     qPrintable(QString::number(difference)));
        }
        const at::Tensor next = at::tensor(at::ArrayRef<std::int64_t>(ids).slice(1), at::kLong).unsqueeze(1);
        const at::Tensor nll = -logits.log_softmax(-1).slice(0, 0, -1).gather(1, next).mean();
        QVERIFY(std::abs(nll.item<double>() - text[QLatin1String("mean_nll")].toDouble()) < 1e-4);
    }
}

QTEST_GUILESS_MAIN(TestForward)
#include "TestForward.moc"
