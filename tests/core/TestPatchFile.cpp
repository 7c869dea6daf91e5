// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/engine/MergedEdit.h"
#include "core/jobs/PatchFacts.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/Edits.h"

#include <QJsonArray>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

std::shared_ptr<const Edit> ofAllForms()
{
    return std::make_shared<const Edit>(
        Edit{{Delta::dense("layers.0.mlp.out.bias", at::randn({32})),
              Delta::lowRank("layers.0.mlp.out", at::randn({32, 2}), at::randn({2, 64})),
              Delta::ofRows("layers.1.mlp.out", {1, 4}, at::randn({2, 64})),
              Delta::sparse("embed", at::tensor({std::int64_t{3}, std::int64_t{70}}), at::randn({2}))}});
}

Patch patchOf(const std::shared_ptr<const Edit> &edit)
{
    return {edit,
            QStringLiteral("a title \u2013 \u4e2d"),
            QStringLiteral("abc123"),
            QStringLiteral("gpt2"),
            {{QStringLiteral("job"), QStringLiteral("edit")}},
            QStringLiteral("1.2.3")};
}

} // namespace

Q_DECLARE_METATYPE(cw::Delta)

class TestPatchFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void refusesAnotherFile_data();
    void refusesAnotherFile();
    void refusesDamagedChanges_data();
    void refusesDamagedChanges();
    void refusesPlacesBeyondTheModel();
    void refusesANewerOne();
    void isAppliedToItsModelOnly();
    void exportIsReloadIsPatch();
    void saysWhatItChanges();
    void mergesAsTheSum();
    void mergesWhatIsOfLowRank();
    void doesNotMergeForDifferentModels();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

void TestPatchFile::comesBackAsItWas()
{
    const Patch patch = patchOf(ofAllForms());
    writePatch(path(QStringLiteral("all.safetensors")), patch);
    const Patch back = readPatch(path(QStringLiteral("all.safetensors")));
    QCOMPARE(back.title, patch.title);
    QCOMPARE(back.baseHash, patch.baseHash);
    QCOMPARE(back.baseName, patch.baseName);
    QCOMPARE(back.recipe, patch.recipe);
    QCOMPARE(back.version, patch.version);
    QCOMPARE(back.edit->deltas.size(), patch.edit->deltas.size());
    for (const Delta &delta : patch.edit->deltas) {
        const auto found = std::find_if(back.edit->deltas.begin(), back.edit->deltas.end(),
                                        [&delta](const Delta &each) { return each.parameter == delta.parameter; });
        QVERIFY(found != back.edit->deltas.end());
        QVERIFY(found->form == delta.form);
        QVERIFY(at::equal(found->values, delta.values));
        QCOMPARE(found->others.defined(), delta.others.defined());
        QVERIFY(!delta.others.defined() || at::equal(found->others, delta.others));
    }
}

void TestPatchFile::refusesAnotherFile_data()
{
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<bool>("isPatch");
    QTest::newRow("no patch") << QStringLiteral("embed:dense") << false;
    QTest::newRow("no colon") << QStringLiteral("embed") << true;
    QTest::newRow("no such form") << QStringLiteral("embed:what") << true;
    QTest::newRow("rows without values") << QStringLiteral("embed:rows") << true;
    QTest::newRow("left without right") << QStringLiteral("embed:left") << true;
}

void TestPatchFile::refusesAnotherFile()
{
    QFETCH(QString, tensor);
    QFETCH(bool, isPatch);
    SafetensorsWriter writer;
    writer.add(tensor.toStdString(), at::ones({2, 2}));
    if (isPatch)
        writer.setMetadata("counterweight.patch", "1");
    const QString file = path(QStringLiteral("broken.safetensors"));
    writer.write(file);
    const QString message = thrown([&] { readPatch(file); });
    QVERIFY2(message.startsWith(QLatin1String("Format")) && message.contains(file), qPrintable(message));
}

