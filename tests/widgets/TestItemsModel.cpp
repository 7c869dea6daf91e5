// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Measure.h"
#include "widgets/models/ItemsModel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>
#include <cmath>

using namespace cw;

namespace {

constexpr int many = 100000;
constexpr int fluid = 1000; // ms, also where other tests run beside this one

/// Items of the gap: number i has the text "item i", belongs to one of seven groups and has the gap i * 37 % items;
/// every tenth was left out.
std::shared_ptr<const MeasureProgress> progressOf(int items)
{
    MeasureRun run;
    run.settings.measures = QStringLiteral("gap");
    run.settings.models = QStringList{QStringLiteral("/models/some")};
    for (int i = 0; i < items; ++i)
        run.items.push_back({QStringLiteral("id%1").arg(i),
                             QStringLiteral("item %1").arg(i),
                             QStringLiteral("group %1").arg(i % 7),
                             {QStringLiteral("nurse"), QStringLiteral("The {} said")},
                             static_cast<std::size_t>(i)});
    auto progress = std::make_shared<MeasureProgress>(run);
    MeasureBlock block;
    for (int i = 0; i < items; ++i) {
        ItemOutcome outcome;
        if (i % 10 == 9)
            outcome.leftOut = Error(Error::Kind::Input, "it is too long");
        else
            outcome.values.assign(static_cast<std::size_t>(run.columns()), static_cast<float>(i * 37LL % items));
        outcome.isCut = i % 10 == 1;
        block.outcomes.push_back(std::move(outcome));
    }
    progress->insert(block);
    return progress;
}

/// The first column of values.
int valueColumn()
{
    return 3 + static_cast<int>(measureNamed(QStringLiteral("gap"))->info.ways.size());
}

QString text(const ItemsModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestItemsModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsStandWithTheirValues();
    void valuesAreSortedAndThoseWithoutStandLast();
    void textsAreSortedAndThePlaceOfAChosenItemIsKept();
    void itemsAreSearched();
    void aHundredThousandAnswerAtOnce();
};

void TestItemsModel::itemsStandWithTheirValues()
{
    ItemsModel model(progressOf(20));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 20);
    const int values = valueColumn();
    QCOMPARE(text(model, 3, 0), QStringLiteral("4"));
    QCOMPARE(text(model, 3, 1), QStringLiteral("item 3"));
    QCOMPARE(text(model, 3, 2), QStringLiteral("group 3"));
    QCOMPARE(text(model, 3, 3), QStringLiteral("nurse"));
    QCOMPARE(text(model, 3, values), QStringLiteral("11.00"));
    QCOMPARE(text(model, 3, model.reasonColumn()), QString());
    QCOMPARE(text(model, 9, values), QString());
    QCOMPARE(text(model, 9, model.reasonColumn()), QStringLiteral("it is too long"));
    QVERIFY(!text(model, 1, model.reasonColumn()).isEmpty());
    QCOMPARE(model.headerData(values, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("P(he)"));
    QVERIFY(model.isNumber(values) && !model.isNumber(1) && !model.isNumber(model.reasonColumn()));
}

void TestItemsModel::valuesAreSortedAndThoseWithoutStandLast()
{
    ItemsModel model(progressOf(1000));
    const int values = valueColumn();
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(values, order);
        QCOMPARE(model.rowCount(), 1000);
        for (int row = 1; row < 900; ++row) {
            const double above = text(model, row - 1, values).toDouble();
            const double below = text(model, row, values).toDouble();
            QVERIFY(order == Qt::AscendingOrder ? above <= below : above >= below);
        }
        for (int row = 900; row < 1000; ++row)
            QCOMPARE(text(model, row, values), QString());
    }
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(text(model, 500, 1), QStringLiteral("item 500"));
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(text(model, 0, 1), QStringLiteral("item 999"));
}

void TestItemsModel::textsAreSortedAndThePlaceOfAChosenItemIsKept()
{
    ItemsModel model(progressOf(1000));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QPersistentModelIndex chosen(model.index(17, 1));
    model.sort(2, Qt::DescendingOrder);
    QCOMPARE(text(model, 0, 2), QStringLiteral("group 6"));
    QCOMPARE(text(model, 999, 2), QStringLiteral("group 0"));
    QCOMPARE(chosen.data().toString(), QStringLiteral("item 17"));
    QVERIFY(chosen.row() != 17);
}

void TestItemsModel::itemsAreSearched()
{
    ItemsModel model(progressOf(1000));
    model.setFilter(QStringLiteral("ITEM 99"));
    QCOMPARE(model.rowCount(), 11); // 99, 990 to 999
    model.setFilter(QStringLiteral("too long"));
    QCOMPARE(model.rowCount(), 100);
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(text(model, 0, 1), QStringLiteral("item 999"));
    model.setFilter(QStringLiteral("nothing of it"));
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 1000);
}

void TestItemsModel::aHundredThousandAnswerAtOnce()
{
    const auto progress = progressOf(many);
    ItemsModel model(progress);
    QCOMPARE(model.rowCount(), many);
    const int values = valueColumn();
    QElapsedTimer clock;
    const auto slowest = [&clock](auto &&does) {
        clock.start();
        does();
        return clock.elapsed();
    };
    const qint64 byValue = slowest([&] { model.sort(values, Qt::DescendingOrder); });
    const qint64 byText = slowest([&] { model.sort(1, Qt::AscendingOrder); });
    const qint64 searched = slowest([&] { model.setFilter(QStringLiteral("item 777")); });
    qInfo("by value %lld ms, by text %lld ms, search %lld ms", byValue, byText, searched);
    QCOMPARE(model.rowCount(), 111);
    QVERIFY(byValue < fluid && byText < fluid && searched < fluid);
}

QTEST_MAIN(TestItemsModel)
#include "TestItemsModel.moc"
