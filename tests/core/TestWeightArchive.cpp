// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/WeightGradientsJob.h"
#include "core/jobs/WeightNormsJob.h"
#include "core/project/WeightArchive.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/Edits.h"
#include "tests/support/StoppingMonitor.h"

#include <QSignalSpy>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

QVector<PartNorms> measured(WeightPartsJob &job, Monitor &monitor)
{
    QVector<PartNorms> parts;
    QObject::connect(&job, &WeightPartsJob::measured, &job, [&parts](const PartNorms &part) { parts << part; });
    valueOrThrow(job.runHere(monitor));
    return parts;
}

/// Few prompts of the demo model: quick.
GradientSettings quick()
{
    GradientSettings settings;
    settings.limit = 3;
    return settings;
}

bool areEqual(const QVector<PartNorms> &a, const QVector<PartNorms> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PartNorms &left, const PartNorms &right) {
        return left.part == right.part && left.norms == right.norms && left.norm == right.norm;
    });
}

} // namespace

/// What is found of a checkpoint's weights, in a project.
class TestWeightArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void normsComeBack();
    void theyAreNoRuns();
    void anotherCheckpointIsMeasured();
    void gradientsComeBackForTheirSettings();
    void gradientsAreOfEveryPart();
    void stoppedGradientsAreNotKept();
    void gradientsOfAMaskedModelAreRefused();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void TestWeightArchive::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(m_folder->path());
    QVERIFY(m_project->create(m_folder->filePath(QStringLiteral("weights.cwp"))));
}

void TestWeightArchive::normsComeBack()
{
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    WeightNormsJob job(model);
    QVERIFY(findParts(job, *m_project).isEmpty());
    keepParts(job, *m_project);
    SilentMonitor monitor;
    const QVector<PartNorms> found = measured(job, monitor);
    QCOMPARE(found.size(), weightParts(model).size());
    QVERIFY(m_project->flush());
    QVERIFY(areEqual(findParts(WeightNormsJob(model), *m_project), found));
    // Also in the file, when it is opened again.
    const QString path = m_project->path();
    m_project->close();
    QVERIFY(m_project->open(path));
    QVERIFY(areEqual(findParts(WeightNormsJob(model), *m_project), found));
    // Without a project there is nothing to find.
    m_project->close();
    QVERIFY(findParts(WeightNormsJob(model), *m_project).isEmpty());
}

void TestWeightArchive::theyAreNoRuns()
{
    WeightNormsJob job(opened(fixture(QStringLiteral("models/gpt2"))));
    keepParts(job, *m_project);
    SilentMonitor monitor;
    measured(job, monitor);
    QVERIFY(m_project->flush());
    QVERIFY(m_project->runs()->isEmpty());
    QCOMPARE(m_project->weightRuns(normsJob)->size(), 1);
    QVERIFY(m_project->weightRuns(gradientsJob)->isEmpty());
    QCOMPARE(m_project->weightRuns(normsJob)->first().state, RunState::Done);
}

/// Two checkpoints of one shape have one fingerprint.
void TestWeightArchive::anotherCheckpointIsMeasured()
{
    const CheckpointCopy one(QStringLiteral("gpt2"));
    const CheckpointCopy other(QStringLiteral("gpt2"));
    const LoadedModel model = opened(one.folder());
    WeightNormsJob job(model);
    keepParts(job, *m_project);
    SilentMonitor monitor;
    measured(job, monitor);
    QVERIFY(m_project->flush());
    QVERIFY(!findParts(job, *m_project).isEmpty());
    const WeightNormsJob elsewhere(opened(other.folder()));
    QCOMPARE(elsewhere.model().checkpoint->fingerprint(), model.checkpoint->fingerprint());
    QVERIFY(findParts(elsewhere, *m_project).isEmpty());
    // The file was written anew since.
    QFile file(one.file(QStringLiteral("model.safetensors")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(findParts(WeightNormsJob(opened(one.folder())), *m_project).isEmpty());
}

void TestWeightArchive::gradientsComeBackForTheirSettings()
{
    const LoadedModel model = opened(demoModel());
    WeightGradientsJob job(quick(), model);
    keepParts(job, *m_project);
    SilentMonitor monitor;
    const QVector<PartNorms> found = measured(job, monitor);
    QVERIFY(m_project->flush());
    QVERIFY(areEqual(findParts(WeightGradientsJob(quick(), model), *m_project), found));
    QVERIFY(findParts(WeightNormsJob(model), *m_project).isEmpty());
    GradientSettings others = quick();
    others.seed = 2;
    QVERIFY(findParts(WeightGradientsJob(others, model), *m_project).isEmpty());
    others = quick();
    others.goal = QStringLiteral("parity");
    QVERIFY(findParts(WeightGradientsJob(others, model), *m_project).isEmpty());
}

void TestWeightArchive::gradientsAreOfEveryPart()
{
    const LoadedModel model = opened(demoModel());
    const QVector<WeightPart> parts = weightParts(model);
    WeightGradientsJob job(quick(), model);
    SilentMonitor monitor;
    const QVector<PartNorms> found = measured(job, monitor);
    QCOMPARE(found.size(), parts.size());
    QSet<int> numbers;
    for (const PartNorms &part : found) {
        QCOMPARE(part.norms.size(), static_cast<std::size_t>(parts[part.part].count));
        QVERIFY2(part.norm > 0, qPrintable(parts[part.part].name));
        numbers.insert(part.part);
    }
    QCOMPARE(numbers.size(), parts.size());
}

void TestWeightArchive::stoppedGradientsAreNotKept()
{
    GradientSettings all;
    all.limit = 0;
    JobQueue queue;
    auto made = std::make_unique<WeightGradientsJob>(all, opened(demoModel()));
    keepParts(*made, *m_project);
    auto *job = queue.add(std::move(made));
    QSignalSpy cancelled(job, &Job::cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(job->status().done > 0, 60000);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 10000);
    QVERIFY(m_project->flush());
    QVERIFY(m_project->weightRuns(gradientsJob)->isEmpty());
}

void TestWeightArchive::gradientsOfAMaskedModelAreRefused()
{
    WeightGradientsJob job(quick(), opened(fixture(QStringLiteral("models/bert"))));
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), Error::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestWeightArchive)
#include "TestWeightArchive.moc"