void TestPatchFile::refusesDamagedChanges_data()
{
    QTest::addColumn<Delta>("delta");
    const auto places = [](std::int64_t first, std::int64_t second) { return at::tensor({first, second}, at::kLong); };
    const at::Tensor two = at::ones({2});
    QTest::newRow("negative place") << Delta::sparse("embed", places(-1, 2), two);
    QTest::newRow("places out of order") << Delta::sparse("embed", places(7, 2), two);
    QTest::newRow("a place twice") << Delta::sparse("embed", places(2, 2), two);
    QTest::newRow("fewer values than places") << Delta::sparse("embed", places(1, 2), at::ones({1}));
    QTest::newRow("places that are no integers") << Delta::sparse("embed", two, two);
    QTest::newRow("NaN") << Delta::dense("embed", two / 0 * 0);
    QTest::newRow("infinity") << Delta::lowRank("embed", at::ones({3, 2}), at::ones({2, 3}) / 0);
    QTest::newRow("ranks that differ") << Delta::lowRank("embed", at::ones({3, 2}), at::ones({1, 3}));
    QTest::newRow("values of another type") << Delta::dense("embed", at::ones({2}, at::kHalf));
    QTest::newRow("rows of another number") << Delta::ofRows("embed", {1, 2}, at::ones({3, 4}));
}

void TestPatchFile::refusesDamagedChanges()
{
    QFETCH(Delta, delta);
    const QString file = path(QStringLiteral("damaged.safetensors"));
    writePatch(file, patchOf(std::make_shared<const Edit>(Edit{{delta}})));
    const QString message = thrown([&] { readPatch(file); });
    QVERIFY2(message.startsWith(QLatin1String("Format")) && message.contains(file), qPrintable(message));
    const QString out = path(QStringLiteral("merged.safetensors"));
    QVERIFY(thrown([&] { mergePatchFiles({file}, {1}, out, {}); }).startsWith(QLatin1String("Format")));
    QVERIFY(!QFileInfo::exists(out));
}

void TestPatchFile::refusesPlacesBeyondTheModel()
{
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    SilentMonitor monitor;
    Patch patch = patchOf(std::make_shared<const Edit>(
        Edit{{Delta::sparse("embed", at::tensor({std::int64_t{1} << 40}, at::kLong), at::ones({1}))}}));
    patch.baseHash = model.checkpoint->hash(monitor);
    const QString file = path(QStringLiteral("beyond.safetensors"));
    writePatch(file, patch);
    const QString message = thrown([&] { appliedPatch(file, model, 1, false, monitor); });
    QVERIFY2(message.startsWith(QLatin1String("Input")) && message.contains(QLatin1String("out of range")),
             qPrintable(message));
}

void TestPatchFile::refusesANewerOne()
{
    SafetensorsWriter writer;
    writer.add("embed:dense", at::ones({2, 2}));
    writer.setMetadata("counterweight.patch", "2");
    writer.setMetadata("version", "9.9");
    writer.write(path(QStringLiteral("newer.safetensors")));
    const QString message = thrown([&] { readPatch(path(QStringLiteral("newer.safetensors"))); });
    QVERIFY2(message.startsWith(QLatin1String("Unsupported")) && message.contains(QLatin1String("9.9")),
             qPrintable(message));
}

void TestPatchFile::isAppliedToItsModelOnly()
{
    const LoadedModel base = opened(fixture(QStringLiteral("models/gpt2")));
    const MadeEdit edit = editOf(base);
    const QString file = path(QStringLiteral("own.safetensors"));
    writePatch(file, {edit.edit, edit.title, edit.baseHash, QStringLiteral("gpt2"), {}, {}});
    SilentMonitor monitor;
    QCOMPARE(appliedPatch(file, base, 1, false, monitor).hash, edit.hash);
    QCOMPARE(appliedPatch(file, base, 0, false, monitor).hash, edit.baseHash);
    const CheckpointCopy other(QStringLiteral("gpt2"));
    other.rewrite([](CheckpointCopy::Tensors &tensors) { tensors.begin()->second.mul_(1.5); });
    const LoadedModel stranger = opened(other.folder());
    const QString message = thrown([&] { appliedPatch(file, stranger, 1, false, monitor); });
    QVERIFY2(message.startsWith(QLatin1String("Input")) && message.contains(QLatin1String("--force")),
             qPrintable(message));
    QVERIFY(appliedPatch(file, stranger, 1, true, monitor).ledger.changed() > 0);
    // Another shape cannot be forced.
    const LoadedModel llama = opened(fixture(QStringLiteral("models/llama-tied")));
    QVERIFY(thrown([&] { appliedPatch(file, llama, 1, true, monitor); }).startsWith(QLatin1String("Input")));
}

