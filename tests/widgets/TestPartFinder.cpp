// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/TickedWeights.h"
#include "widgets/models/PartFinder.h"
#include "widgets/models/WeightTree.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace cw;

namespace {

/// Fourteen layers of two modules each, and the embedding.
QVector<WeightPart> parts()
{
    QVector<WeightPart> all;
    WeightPart part;
    part.count = 6;
    part.width = 4;
    part.layer = -1;
    part.name = QStringLiteral("embed");
    all << part;
    for (part.layer = 0; part.layer < 14; ++part.layer) {
        for (const char *module : {"attn.q", "mlp.out"}) {
            part.name = QStringLiteral("layers.%1.%2").arg(part.layer).arg(QLatin1String(module));
            all << part;
        }
    }
    return all;
}

/// "Layer 1: mlp.out; Embedding: embed"
QString picture(const QAbstractItemModel &model)
{
    QStringList groups;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex index = model.index(group, 0);
        QStringList modules;
        for (int row = 0; row < model.rowCount(index); ++row)
            modules << model.index(row, 0, index).data().toString();
        groups << index.data().toString() + QStringLiteral(": ") + modules.join(QStringLiteral(", "));
    }
    return groups.join(QStringLiteral("; "));
}

} // namespace

/// Modules as they are searched and sorted.
class TestPartFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wordsFind_data();
    void wordsFind();
    void numbersSortLayersByTheirLargest();
    void namesStayInTheModelsOrder();

private:
    std::unique_ptr<TickedWeights> m_ticks;
    std::unique_ptr<WeightTree> m_tree;
    std::unique_ptr<PartFinder> m_finder;
};

void TestPartFinder::init()
{
    m_finder = std::make_unique<PartFinder>();
    m_tree.reset();
    m_ticks = std::make_unique<TickedWeights>();
    m_tree = std::make_unique<WeightTree>(*m_ticks);
    m_ticks->setParts(parts());
    m_finder->setSourceModel(m_tree.get());
}

void TestPartFinder::wordsFind_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("found");
    QTest::newRow("a number is itself alone") << "1 mlp"
                                              << "Layer 1: mlp.out";
    QTest::newRow("as it is written in files") << "layers.12.attn.q"
                                               << "Layer 12: attn.q";
    QTest::newRow("a layer with all that is in it") << "Layer 3"
                                                    << "Layer 3: attn.q, mlp.out";
    QTest::newRow("part of a word, in any case") << "EMB"
                                                 << "Embedding: embed";
    QTest::newRow("nothing") << "lstm"
                             << "";
}

void TestPartFinder::wordsFind()
{
    QFETCH(QString, words);
    QFETCH(QString, found);
    const QAbstractItemModelTester tester(m_finder.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_finder->find(words);
    QVERIFY(m_finder->isFinding());
    QCOMPARE(picture(*m_finder), found);
    m_finder->find(QStringLiteral("  "));
    QVERIFY(!m_finder->isFinding());
    QCOMPARE(m_finder->rowCount(), 15);
}

void TestPartFinder::numbersSortLayersByTheirLargest()
{
    const QVector<WeightPart> all = parts();
    for (int part = 0; part < all.size(); ++part)
        m_tree->setNumber(WeightTree::Norm, part,
                          all[part].layer == 5 ? std::numeric_limits<double>::quiet_NaN() : (part * 7) % 29);
    m_finder->sort(WeightTree::Norm, Qt::DescendingOrder);
    const auto norms = [this] {
        QVector<double> found;
        for (int group = 0; group < m_finder->rowCount(); ++group)
            found << m_finder->index(group, WeightTree::Norm).data(WeightTree::NumberRole).toDouble();
        return found;
    };
    const QVector<double> largest = norms();
    QVERIFY(std::is_sorted(largest.begin(), largest.end() - 1, std::greater<>()));
    QVERIFY(std::isnan(largest.last())); // what is not measured
    QCOMPARE(m_finder->index(14, 0).data().toString(), QStringLiteral("Layer 5"));
    const QModelIndex first = m_finder->index(0, 0);
    QVERIFY(m_finder->index(0, WeightTree::Norm, first).data(WeightTree::NumberRole).toDouble() >
            m_finder->index(1, WeightTree::Norm, first).data(WeightTree::NumberRole).toDouble());
}

void TestPartFinder::namesStayInTheModelsOrder()
{
    m_finder->sort(WeightTree::Norm, Qt::DescendingOrder);
    m_finder->sort(WeightTree::Name, Qt::AscendingOrder);
    QCOMPARE(picture(*m_finder), picture(*m_tree));
    m_finder->sort(WeightTree::Name, Qt::DescendingOrder);
    QCOMPARE(m_finder->index(0, 0).data().toString(), m_tree->index(14, 0).data().toString());
}

QTEST_GUILESS_MAIN(TestPartFinder)
#include "TestPartFinder.moc"
