// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Theme.h"
#include "widgets/views/HeatmapView.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <limits>

using namespace cw;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Heatmap smallMap()
{
    Heatmap map;
    map.title = QStringLiteral("State");
    map.unit = QStringLiteral("effect");
    map.tokens =
        QStringList{QStringLiteral("The"), QStringLiteral("nurse"), QStringLiteral("said"), QStringLiteral("that")};
    map.subjectBegin = 1;
    map.subjectEnd = 2;
    map.layers = 6;
    for (int cell = 0; cell < 24; ++cell) {
        map.values.push_back((cell - 12) / 12.0);
        map.errors.push_back(0.01);
    }
    map.limit = 1;
    return map;
}

Heatmap largeMap(int tokens, int layers)
{
    Heatmap map;
    map.title = QStringLiteral("Large");
    map.layers = layers;
    map.subjectBegin = 3;
    map.subjectEnd = 5;
    for (int token = 0; token < tokens; ++token) {
        map.tokens << QStringLiteral("token%1").arg(token);
        for (int layer = 0; layer < layers; ++layer)
            map.values.push_back(std::sin(0.1 * token) * std::cos(0.2 * layer));
    }
    map.limit = 1;
    return map;
}

QWidget *plotOf(HeatmapView &view)
{
    return view.childAt(view.cellRect({0, 0}).center().toPoint());
}

QColor pixel(HeatmapView &view, Cell cell)
{
    const QRectF rect = view.cellRect(cell);
    return view.grab().toImage().pixelColor((rect.center() + QPointF(rect.width() / 4, rect.height() / 4)).toPoint());
}

} // namespace

class TestHeatmapView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickSelectsTheCellUnderTheMouse();
    void aDragMovesAndSelectsNothing();
    void theMouseReadsOutValueAndError();
    void theSignOfAnEffectHasItsOwnColour();
    void missingCellsAreNotDrawnAsZero();
    void aThemeChosenLaterIsTaken();
    void fillingKeepsTheViewAndTheCursor();
    void arrowsMoveACursorThatIsSpoken();
    void theWheelZoomsAndADoubleClickShowsAll();
    void zoomStaysInsideTheMap();
    void aMapOfOneTokenAndOneLayerIsWhole();
    void aLargeMapIsFilledAndMovedFrameByFrame();

private:
    void show(HeatmapView &view, const Heatmap &map)
    {
        view.resize(520, 320);
        view.setHeatmap(map);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.cellRect({map.tokenCount() - 1, map.layers - 1}).bottom() <= 320);
        view.grab();
    }
};

void TestHeatmapView::aClickSelectsTheCellUnderTheMouse()
{
    HeatmapView view;
    show(view, smallMap());
    QSignalSpy selected(&view, &HeatmapView::cellSelected);
    QWidget *plot = plotOf(view);
    const QPoint place = plot->mapFrom(&view, view.cellRect({2, 4}).center().toPoint());
    QTest::mouseClick(plot, Qt::LeftButton, {}, place);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().at(0).toInt(), 2);
    QCOMPARE(selected.first().at(1).toInt(), 4);
    QVERIFY((view.currentCell() == Cell{2, 4}));
}

void TestHeatmapView::aDragMovesAndSelectsNothing()
{
    HeatmapView view;
    show(view, smallMap());
    view.setView(QRectF(0, 0, 3, 2));
    view.grab();
    QSignalSpy selected(&view, &HeatmapView::cellSelected);
    QWidget *plot = plotOf(view);
    const QPoint from = plot->rect().center();
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, from + QPoint(-40, -30));
    QTest::mouseMove(plot, from + QPoint(-60, -40));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, from + QPoint(-60, -40));
    QCOMPARE(selected.size(), 0);
    QVERIFY(view.view().left() > 0);
    QVERIFY(view.view().top() > 0);
}

void TestHeatmapView::theMouseReadsOutValueAndError()
{
    HeatmapView view;
    show(view, smallMap());
    QSignalSpy hovered(&view, &HeatmapView::cellHovered);
    QWidget *plot = plotOf(view);
    QTest::mouseMove(plot, plot->mapFrom(&view, view.cellRect({1, 5}).center().toPoint()));
    QTRY_COMPARE(hovered.size(), 1);
    QCOMPARE(hovered.first().at(0).toInt(), 1);
    QCOMPARE(hovered.first().at(1).toInt(), 5);
    const auto *readOut = view.findChild<QWidget *>(QStringLiteral("readOutLabel"));
    QCOMPARE(readOut->property("text").toString(), QStringLiteral("“nurse” (subject), layer 5: −0.0833 ± 0.01"));
}

void TestHeatmapView::theSignOfAnEffectHasItsOwnColour()
{
    HeatmapView view;
    show(view, smallMap());
    const QColor below = pixel(view, {0, 0});
    const QColor zero = pixel(view, {2, 0});
    const QColor above = pixel(view, {3, 5});
    QVERIFY(below.blue() > below.red() + 30);
    QVERIFY(above.red() > above.blue() + 30);
    QVERIFY(qAbs(zero.red() - zero.blue()) < 15);
}