void TestPatchFile::exportIsReloadIsPatch()
{
    const LoadedModel base = opened(fixture(QStringLiteral("models/mistral-bf16")));
    const MadeEdit edit = editOf(base);
    const QString file = path(QStringLiteral("bits.safetensors"));
    writePatch(file, {edit.edit, edit.title, edit.baseHash, {}, {}, {}});
    SilentMonitor monitor;
    const MadeEdit again = appliedPatch(file, base, 1, false, monitor);
    for (const auto &[name, parameter] : edit.model->parameters())
        QVERIFY2(at::equal(again.model->parameters().at(name), parameter), name.c_str());
}

void TestPatchFile::saysWhatItChanges()
{
    const auto edit = ofAllForms();
    writePatch(path(QStringLiteral("facts.safetensors")), patchOf(edit));
    const PatchFacts facts = patchFacts(path(QStringLiteral("facts.safetensors")));
    QCOMPARE(facts.changes.size(), 4);
    for (const PatchFacts::Change &change : facts.changes) {
        const auto delta = std::find_if(edit->deltas.begin(), edit->deltas.end(), [&change](const Delta &each) {
            return QString::fromStdString(each.parameter) == change.parameter;
        });
        const at::Tensor whole =
            delta->form == Delta::Form::LowRank ? at::mm(delta->values, delta->others) : delta->values;
        QVERIFY(qAbs(change.norm - whole.norm().item<double>()) < 1e-4 * change.norm);
    }
    QCOMPARE(facts.json()[QLatin1String("changes")].toArray().size(), 4);
}

void TestPatchFile::mergesAsTheSum()
{
    const LoadedModel base = opened(fixture(QStringLiteral("models/gpt2")));
    const ParameterView view = parameterView(base.model->spec(), "layers.1.mlp.out");
    const std::int64_t columns = view.columns();
    const auto edit = [&](Delta delta) { return std::make_shared<const Edit>(Edit{{std::move(delta)}}); };
    const ActiveEdits edits{
        {edit(Delta::ofRows(view.name, {1, 3}, at::randn({2, columns}))), 0.5},
        {edit(Delta::sparse(view.name, at::tensor({std::int64_t{5}, 3 * columns + 2}), at::randn({2}))), -2},
        {edit(Delta::lowRank(view.name, at::randn({view.rows(), 1}), at::randn({1, columns}))), 1}};
    for (std::size_t count = 1; count <= edits.size(); ++count) {
        const ActiveEdits some(edits.begin(), edits.begin() + static_cast<std::ptrdiff_t>(count));
        at::Tensor sum = at::zeros(view.shape, at::kDouble);
        for (const ActiveEdit &active : some)
            sum += active.strength * wholeDelta(active.edit->deltas.front(), view);
        const Edit merged = mergedEdit(some);
        QCOMPARE(merged.deltas.size(), std::size_t{1});
        check(merged.deltas.front(), view);
        QVERIFY(at::allclose(wholeDelta(merged.deltas.front(), view), sum, 1e-6, 1e-6));
    }
    const Delta wrong = Delta::dense(view.name, at::ones({view.rows(), columns + 1}));
    QVERIFY(thrown([&] { mergedEdit({edits.front(), {edit(wrong), 1}}); }).startsWith(QLatin1String("Input")));
}

void TestPatchFile::mergesWhatIsOfLowRank()
{
    const auto edit = [] {
        return std::make_shared<const Edit>(
            Edit{{Delta::lowRank("layers.1.mlp.out", at::randn({8, 1}), at::randn({1, 16}))}});
    };
    const ActiveEdits edits{{edit(), 1}, {edit(), 0.5}};
    const Edit merged = mergedEdit(edits);
    QVERIFY(merged.deltas.front().form == Delta::Form::LowRank);
    QCOMPARE(merged.deltas.front().values.size(1), std::int64_t{2});
}

void TestPatchFile::doesNotMergeForDifferentModels()
{
    Patch patch = patchOf(ofAllForms());
    writePatch(path(QStringLiteral("a.safetensors")), patch);
    patch.baseHash = QStringLiteral("def456");
    writePatch(path(QStringLiteral("b.safetensors")), patch);
    const QStringList both{path(QStringLiteral("a.safetensors")), path(QStringLiteral("b.safetensors"))};
    const QString out = path(QStringLiteral("merged.safetensors"));
    QVERIFY(thrown([&] { mergePatchFiles(both, {1, 1}, out, {}); }).startsWith(QLatin1String("Input")));
    QVERIFY(!QFileInfo::exists(out));
}

QTEST_GUILESS_MAIN(TestPatchFile)
#include "TestPatchFile.moc"
