// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PatchFile.h"
#include "core/jobs/AddPatchJob.h"
#include "tests/support/Edits.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

using Foreign = AddPatchJob::Foreign;

/// What a job said.
struct Said {
    std::optional<MadeEdit> made;
    QString foreign;
    Result<void> result;
};

Said added(const QString &path, const LoadedModel &model, Foreign foreign, Monitor &monitor)
{
    AddPatchJob job(path, model, foreign);
    Said said;
    QObject::connect(&job, &AddPatchJob::made, &job, [&said](const MadeEdit &edit) { said.made = edit; });
    QObject::connect(&job, &AddPatchJob::isForeign, &job, [&said](const QString &name) { said.foreign = name; });
    said.result = job.runHere(monitor);
    return said;
}

} // namespace

class TestAddPatchJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPatchIsTheEditItWasWrittenOf();
    void aPatchForAnotherModelIsAskedFor();
    void itIsTakenWhereThePersonSaysSo();
    void itIsRefusedWhereItsTensorsDoNotFit();
    void aDamagedFileIsNamed();
    void stopsWhenAsked();

private:
    Said add(const LoadedModel &model, Foreign foreign = Foreign::Asked) const
    {
        SilentMonitor monitor;
        return added(m_path, model, foreign, monitor);
    }

    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(QStringLiteral("edit.safetensors"));
    LoadedModel m_model = opened(fixture(QStringLiteral("models/gpt2")));
    MadeEdit m_edit = editOf(m_model);
};

void TestAddPatchJob::initTestCase()
{
    m_edit.recipe = {{QStringLiteral("job"), QStringLiteral("a test")}};
    writePatch(m_path, {m_edit.edit, m_edit.title, m_edit.baseHash, QStringLiteral("small"), m_edit.recipe, {}});
}

void TestAddPatchJob::aPatchIsTheEditItWasWrittenOf()
{
    const Said said = add(m_model);
    QVERIFY(said.result && said.made);
    QCOMPARE(said.made->hash, m_edit.hash);
    QCOMPARE(said.made->title, m_edit.title);
    QCOMPARE(said.made->recipe, m_edit.recipe);
    QCOMPARE(said.made->ledger.changed(), m_edit.ledger.changed());
    QVERIFY(said.made->edit);
    QVERIFY(said.foreign.isNull());
}

void TestAddPatchJob::aPatchForAnotherModelIsAskedFor()
{
    const Said said = add(opened(fixture(QStringLiteral("models/gpt2-bf16"))));
    QVERIFY(said.result);
    QVERIFY(!said.made);
    QCOMPARE(said.foreign, QStringLiteral("small"));
}

void TestAddPatchJob::itIsTakenWhereThePersonSaysSo()
{
    const LoadedModel other = opened(fixture(QStringLiteral("models/gpt2-bf16")));
    const Said said = add(other, Foreign::Taken);
    QVERIFY(said.result && said.made);
    QVERIFY(said.made->baseHash != m_edit.baseHash);
    QVERIFY(!at::equal(said.made->model->parameters().at("layers.1.mlp.out"),
                       other.model->parameters().at("layers.1.mlp.out")));
}

void TestAddPatchJob::itIsRefusedWhereItsTensorsDoNotFit()
{
    const Said said = add(opened(demoModel()), Foreign::Taken);
    QVERIFY(!said.result && !said.made);
    QCOMPARE(said.result.error().kind(), Error::Kind::Input);
}

void TestAddPatchJob::aDamagedFileIsNamed()
{
    const QString path = m_dir.filePath(QStringLiteral("damaged.safetensors"));
    QVERIFY(test::write(path, test::read(m_path).first(100)));
    SilentMonitor monitor;
    const Said said = added(path, m_model, Foreign::Asked, monitor);
    QVERIFY(!said.result);
    QCOMPARE(said.result.error().kind(), Error::Kind::Format);
    QVERIFY(QString::fromUtf8(said.result.error().what()).contains(path));
}

void TestAddPatchJob::stopsWhenAsked()
{
    StoppingMonitor monitor(0);
    const Said said = added(m_path, m_model, Foreign::Asked, monitor);
    QVERIFY(!said.result && !said.made);
    QCOMPARE(said.result.error().kind(), Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestAddPatchJob)
#include "TestAddPatchJob.moc"
