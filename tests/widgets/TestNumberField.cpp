// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/NumberField.h"

#include <QLineEdit>
#include <QTest>

using namespace cw;

class TestNumberField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsKept_data();
    void whatIsTypedIsKept();
    void whatIsNoNumberIsNotTaken_data();
    void whatIsNoNumberIsNotTaken();
    void stepsStayRound();

private:
    void type(NumberField &field, const QString &text);
};

void TestNumberField::type(NumberField &field, const QString &text)
{
    field.setRange(-1000, 1000000);
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
}

void TestNumberField::whatIsTypedIsKept_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("small") << "1e-12" << 1e-12 << "1e-12";
    QTest::newRow("smaller than a decimal place") << "-2.5E-20" << -2.5e-20 << "-2.5e-20";
    QTest::newRow("large") << "1e6" << 1e6 << "1000000";
    QTest::newRow("with a plus") << "3e+2" << 300.0 << "300";
    QTest::newRow("decimals") << "0.00025" << 0.00025 << "0.00025";
    QTest::newRow("a decimal comma") << "0,5" << 0.5 << "0.5";
    QTest::newRow("a decimal comma before an exponent") << "1,5e2" << 150.0 << "150";
    QTest::newRow("noughts") << "1.500" << 1.5 << "1.5";
    QTest::newRow("whole") << "-7" << -7.0 << "-7";
    QTest::newRow("many digits") << "0.123456789" << 0.123456789 << "0.123456789";
}

void TestNumberField::whatIsTypedIsKept()
{
    QFETCH(const QString, typed);
    QFETCH(const double, value);
    QFETCH(const QString, shown);
    NumberField field;
    type(field, typed);
    QCOMPARE(field.value(), value);
    QCOMPARE(field.text(), shown);
}

void TestNumberField::whatIsNoNumberIsNotTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("half an exponent") << "5e" << 5.0;
    QTest::newRow("half a negative exponent") << "5e-" << 5.0;
    QTest::newRow("nothing before it") << "e3" << 3.0;
    QTest::newRow("two exponents") << "1e2e1" << 100.0;
    QTest::newRow("too large") << "1e7" << 1.0;
    QTest::newRow("two decimal marks") << "1,5.2" << 1.52;
    QTest::newRow("letters") << "4x" << 4.0;
}

/// The keys that make no number do nothing; what is left half typed gives way to the value before.
void TestNumberField::whatIsNoNumberIsNotTaken()
{
    QFETCH(const QString, typed);
    QFETCH(const double, value);
    NumberField field;
    field.setValue(2);
    type(field, typed);
    QCOMPARE(field.value(), value);
}

void TestNumberField::stepsStayRound()
{
    NumberField field;
    field.setRange(-1, 1);
    field.setSingleStep(0.1);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&field, Qt::Key_Up);
    QCOMPARE(field.value(), 0.3);
    QCOMPARE(field.text(), QStringLiteral("0.3"));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&field, Qt::Key_Up);
    QCOMPARE(field.value(), 1.0);
}

QTEST_MAIN(TestNumberField)
#include "TestNumberField.moc"
