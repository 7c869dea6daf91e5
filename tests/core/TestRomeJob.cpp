// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Rome.h"
#include "core/analysis/TargetSearch.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/KeptMoments.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/MemitJob.h"
#include "core/jobs/RomeJob.h"
#include "tests/support/ParsedSettings.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

LoadedModel demo()
{
    return loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

template <class J, class S> MadeEdit made(const S &settings, std::vector<FoundTarget> *told = nullptr)
{
    J job(settings);
    MadeEdit result;
    QObject::connect(&job, &J::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    QObject::connect(&job, &J::targetFound, &job, [told](const FoundTarget &target) {
        if (told)
            told->push_back(target);
    });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    return result;
}

template <class S> void comesBack(S asked, QLatin1String job)
{
    asked.layers = QStringLiteral("1");
    asked.goal = QStringLiteral("share");
    asked.loss = TargetAim::Gap;
    asked.steps = 7;
    QVERIFY(parsed<S>(toArguments(asked)) == asked);
    QVERIFY(fromJson<S>(toJson(asked)) == asked);
    QVERIFY(asked.command().startsWith(u"counterweight edit " + job + u' '));
    QCOMPARE((JobFile{job, toJson(asked)}.command()), asked.command());
    QCOMPARE(JobFile::read(JobFile{job, toJson(asked)}.text(), QStringLiteral("here")).settings, toJson(asked));
}

void compare(const Edit &edit, const Edit &direct)
{
    QCOMPARE(edit.deltas.size(), direct.deltas.size());
    for (std::size_t i = 0; i < edit.deltas.size(); ++i) {
        QCOMPARE(edit.deltas[i].parameter, direct.deltas[i].parameter);
        QVERIFY(at::equal(edit.deltas[i].values, direct.deltas[i].values));
        QCOMPARE(edit.deltas[i].others.defined(), direct.deltas[i].others.defined());
        if (edit.deltas[i].others.defined())
            QVERIFY(at::equal(edit.deltas[i].others, direct.deltas[i].others));
    }
}

} // namespace

/// ROME and MEMIT as jobs.
class TestRomeJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settingsComeBackFromEveryForm();
    void romeIsThatOfTheEngine();
    void memitIsThatOfTheEngine();
    void theRarerPronounBecomesLikelier();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void canBeCancelled_data();
    void canBeCancelled();

private:
    /// Three occupations in few texts: enough to compare, and quick.
    template <class S> S quick() const
    {
        S settings;
        settings.model = demoModel();
        settings.goal = m_dir.filePath(QStringLiteral("goal.csv"));
        settings.contexts = 2;
        settings.steps = 4;
        settings.tokens = 3000;
        return settings;
    }

    QTemporaryDir m_dir;
};

void TestRomeJob::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(test::write(m_dir.filePath(QStringLiteral("goal.csv")),
                        "name,target\naccountant,0.5\nnurse,0.5\ncarpenter,0.5\ncarpet installer,0.5\n"));
}

void TestRomeJob::settingsComeBackFromEveryForm()
{
    auto rome = quick<RomeEditSettings>();
    rome.ridge = 0;
    comesBack(rome, romeJob);
    auto memit = quick<MemitEditSettings>();
    memit.preservation = 3.1;
    comesBack(memit, memitJob);
}

void TestRomeJob::romeIsThatOfTheEngine()
{
    const auto settings = quick<RomeEditSettings>();
    std::vector<FoundTarget> told;
    const MadeEdit edit = made<RomeJob>(settings, &told);
    const LoadedModel model = demo();
    SilentMonitor monitor;
    const LsdmInputs inputs = lsdmInputs(model, settings, monitor);
    QVERIFY(inputs.subjects.size() >= 2);
    QCOMPARE(told.size(), inputs.subjects.size());
    TargetSettings target = romeTarget(0);
    target.steps = settings.steps;
    const Moments moments = KeptMoments(CacheFolder({}, 0)).of(model, {0}, inputs.corpus, monitor);
    compare(*edit.edit, rome(model.model, inputs.subjects, inputs.pronouns, target, moments.at(0), 1e-4, monitor).edit);
    // One change of rank one for each.
    QCOMPARE(edit.edit->deltas.front().others.size(0), static_cast<std::int64_t>(inputs.subjects.size()));
    QCOMPARE(edit.recipe[QLatin1String("job")].toString(), QString(romeJob));
    QCOMPARE(edit.recipe[QLatin1String("settings")][QLatin1String("goal")].toString(), settings.goal);
}

