// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Selection.h"
#include "tests/support/TraceFixture.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/panels/HeatmapsPanel.h"

#include <QLabel>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// What stands beside the maps of a trace.
class TestHeatmapsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsSaidOfNoTrace();
    void theCheckpointAloneHasNoEdits();
    void theEditsOnTheModelAreNamed();

private:
    QLabel *label(const char *name) const { return m_panel.findChild<QLabel *>(QLatin1String(name)); }

    const WordCheckpoint m_checkpoint;
    TraceProgress m_progress;
    ShownTrace m_trace;
    Selection m_selection;
    HeatmapsPanel m_panel{m_trace, m_selection};
};

void TestHeatmapsPanel::initTestCase()
{
    QVERIFY(m_checkpoint.isComplete());
    m_progress = traced(m_checkpoint.settings());
    m_panel.resize(900, 400);
    m_panel.show();
}

void TestHeatmapsPanel::nothingIsSaidOfNoTrace()
{
    QVERIFY(!label("tracedEditsLabel")->isVisible());
    QVERIFY(!label("checksLabel")->isVisible());
}

void TestHeatmapsPanel::theCheckpointAloneHasNoEdits()
{
    m_trace.show(m_progress);
    QTRY_VERIFY(label("checksLabel")->isVisible());
    QVERIFY(!label("tracedEditsLabel")->isVisible());
    QCOMPARE(caption(m_trace.run()), QStringLiteral("the kind nurse said that → he, she"));
}

void TestHeatmapsPanel::theEditsOnTheModelAreNamed()
{
    m_progress.run.stack.parts = {{QStringLiteral("zero layers 2"), QStringLiteral("aa"), 0.5},
                                  {QStringLiteral("LSDM, parity"), QStringLiteral("bb"), 1}};
    m_trace.show(m_progress);
    QTRY_VERIFY(label("tracedEditsLabel")->isVisible());
    QCOMPARE(label("tracedEditsLabel")->text(), QStringLiteral("with 2 edits"));
    QVERIFY(label("tracedEditsLabel")->toolTip().endsWith(QStringLiteral("\nzero layers 2 × 0.5\nLSDM, parity")));
    QCOMPARE(caption(m_trace.run()),
             QStringLiteral("the kind nurse said that → he, she (with zero layers 2 × 0.5, LSDM, parity)"));
    m_progress.run.stack.parts.removeFirst();
    m_trace.show(m_progress);
    QTRY_COMPARE(label("tracedEditsLabel")->text(), QStringLiteral("with 1 edit"));
    m_progress.run.stack = {};
    m_trace.show(m_progress);
    QTRY_VERIFY(!label("tracedEditsLabel")->isVisible());
}

QTEST_MAIN(TestHeatmapsPanel)
#include "TestHeatmapsPanel.moc"
