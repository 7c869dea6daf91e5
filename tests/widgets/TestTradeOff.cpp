// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Theme.h"
#include "widgets/views/LabelPlaces.h"
#include "widgets/views/TradeOffPicture.h"
#include "widgets/views/TradeOffPlot.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <limits>

using namespace cw;

namespace {

TradeOffMark mark(const char *name, int colour, double cost, double train, double test)
{
    return {QLatin1String(name), colour, cost, train, test, false, {}};
}

TradeOff chart(std::vector<TradeOffMark> marks)
{
    return {QStringLiteral("Score"), QStringLiteral("Cost"), std::move(marks)};
}

TradeOff plain()
{
    return chart({mark("before", 1, 1, 0.8, 0.6), mark("one", 0, 1.1, 0.4, 0.2)});
}

/// Six that are all but the same.
TradeOff crowded()
{
    std::vector<TradeOffMark> marks;
    for (int i = 0; i < 6; ++i)
        marks.push_back(mark("Module", i, 1 + 0.0005 * i, 0.5 + 0.002 * i, 0.51));
    return chart(marks);
}

int distance(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

} // namespace

/// Ways to edit by what they gain and what they cost, as they are drawn.
class TestTradeOff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(Theme::Light); }
    void namesStandApart_data();
    void namesStandApart();
    void namesStandBesideTheirMarksWhereThereIsRoom();
    void marksStandWhereTheirNumbersAre_data();
    void marksStandWhereTheirNumbersAre();
    void whatBreaksAGuardIsRinged();
    void placebosAreABand();
    void farCostsAreLogarithmic();
    void whatHasNoNumberIsLeftOut();
    void theMouseFindsMarksAndNames();
    void keysStopAtTheEnds();
    void nothingIsSaidInWords();

private:
    static QRectF area(const QSizeF &size) { return QRectF(QPointF(0, 0), size); }
};

void TestTradeOff::namesStandApart_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("least") << QSizeF(420, 220);
    QTest::newRow("usual") << QSizeF(720, 360);
}

void TestTradeOff::namesStandApart()
{
    QFETCH(QSizeF, size);
    const TradeOff six = crowded();
    const TradeOffPainter painter(six, area(size), paperPalette(), 12);
    const std::vector<QRectF> &names = painter.names();
    QCOMPARE(names.size(), six.marks.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        QVERIFY(!names[i].isEmpty() && area(size).contains(names[i]));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!names[i].intersects(names[j]));
        for (const TradeOffMark &each : six.marks)
            for (const double score : {each.train, each.test})
                QVERIFY(!names[i].contains(painter.point(each.cost, score)));
    }
}

void TestTradeOff::namesStandBesideTheirMarksWhereThereIsRoom()
{
    const TradeOff two = plain();
    const TradeOffPainter painter(two, area({720, 360}), paperPalette(), 12);
    for (std::size_t i = 0; i < two.marks.size(); ++i) {
        const TradeOffMark &of = two.marks[i];
        const std::vector<QPointF> ends{painter.point(of.cost, of.train), painter.point(of.cost, of.test)};
        QVERIFY(shortestLine(ends, painter.names()[i]).length() < 12);
    }
}

void TestTradeOff::marksStandWhereTheirNumbersAre_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestTradeOff::marksStandWhereTheirNumbersAre()
{
    QFETCH(Theme, theme);
    applyTheme(theme);
    TradeOffPlot plot;
    plot.resize(600, 300);
    plot.setTradeOff(plain());
    const QImage seen = plot.grab().toImage();
    const double scale = seen.devicePixelRatio();
    const auto at = [&](double cost, double score) {
        return seen.pixelColor((plot.painterFor().point(cost, score) * scale).toPoint());
    };
    const QColor blue = lineColour(0, plot.palette());
    const QColor ground = colour(Role::Surface, plot.palette());
    QVERIFY(distance(at(1.1, 0.4), blue) < 40);   // the train fold, filled
    QVERIFY(distance(at(1.1, 0.2), ground) < 40); // the test fold, hollow
    // Joined by a line that may lie between two pixels.
    const QPoint between = (plot.painterFor().point(1.1, 0.3) * scale).toPoint();
    QVERIFY(distance(seen.pixelColor(between), ground) + distance(seen.pixelColor(between - QPoint(1, 0)), ground) >
            100);
    QVERIFY(distance(at(1, 0.8), lineColour(1, plot.palette())) < 40);
    const auto painter = plot.painterFor();
    QVERIFY(painter.point(1, 0.2).x() < painter.point(1.1, 0.2).x());
    QVERIFY(painter.point(1, 0.2).y() > painter.point(1, 0.4).y());
}

void TestTradeOff::whatBreaksAGuardIsRinged()
{
    TradeOff two = plain();
    const auto ink = [&two](bool isBroken) {
        two.marks[1].isBroken = isBroken;
        TradeOffPlot plot;
        plot.resize(600, 300);
        plot.setTradeOff(two);
        const QImage seen = plot.grab().toImage();
        const QColor problem = colour(Role::Problem, plot.palette());
        int found = 0;
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                found += distance(seen.pixelColor(x, y), problem) < 60 ? 1 : 0;
        return found;
    };
    QCOMPARE(ink(false), 0);
    QVERIFY(ink(true) > 30);
}