void TestRomeJob::memitIsThatOfTheEngine()
{
    auto settings = quick<MemitEditSettings>();
    for (const QString &layers : {QStringLiteral("0"), QStringLiteral("0-1")}) {
        settings.layers = layers;
        const MadeEdit edit = made<MemitJob>(settings);
        const std::vector<int> all = layers.size() > 1 ? std::vector<int>{0, 1} : std::vector<int>{0};
        const LoadedModel model = demo();
        SilentMonitor monitor;
        const LsdmInputs inputs = lsdmInputs(model, settings, monitor);
        TargetSettings target = memitTarget(all.back());
        target.steps = settings.steps;
        const std::vector<EditTarget> targets =
            TargetSearch(model.model, inputs.subjects, inputs.pronouns, target, monitor).run();
        LsdmSettings solving = memitSettings(all, settings.preservation);
        solving.ridge = settings.ridge;
        const Moments moments = KeptMoments(CacheFolder({}, 0)).of(model, all, inputs.corpus, monitor);
        compare(*edit.edit, lsdm(model.model, inputs.subjects, targets, {}, moments, solving, monitor).edit);
        QCOMPARE(edit.facts[QLatin1String("layers")].toArray().size(), static_cast<qsizetype>(all.size()));
    }
}

void TestRomeJob::theRarerPronounBecomesLikelier()
{
    auto settings = quick<RomeEditSettings>();
    settings.steps = 12;
    const MadeEdit edit = made<RomeJob>(settings);
    SilentMonitor monitor;
    const LoadedModel base = demo();
    const LsdmInputs inputs = lsdmInputs(base, settings, monitor);
    // The last one edited was edited in the model with all the others, and nothing came behind it.
    TargetSettings still;
    still.loss = TargetAim::Likelihood;
    const at::Tensor nothing = at::zeros({1, base.model->spec().width});
    const auto loss = [&](const std::shared_ptr<const Model> &model) {
        return TargetSearch(model, {inputs.subjects.back()}, inputs.pronouns, still, monitor).at(nothing).front().gap;
    };
    QVERIFY(loss(edit.model) != loss(base.model));
    QVERIFY(edit.facts[QLatin1String("gapBefore")].toDouble() > 0);
}

void TestRomeJob::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QStringList &arguments, const char *kind) {
        QTest::newRow(name) << arguments << QString::fromLatin1(kind);
    };
    row("several layers", {demoModel(), QStringLiteral("--layers"), QStringLiteral("0-1")}, "Input");
    row("no such layer", {demoModel(), QStringLiteral("--layers"), QStringLiteral("9")}, "Input");
    row("masked", {fixture(QStringLiteral("models/bert"))}, "Unsupported");
    row("another goal", {demoModel(), QStringLiteral("--goal"), QStringLiteral("f_score")}, "Input");
    row("no model", {QStringLiteral("/nowhere")}, "File");
}

void TestRomeJob::badInputIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, kind);
    RomeJob job(parsed<RomeEditSettings>(arguments));
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(QString::fromLatin1(name(result.error().kind())), kind);
}

void TestRomeJob::canBeCancelled_data()
{
    QTest::addColumn<bool>("isRome");
    QTest::newRow("rome") << true;
    QTest::newRow("memit") << false;
}

void TestRomeJob::canBeCancelled()
{
    QFETCH(bool, isRome);
    JobQueue queue;
    OccupationJob *job = nullptr;
    if (isRome)
        job = queue.add(std::make_unique<RomeJob>(quick<RomeEditSettings>()));
    else
        job = queue.add(std::make_unique<MemitJob>(quick<MemitEditSettings>()));
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy told(job, &OccupationJob::targetFound);
    QSignalSpy made(job, &OccupationJob::made);
    QTRY_VERIFY_WITH_TIMEOUT(told.size() > 0, 60000);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 10000);
    QCOMPARE(made.size(), 0);
}

QTEST_GUILESS_MAIN(TestRomeJob)
#include "TestRomeJob.moc"
