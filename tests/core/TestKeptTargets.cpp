// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptTargets.h"

#include "core/engine/Model.h"
#include "core/jobs/LoadedModel.h"
#include "tests/support/Edits.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

const Pronouns pronouns{40, 41};

/// So many occupations, of so many texts that they are not all searched for at once.
std::vector<EditSubject> subjectsOf(std::int64_t count)
{
    std::vector<EditSubject> subjects;
    for (std::int64_t i = 0; i < count; ++i) {
        EditSubject subject;
        subject.name = "subject " + std::to_string(i);
        for (std::int64_t j = 0; j < 400; ++j)
            subject.texts.push_back({{j % 37 + 50, i + 100, j % 23 + 150}, 1, 2});
        subject.neutral = {{i + 100, 60}, 0, 1};
        subjects.push_back(subject);
    }
    return subjects;
}

bool isSameTarget(const EditTarget &a, const EditTarget &b)
{
    return a.layer == b.layer && a.site == b.site && a.delta == b.delta && a.valueNorm == b.valueNorm &&
           a.gaps == b.gaps && a.losses == b.losses && a.gapBefore == b.gapBefore && a.gapAfter == b.gapAfter &&
           a.isClamped == b.isClamped && a.isDiverged == b.isDiverged;
}

class CountingMonitor final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override { ++steps; }
    int steps = 0;
};

} // namespace

class TestKeptTargets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatWasFoundIsRead();
    void whatWasStoppedIsGoneOnWith();
    void otherSettingsTextsOrWeightsHaveOthers();
    void aDamagedFileIsFoundAnew();

private:
    std::vector<EditTarget> targets(Monitor &monitor, const TargetSettings &settings) const
    {
        return m_kept->of(m_model, m_subjects, pronouns, settings, m_onFound, monitor);
    }
    std::vector<EditTarget> targets(Monitor &monitor) const { return targets(monitor, m_settings); }
    QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files); }
    bool isSame(const std::vector<EditTarget> &found) const
    {
        return found.size() == m_found.size() && std::equal(found.begin(), found.end(), m_found.begin(), isSameTarget);
    }

    LoadedModel m_model;
    std::vector<EditSubject> m_subjects = subjectsOf(4);
    TargetSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<KeptTargets> m_kept;
    KeptTargets::Found m_onFound;
    int m_heard = 0;
    std::vector<EditTarget> m_found; ///< where nothing was kept
    int m_steps = 0;                 ///< that it took
};

void TestKeptTargets::initTestCase()
{
    m_model = opened(demoModel());
    m_settings.steps = 2;
    m_onFound = [this](const EditTarget &) { ++m_heard; };
    init();
    CountingMonitor monitor;
    m_found = targets(monitor);
    m_steps = monitor.steps;
    QCOMPARE(m_found.size(), std::size_t(4));
}

void TestKeptTargets::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_kept = std::make_unique<KeptTargets>(CacheFolder(m_dir->path(), qint64{1} << 30));
    m_heard = 0;
}

void TestKeptTargets::whatWasFoundIsRead()
{
    SilentMonitor silent;
    targets(silent);
    QCOMPARE(files().size(), 1);
    m_heard = 0;
    CountingMonitor monitor;
    QVERIFY(isSame(targets(monitor)));
    QCOMPARE(m_heard, 4);
    QVERIFY(monitor.steps < m_steps / 2);
}

void TestKeptTargets::whatWasStoppedIsGoneOnWith()
{
    StoppingMonitor stopping(m_steps - 1);
    QVERIFY(thrown([&] { targets(stopping); }).startsWith(QStringLiteral("Cancelled")));
    QCOMPARE(files().size(), 1);
    QVERIFY(m_heard > 0 && m_heard < 4);
    CountingMonitor rest;
    QVERIFY(isSame(targets(rest)));
    QVERIFY(rest.steps < m_steps);
}

void TestKeptTargets::otherSettingsTextsOrWeightsHaveOthers()
{
    SilentMonitor silent;
    targets(silent);
    TargetSettings slower = m_settings;
    slower.rate = 0.01;
    QVERIFY(!isSame(targets(silent, slower)));
    std::vector<EditSubject> others = m_subjects;
    others[3].texts[7].ids[0] = 200;
    const auto moved = m_kept->of(m_model, others, pronouns, m_settings, nullptr, silent);
    QVERIFY(isSameTarget(moved[0], m_found[0]) && !isSameTarget(moved[3], m_found[3]));
    Parameters changed;
    changed["layers.0.mlp.in"] = m_model.model->parameters().at("layers.0.mlp.in") * 2;
    const LoadedModel other{m_model.checkpoint, std::make_shared<const Model>(*m_model.model, changed)};
    QVERIFY(!isSame(m_kept->of(other, m_subjects, pronouns, m_settings, nullptr, silent)));
    QCOMPARE(files().size(), 4);
}

void TestKeptTargets::aDamagedFileIsFoundAnew()
{
    SilentMonitor silent;
    targets(silent);
    const QString path = m_dir->filePath(files().first());
    for (const QByteArray &bytes : {QByteArray("no tensors"), test::read(path).replace("deltas", "deltos")}) {
        QVERIFY(test::write(path, bytes));
        QVERIFY(isSame(targets(silent)));
    }
}

QTEST_GUILESS_MAIN(TestKeptTargets)
#include "TestKeptTargets.moc"