void TestHeatmapView::aThemeChosenLaterIsTaken()
{
    applyTheme(Theme::Light);
    QWidget window;
    HeatmapView view(&window);
    view.resize(400, 300);
    view.setHeatmap(smallMap());
    applyTheme(Theme::Dark);
    const int dark = pixel(view, {2, 0}).lightness(); // an effect of 0
    applyTheme(Theme::Light);
    const int light = pixel(view, {2, 0}).lightness();
    QVERIFY2(dark < 80 && light > 200, qPrintable(QStringLiteral("%1 %2").arg(dark).arg(light)));
}

void TestHeatmapView::missingCellsAreNotDrawnAsZero()
{
    HeatmapView view;
    Heatmap map = smallMap();
    map.values[0] = missing;
    map.values[1] = 0;
    show(view, map);
    const QImage image = view.grab().toImage();
    const auto colours = [&](Cell cell) {
        QSet<QRgb> seen;
        const QRect rect = view.cellRect(cell).toRect().adjusted(4, 4, -4, -4);
        for (int x = rect.left(); x < rect.right(); ++x)
            seen.insert(image.pixel(x, rect.center().y()));
        return seen.size();
    };
    QCOMPARE(colours({0, 1}), 1);
    QVERIFY(colours({0, 0}) > 1);
    QCOMPARE(view.heatmap().readOut({0, 0}), QStringLiteral("“The”, layer 0: not computed"));
}

void TestHeatmapView::fillingKeepsTheViewAndTheCursor()
{
    HeatmapView view;
    Heatmap map = smallMap();
    map.values.assign(map.values.size(), missing);
    show(view, map);
    view.setView(QRectF(1.5, 0.5, 3, 2));
    view.setCurrentCell({1, 3});
    map.values = smallMap().values;
    view.setHeatmap(map);
    QCOMPARE(view.view(), QRectF(1.5, 0.5, 3, 2));
    QVERIFY((view.currentCell() == Cell{1, 3}));
    QTRY_VERIFY(pixel(view, {2, 3}).red() > pixel(view, {2, 3}).blue());
}

void TestHeatmapView::arrowsMoveACursorThatIsSpoken()
{
    HeatmapView view;
    show(view, smallMap());
    QSignalSpy selected(&view, &HeatmapView::cellSelected);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY((view.currentCell() == Cell{1, 0}));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY((view.currentCell() == Cell{2, 1}));
    QCOMPARE(selected.size(), 1);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(spoken);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("State"));
    QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("“said”, layer 1: +0.0833 ± 0.01"));
}

void TestHeatmapView::theWheelZoomsAndADoubleClickShowsAll()
{
    HeatmapView view;
    show(view, smallMap());
    const QRectF whole = view.view();
    QSignalSpy changed(&view, &HeatmapView::viewChanged);
    QWidget *plot = plotOf(view);
    const QPointF middle = plot->rect().center();
    QWheelEvent wheel(middle, plot->mapToGlobal(middle), {}, QPoint(0, 240), Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(plot, &wheel);
    QVERIFY(view.view().width() < whole.width());
    QTRY_VERIFY(!changed.isEmpty());
    QTest::mouseDClick(plot, Qt::LeftButton, {}, middle.toPoint());
    QCOMPARE(view.view(), whole);
}

void TestHeatmapView::zoomStaysInsideTheMap()
{
    HeatmapView view;
    show(view, smallMap());
    view.setView(QRectF(-20, 40, 100, 3));
    QVERIFY(QRectF(-0.5, -0.5, 6, 4).contains(view.view()));
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.view().width() >= 1);
}

void TestHeatmapView::aMapOfOneTokenAndOneLayerIsWhole()
{
    HeatmapView view;
    Heatmap map;
    map.tokens << QStringLiteral("one");
    map.layers = 1;
    map.values = {1};
    map.limit = 1;
    show(view, map);
    const QRectF rect = view.cellRect({0, 0});
    const QImage image = view.grab().toImage();
    const QColor left = image.pixelColor((rect.topLeft() + QPointF(5, rect.height() / 2)).toPoint());
    const QColor right = image.pixelColor((rect.topRight() + QPointF(-5, rect.height() / 2)).toPoint());
    QCOMPARE(left, right);
    QVERIFY(left.red() > left.blue());
}

void TestHeatmapView::aLargeMapIsFilledAndMovedFrameByFrame()
{
    HeatmapView view;
    Heatmap map = largeMap(256, 96);
    view.resize(700, 700);
    view.setHeatmap(map);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.grab();
    std::vector<double> frames;
    for (int frame = 0; frame < 60; ++frame) {
        QElapsedTimer clock;
        clock.start();
        map.values[static_cast<std::size_t>(frame)] += 0.5;
        view.setHeatmap(map);
        view.setView(QRectF(frame * 0.3, frame * 0.5, 60, 160));
        QCoreApplication::sendPostedEvents();
        view.repaint();
        frames.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(frames.begin(), frames.end());
    qInfo("96 x 256 cells: %.1f ms median, %.1f ms at 95 %%", frames[30], frames[57]);
    const QImage before = view.grab().toImage();
    view.setView(QRectF(30, 90, 60, 160));
    QTRY_VERIFY(view.grab().toImage() != before);
}

QTEST_MAIN(TestHeatmapView)
#include "TestHeatmapView.moc"
