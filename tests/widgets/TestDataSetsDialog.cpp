// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataSets.h"
#include "core/jobs/FileSumsJob.h"
#include "core/jobs/JobQueue.h"
#include "tests/support/TestFiles.h"
#include "widgets/dialogs/DataSetsDialog.h"
#include "widgets/models/DataSetsModel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace cw;

namespace {

/// Puts a file where the first file of a set is looked for first.
QString put(const QString &folder, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(dataSets().first().files.first().places.first());
    QDir().mkpath(QFileInfo(path).path());
    return test::write(path, bytes) ? path : QString();
}

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

} // namespace

class TestDataSetsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFileHasARow();
    void aFolderIsChosenAndItsFilesAreFound();
    void sumsTellThePublishedFilesFromOthers();
    void theSetIsDescribedAndItsCitationCopied();
    void sumsAreWorkedOutBesideTheWindow();
    void aFileThatCannotBeReadHasNoSum();
};

void TestDataSetsDialog::everyFileHasARow()
{
    DataSetsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    int files = 0;
    for (const DataSetInfo &set : dataSets())
        files += static_cast<int>(set.files.size());
    QCOMPARE(model.rowCount(), files);
    QVERIFY(model.foundPaths().isEmpty());
    QCOMPARE(model.index(0, DataSetsModel::Found).data().toString(), QStringLiteral("not found"));
    QVERIFY(model.index(0, DataSetsModel::Found)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(dataSets().first().files.first().places.first()));
    QVERIFY(!DataSetsModel::readersOf(QStringLiteral("seat")).isEmpty());
}

void TestDataSetsDialog::aFolderIsChosenAndItsFilesAreFound()
{
    QTemporaryDir folder;
    const QString path = put(folder.path(), "something");
    QVERIFY(!path.isEmpty());
    QPointer<DataSetsDialog> dialog = new DataSetsDialog({});
    QSignalSpy chosen(dialog, &DataSetsDialog::folderChosen);
    QSignalSpy asked(dialog, &DataSetsDialog::sumsAsked);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *table = dialog->findChild<QTableView *>(QStringLiteral("dataSetsTable"));
    QCOMPARE(cell(*table, 0, DataSetsModel::Found), QStringLiteral("not found"));
    QTest::mouseClick(dialog->findChild<QToolButton *>(QStringLiteral("browseSetsButton")), Qt::LeftButton);
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
    auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    name->setText(folder.path());
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), folder.path());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toStringList(), QStringList{path});
    QCOMPARE(cell(*table, 0, DataSetsModel::Found), QDir::toNativeSeparators(path));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestDataSetsDialog::sumsTellThePublishedFilesFromOthers()
{
    QTemporaryDir folder;
    const QString path = put(folder.path(), "something");
    DataSetsModel model;
    model.setFolder(folder.path());
    const auto sum = [&model] { return model.index(0, DataSetsModel::Sum).data().toString(); };
    QCOMPARE(model.foundPaths(), QStringList{path});
    QCOMPARE(sum(), QStringLiteral("is read…"));
    model.setSum(path, dataSets().first().files.first().sha256);
    QCOMPARE(sum(), QStringLiteral("official"));
    model.setSum(path, QStringLiteral("0123"));
    QCOMPARE(sum(), QStringLiteral("differs"));
    QVERIFY(model.index(0, DataSetsModel::Sum).data(Qt::ToolTipRole).toString().contains(QStringLiteral("0123")));
    model.setSum(path, {});
    QCOMPARE(sum(), QStringLiteral("cannot be read"));
    model.setFolder({});
    QVERIFY(model.foundPaths().isEmpty());
    QCOMPARE(sum(), QString());
}

void TestDataSetsDialog::theSetIsDescribedAndItsCitationCopied()
{
    DataSetsDialog *dialog = new DataSetsDialog({});
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *table = dialog->findChild<QTableView *>(QStringLiteral("dataSetsTable"));
    auto *address = dialog->findChild<QLabel *>(QStringLiteral("setAddressLabel"));
    const DataSetInfo &last = dataSets().last();
    QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(address->text().contains(last.address));
    QVERIFY(address->textInteractionFlags() & Qt::LinksAccessibleByKeyboard);
    QTest::mouseClick(dialog->findChild<QToolButton *>(QStringLiteral("copyCitationButton")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), last.citation);
    dialog->close();
}

void TestDataSetsDialog::sumsAreWorkedOutBesideTheWindow()
{
    QTemporaryDir folder;
    const QString path = put(folder.path(), QByteArray(3 << 20, 'x'));
    JobQueue jobs;
    QSignalSpy summed(jobs.add(std::make_unique<FileSumsJob>(QStringList{path})), &FileSumsJob::summed);
    QTRY_COMPARE(summed.size(), 1);
    QCOMPARE(
        summed.first().at(1).toString(),
        QString::fromLatin1(QCryptographicHash::hash(QByteArray(3 << 20, 'x'), QCryptographicHash::Sha256).toHex()));
}

void TestDataSetsDialog::aFileThatCannotBeReadHasNoSum()
{
    QTemporaryDir folder;
    JobQueue jobs;
    const QString missing = folder.filePath(QStringLiteral("gone"));
    QSignalSpy summed(jobs.add(std::make_unique<FileSumsJob>(QStringList{missing})), &FileSumsJob::summed);
    QTRY_COMPARE(summed.size(), 1);
    QCOMPARE(summed.first().at(0).toString(), missing);
    QCOMPARE(summed.first().at(1).toString(), QString());
}

QTEST_MAIN(TestDataSetsDialog)
#include "TestDataSetsDialog.moc"
