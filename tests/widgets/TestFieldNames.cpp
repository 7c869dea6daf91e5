// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/FinetuneSettings.h"
#include "core/jobs/LocateSettings.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/MemitEditSettings.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/PreviewSettings.h"
#include "core/jobs/RomeEditSettings.h"
#include "widgets/dialogs/FieldEdit.h"
#include "widgets/dialogs/FieldNames.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace cw;

class TestFieldNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfADialogHasAName_data();
    void everyFieldOfADialogHasAName();
    void aFieldIsWhatMayStandInIt();
    void aChoiceGivesItsValue();
};

void TestFieldNames::everyFieldOfADialogHasAName_data()
{
    QTest::addColumn<QVector<FieldItem>>("items");
    const QStringList without{QStringLiteral("model"), QStringLiteral("what")};
    QTest::newRow("lsdm") << fieldItems(LsdmEditSettings(), without);
    QTest::newRow("rome") << fieldItems(RomeEditSettings(), without);
    QTest::newRow("memit") << fieldItems(MemitEditSettings(), without);
    QTest::newRow("mg") << fieldItems(MgEditSettings(), without);
    QTest::newRow("finetune") << fieldItems(FinetuneSettings(), without);
    QTest::newRow("locate") << fieldItems(LocateSettings(), without);
    QTest::newRow("preview") << fieldItems(PreviewSettings(), without);
}

void TestFieldNames::everyFieldOfADialogHasAName()
{
    QFETCH(QVector<FieldItem>, items);
    for (const FieldItem &item : items) {
        QVERIFY2(fieldName(item.info.key).front().isUpper(), item.info.key);
        QVERIFY2(FieldEdit(item).value() == item.value, item.info.key);
    }
}

void TestFieldNames::aFieldIsWhatMayStandInIt()
{
    const auto fieldOf = [](const QString &key) {
        const QVector<FieldItem> items = fieldItems(MgEditSettings(), {});
        const auto item = std::find_if(items.begin(), items.end(),
                                       [&key](const FieldItem &each) { return QLatin1String(each.info.key) == key; });
        return std::make_unique<FieldEdit>(*item);
    };
    const auto goal = fieldOf(QStringLiteral("goal"));
    auto *words = qobject_cast<QComboBox *>(goal->input());
    QVERIFY(words && words->isEditable() && words->count() == 4 && goal->findChild<QToolButton *>());
    QSignalSpy edits(goal.get(), &FieldEdit::edited);
    words->setCurrentText(QStringLiteral("/my/targets.csv"));
    QCOMPARE(goal->value(), QJsonValue(QStringLiteral("/my/targets.csv")));
    QVERIFY(!edits.isEmpty());
    goal->setValue(goal->item().usual);
    QCOMPARE(goal->value(), QJsonValue(QStringLiteral("auto")));
    const auto level = fieldOf(QStringLiteral("level"));
    words = qobject_cast<QComboBox *>(level->input());
    QVERIFY(words && !words->isEditable() && !level->findChild<QToolButton *>());
    const auto layers = fieldOf(QStringLiteral("layers"));
    words = qobject_cast<QComboBox *>(layers->input());
    QVERIFY(words && words->isEditable() && !layers->findChild<QToolButton *>());
    const auto rate = fieldOf(QStringLiteral("rate"));
    QTest::keyClicks(rate->input(), QStringLiteral("x"));
    QVERIFY(rate->value().isString()); // the settings say what is wrong with it
}

void TestFieldNames::aChoiceGivesItsValue()
{
    FieldItem item = fieldItems(MgEditSettings(), {}).first();
    item.choices = {{QStringLiteral("the one"), QStringLiteral("1")}, {QStringLiteral("none"), {}}};
    item.value = QStringLiteral("1");
    FieldEdit field(item);
    QCOMPARE(field.value(), QJsonValue(QStringLiteral("1")));
    QTest::keyClick(field.input(), Qt::Key_Down);
    QCOMPARE(field.value().toString(), QString());
    field.setValue(QStringLiteral("1"));
    QCOMPARE(qobject_cast<QComboBox *>(field.input())->currentText(), QStringLiteral("the one"));
}

QTEST_MAIN(TestFieldNames)
#include "TestFieldNames.moc"
