// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "tests/support/EditingBench.h"
#include "tests/support/Edits.h"
#include "tests/support/TalkingCheckpoint.h"
#include "widgets/panels/MessageBar.h"

#include <QMessageBox>
#include <QPushButton>

using namespace cw;
using namespace cw::test;

/// A person lays patches from files on the stack: the slots are one session in their order.
class TestAddPatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void thereMustBeAModel();
    void aPatchLiesOnTheStack();
    void aPatchForAnotherModelCanBeLeft();
    void aPatchForAnotherModelCanBeAdded();
    void whatIsNoPatchIsNamed();

private:
    void openModel(const TalkingCheckpoint &model) const;
    void add(const QString &path) const
    {
        press(m_bench->window, Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        answerFileDialog(path);
    }
    QMessageBox *box() const { return m_bench->find<QMessageBox>("foreignPatchBox"); }
    const QVector<EditRecord> &edits() const { return m_bench->stack.edits(); }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("edit.safetensors"));
    TalkingCheckpoint m_model{1};
    TalkingCheckpoint m_other{2};
    MadeEdit m_edit;
    std::unique_ptr<EditingBench> m_bench;
};

void TestAddPatch::initTestCase()
{
    m_edit = editOf(opened(m_model.folder()));
    writePatch(m_path, {m_edit.edit, m_edit.title, m_edit.baseHash, QStringLiteral("small talk"), {}, {}});
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestAddPatch::openModel(const TalkingCheckpoint &model) const
{
    drop(m_bench->window, model.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.base().checkpoint &&
                                 m_bench->selection.base().checkpoint->folder() == model.folder(),
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
}

void TestAddPatch::thereMustBeAModel()
{
    QVERIFY(!m_bench->find<QAction>("addPatchAction")->isEnabled());
    openModel(m_model);
    QVERIFY(m_bench->find<QAction>("addPatchAction")->isEnabled());
}

void TestAddPatch::aPatchLiesOnTheStack()
{
    add(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    QCOMPARE(edits()[0].title, m_edit.title);
    QCOMPARE(edits()[0].base, m_edit.baseHash);
    SilentMonitor monitor;
    const LoadedModel &shown = m_bench->selection.model();
    QCOMPARE(shown.checkpoint->hash(shown.checkpoint->changedTensors(*shown.model), monitor), m_edit.hash);
}

void TestAddPatch::aPatchForAnotherModelCanBeLeft()
{
    openModel(m_other);
    add(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(box(), patience);
    QVERIFY2(box()->text().contains(QStringLiteral("small talk")), qPrintable(box()->text()));
    QTest::keyClick(box(), Qt::Key_Return); // what is safe is chosen
    QTRY_VERIFY(!box());
    QVERIFY(m_bench->jobs.isIdle());
    QCOMPARE(edits().size(), 1);
}

void TestAddPatch::aPatchForAnotherModelCanBeAdded()
{
    add(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(box(), patience);
    for (QAbstractButton *button : box()->buttons())
        if (box()->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 2, patience);
    m_bench->waitUntilApplied();
    QVERIFY(edits()[1].base != m_edit.baseHash);
    QCOMPARE(m_bench->selection.model().stack.parts.size(), 1);
}

void TestAddPatch::whatIsNoPatchIsNamed()
{
    const QString path = m_folder.filePath(QStringLiteral("weights.safetensors"));
    QVERIFY(QFile::copy(m_model.folder() + QStringLiteral("/model.safetensors"), path));
    add(path);
    const auto *bar = m_bench->find<MessageBar>("messageBar");
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience);
    QVERIFY2(bar->sentence().contains(QStringLiteral("weights.safetensors")), qPrintable(bar->sentence()));
    QCOMPARE(edits().size(), 2);
}

QTEST_MAIN(TestAddPatch)
#include "TestAddPatch.moc"