void TestTradeOff::placebosAreABand()
{
    TradeOff two = plain();
    two.marks[1].placebo = Interval{1.0, 1.4}; // above all marks
    TradeOffPlot plot;
    plot.resize(600, 300);
    plot.setTradeOff(two);
    const QImage seen = plot.grab().toImage();
    const auto at = [&](double cost, double score) {
        return seen.pixelColor(plot.painterFor().point(cost, score).toPoint() + QPoint(3, 0)); // beside the axis
    };
    const QColor ground = colour(Role::Surface, plot.palette());
    for (const double score : {1.05, 1.2, 1.35})
        QVERIFY(distance(at(1.1, score), ground) > 30);
    QVERIFY(distance(at(1.1, 0.9), ground) < 30);
    plot.setCurrent(1);
    QVERIFY2(plot.spokenValue().contains(QStringLiteral("90 % of placebos: 1")), qPrintable(plot.spokenValue()));
    plot.setCurrent(0);
    QVERIFY(!plot.spokenValue().contains(QStringLiteral("placebos")));
}

void TestTradeOff::farCostsAreLogarithmic()
{
    const TradeOff near = plain();
    const TradeOffPainter linear(near, area({720, 360}), paperPalette(), 12);
    const auto x = [](const TradeOffPainter &painter, double cost) { return painter.point(cost, 0.5).x(); };
    QVERIFY(qAbs((x(linear, 1.1) - x(linear, 1.05)) - (x(linear, 1.05) - x(linear, 1))) < 1e-6);
    const TradeOff wide = chart({mark("before", 1, 1, 0.8, 0.6), mark("astray", 0, 10000, 0.4, 0.2)});
    const TradeOffPainter far(wide, area({720, 360}), paperPalette(), 12);
    QVERIFY(qAbs((x(far, 10000) - x(far, 100)) - (x(far, 100) - x(far, 1))) < 1e-6);
}

void TestTradeOff::whatHasNoNumberIsLeftOut()
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    const TradeOff some = chart({mark("before", 1, 1, 0.8, 0.6), mark("lost", 0, none, 0.4, 0.2),
                                 mark("endless", 2, std::numeric_limits<double>::infinity(), 0.1, 0.1)});
    const TradeOffPainter painter(some, area({720, 360}), paperPalette(), 12);
    QVERIFY(painter.names()[1].isEmpty() && painter.names()[2].isEmpty());
    QVERIFY(std::isfinite(painter.point(1, 0.6).x()));
    const QByteArray svg = encodePicture(tradeOffPicture(some, QStringLiteral("caption")), PictureFormat::Svg);
    QVERIFY(svg.contains("lost, endless") && svg.contains("caption"));
    // One alone, and none at all, can be drawn too.
    QVERIFY(!pictureImage(tradeOffPicture(chart({mark("lost", 0, none, 0.4, 0.2)}), {}), 96).isNull());
}

void TestTradeOff::theMouseFindsMarksAndNames()
{
    TradeOffPlot plot;
    plot.resize(600, 300);
    plot.setTradeOff(plain());
    plot.show();
    QSignalSpy chosen(&plot, &TradeOffPlot::chosen);
    const auto painter = plot.painterFor();
    QTest::mouseClick(&plot, Qt::LeftButton, {}, painter.point(1.1, 0.3).toPoint()); // between its folds
    QCOMPARE(plot.current(), 1);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, painter.names()[0].center().toPoint());
    QCOMPARE(plot.current(), 0);
    QTest::mouseClick(&plot, Qt::RightButton, {}, painter.point(1.1, 0.3).toPoint());
    QTest::mouseClick(&plot, Qt::LeftButton, {}, painter.point(1.05, 0.1).toPoint());
    QCOMPARE(plot.current(), 0);
    QCOMPARE(chosen.size(), 2);
}

void TestTradeOff::keysStopAtTheEnds()
{
    TradeOffPlot plot;
    plot.setTradeOff(plain());
    QSignalSpy chosen(&plot, &TradeOffPlot::chosen);
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.current(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.current(), 1);
    QCOMPARE(chosen.last()[0].toInt(), 1);
    QVERIFY(plot.spokenValue().startsWith(QStringLiteral("one\nScore: train 0.4000, test 0.2000\nCost: 1.1000")));
    plot.setTradeOff(chart({mark("before", 1, 1, 0.8, 0.6)})); // fewer
    QCOMPARE(plot.current(), 0);
}

void TestTradeOff::nothingIsSaidInWords()
{
    TradeOffPlot plot;
    plot.resize(600, 300);
    const QImage bare = plot.grab().toImage();
    plot.setEmptyText(QStringLiteral("No level is done yet."));
    QVERIFY(plot.grab().toImage() != bare);
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(300, 150));
    QCOMPARE(plot.current(), -1);
    QVERIFY(plot.spokenValue().isEmpty());
}

QTEST_MAIN(TestTradeOff)
#include "TestTradeOff.moc"
