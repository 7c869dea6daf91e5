// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/jobs/ApplyStackJob.h"
#include "core/jobs/PatchJob.h"
#include "core/jobs/StackJob.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "tests/support/Edits.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// The stack between the project and a model: applied, counted, written.
class TestStackJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void snapshotsCompareChangesNotOrder();
    void snapshotsAreReadBack();
    void theStackIsAppliedAsASum();
    void anAppliedStackGoesOnToTheSameBits();
    void editsOfAnotherModelAreLeftOut();
    void theJobSaysWhatTheStackChanges();
    void nothingToExportIsRefused();
    void severalEditsMakeOnePatch();
    void oneEditKeepsItsForms();
    void anUnwritablePatchIsNamed();
    void everyJobStops();

private:
    QVector<EnabledEdit> edits() const { return valueOrThrow(m_stack->enabled()); }
    QString hashOf(const LoadedModel &model) const;
    LoadedModel appliedTo(const LoadedModel &base) const;

    QTemporaryDir m_dir;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<EditStack> m_stack;
    LoadedModel m_model = opened(fixture(QStringLiteral("models/gpt2")));
    MadeEdit m_edit = editOf(m_model);
};

void TestStackJobs::initTestCase()
{
    m_project = std::make_unique<Project>(m_dir.filePath(QStringLiteral("data")));
    QVERIFY(m_project->create());
    m_stack = std::make_unique<EditStack>(*m_project);
    const QString first = m_stack->add(m_edit);
    m_stack->setAlpha(first, 0.5);
    const QString second = m_stack->duplicate(first);
    m_stack->setAlpha(second, 1.5);
    m_stack->setOn(m_stack->duplicate(second), false);
}

QString TestStackJobs::hashOf(const LoadedModel &model) const
{
    SilentMonitor monitor;
    return model.checkpoint->hash(model.checkpoint->changedTensors(*model.model), monitor);
}

LoadedModel TestStackJobs::appliedTo(const LoadedModel &base) const
{
    ApplyStackJob job(base, edits());
    LoadedModel result;
    QString hash;
    QObject::connect(&job, &ApplyStackJob::applied, &job, [&](const LoadedModel &model, const QString &baseHash) {
        result = model;
        hash = baseHash;
    });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    if (hash != base.checkpoint->hash(monitor))
        throw Error(Error::Kind::Internal, "another base's hash");
    return result;
}

void TestStackJobs::snapshotsCompareChangesNotOrder()
{
    const StackSnapshot::Part a{QStringLiteral("a"), QStringLiteral("11"), 1};
    const StackSnapshot::Part b{QStringLiteral("b"), QStringLiteral("22"), 0.5};
    const StackSnapshot::Part none{QStringLiteral("c"), QStringLiteral("33"), 0};
    const StackSnapshot::Part stronger{QStringLiteral("b"), QStringLiteral("22"), 0.75};
    const QString base = QStringLiteral("base");
    QVERIFY((StackSnapshot{{a, b}} == StackSnapshot{{b, a, none}}));
    QVERIFY(!(StackSnapshot{{a, b}} == StackSnapshot{{a, stronger}}));
    QCOMPARE((StackSnapshot{{a, b}}.hashOn(base)), (StackSnapshot{{b, none, a}}.hashOn(base)));
    QVERIFY((StackSnapshot{{a, b}}.hashOn(base)) != (StackSnapshot{{a, stronger}}.hashOn(base)));
    QVERIFY((StackSnapshot{{a}}.hashOn(base)) != (StackSnapshot{{a}}.hashOn(QStringLiteral("other"))));
    QCOMPARE(StackSnapshot{{none}}.hashOn(base), base);
    QCOMPARE(StackSnapshot().hashOn(base), base);
}

void TestStackJobs::snapshotsAreReadBack()
{
    const StackSnapshot stack = appliedTo(m_model).stack;
    QCOMPARE(stack.parts.size(), 2);
    const StackSnapshot read = StackSnapshot::fromJson(stack.toJson());
    QVERIFY(read == stack);
    QCOMPARE(read.parts[0].title, m_edit.title);
    QVERIFY(StackSnapshot::fromJson(QJsonValue(3)).isEmpty());
}

void TestStackJobs::theStackIsAppliedAsASum()
{
    SilentMonitor monitor;
    const auto alone = edited(m_model.model, {{m_edit.edit, 2}}, monitor);
    const LoadedModel result = appliedTo(m_model);
    QCOMPARE(hashOf(result), hashOf({m_model.checkpoint, alone}));
    QVERIFY(hashOf(result) != m_edit.baseHash);
    QCOMPARE(result.stack.hashOn(m_edit.baseHash), m_stack->snapshot(m_edit.baseHash).hashOn(m_edit.baseHash));
}

void TestStackJobs::anAppliedStackGoesOnToTheSameBits()
{
    const LoadedModel whole = appliedTo(m_model);
    const QVector<EnabledEdit> all = edits();
    for (const QVector<EnabledEdit> &fewer : {all.first(1), QVector<EnabledEdit>()}) {
        ApplyStackJob anew(m_model, fewer);
        ApplyStackJob goingOn(m_model, fewer, {whole, all});
        QStringList hashes;
        for (ApplyStackJob *job : {&anew, &goingOn}) {
            QObject::connect(job, &ApplyStackJob::applied, job,
                             [&](const LoadedModel &model) { hashes << hashOf(model); });
            SilentMonitor monitor;
            QVERIFY(job->runHere(monitor));
        }
        QCOMPARE(hashes.size(), 2);
        QCOMPARE(hashes[0], hashes[1]);
        QVERIFY(hashes[0] != hashOf(whole));
    }
}

void TestStackJobs::editsOfAnotherModelAreLeftOut()
{
    const LoadedModel other = opened(fixture(QStringLiteral("models/llama-grouped")));
    const LoadedModel result = appliedTo(other);
    QCOMPARE(result.model, other.model);
    QVERIFY(result.stack.isEmpty());
}

void TestStackJobs::theJobSaysWhatTheStackChanges()
{
    StackJob job(m_model, edits(), m_stack->recipe(m_edit.baseHash), m_stack->facts(m_edit.baseHash));
    MadeEdit made;
    QObject::connect(&job, &StackJob::made, &job, [&made](const MadeEdit &edit) { made = edit; });
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    QCOMPARE(made.hash, hashOf(appliedTo(m_model)));
    QCOMPARE(made.baseHash, m_edit.baseHash);
    QCOMPARE(made.ledger.changed(), m_edit.ledger.changed());
    QCOMPARE(made.title, m_edit.title + QStringLiteral(" + ") + m_edit.title);
    QCOMPARE(made.recipe[QLatin1String("edits")].toArray().size(), 2);
    QCOMPARE(made.recipe[QLatin1String("edits")][1][QLatin1String("alpha")].toDouble(), 1.5);
    const QJsonValue known = made.facts[QLatin1String("edits")];
    QCOMPARE(known[1][QLatin1String("alpha")].toDouble(), 1.5);
    QCOMPARE(known[1][QLatin1String("facts")].toObject(), keptFacts(m_edit));
}

void TestStackJobs::nothingToExportIsRefused()
{
    const LoadedModel other = opened(fixture(QStringLiteral("models/llama-grouped")));
    StackJob job(other, edits(), {}, {});
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), Error::Kind::Input);
    PatchJob patch({m_dir.filePath(QStringLiteral("none.safetensors")), {}, {}, {}});
    const Result<void> written = patch.runHere(monitor);
    QVERIFY(!written);
    QCOMPARE(written.error().kind(), Error::Kind::Input);
    QVERIFY(!QFileInfo::exists(m_dir.filePath(QStringLiteral("none.safetensors"))));
}

void TestStackJobs::severalEditsMakeOnePatch()
{
    const QString path = m_dir.filePath(QStringLiteral("all.safetensors"));
    PatchJob job({path, edits(), QStringLiteral("gpt2"), m_stack->recipe(m_edit.baseHash)});
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    const Patch patch = readPatch(path);
    QCOMPARE(patch.baseHash, m_edit.baseHash);
    QCOMPARE(patch.baseName, QStringLiteral("gpt2"));
    const auto model = edited(m_model.model, {{patch.edit, 1}}, monitor);
    QCOMPARE(hashOf({m_model.checkpoint, model}), hashOf(appliedTo(m_model)));
    // Of two models no patch is made.
    QVector<EnabledEdit> mixed = edits();
    mixed[1].base = QStringLiteral("other");
    PatchJob refused({path, mixed, {}, {}});
    const Result<void> result = refused.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), Error::Kind::Input);
}

void TestStackJobs::oneEditKeepsItsForms()
{
    const QString path = m_dir.filePath(QStringLiteral("one.safetensors"));
    PatchJob job({path, {{{m_edit.title, {}, 1}, m_edit.baseHash, m_edit.edit}}, {}, m_edit.recipe});
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    const Patch patch = readPatch(path);
    QCOMPARE(patch.title, m_edit.title);
    QCOMPARE(patch.edit->deltas.size(), m_edit.edit->deltas.size());
    for (std::size_t i = 0; i < patch.edit->deltas.size(); ++i) {
        QCOMPARE(patch.edit->deltas[i].parameter, m_edit.edit->deltas[i].parameter);
        QCOMPARE(patch.edit->deltas[i].form, m_edit.edit->deltas[i].form);
    }
}

void TestStackJobs::anUnwritablePatchIsNamed()
{
    const QString path = m_dir.filePath(QStringLiteral("no/such/folder/p.safetensors"));
    PatchJob job({path, edits(), {}, {}});
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), Error::Kind::File);
    QVERIFY(QString::fromUtf8(result.error().what()).contains(path));
}

void TestStackJobs::everyJobStops()
{
    const LoadedModel fresh = opened(fixture(QStringLiteral("models/gpt2")));
    ApplyStackJob apply(fresh, edits());
    StackJob count(opened(fixture(QStringLiteral("models/gpt2"))), edits(), {}, {});
    PatchJob write({m_dir.filePath(QStringLiteral("stopped.safetensors")), edits(), {}, {}});
    for (Job *job : {static_cast<Job *>(&apply), static_cast<Job *>(&count), static_cast<Job *>(&write)}) {
        StoppingMonitor monitor(0);
        const Result<void> result = job->runHere(monitor);
        QVERIFY(!result);
        QCOMPARE(result.error().kind(), Error::Kind::Cancelled);
    }
    QVERIFY(!QFileInfo::exists(m_dir.filePath(QStringLiteral("stopped.safetensors"))));
}

QTEST_GUILESS_MAIN(TestStackJobs)
#include "TestStackJobs.moc"
