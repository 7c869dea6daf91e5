// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/ColourScale.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/Theme.h"
#include "widgets/views/ProbabilityBars.h"
#include "widgets/views/RolePlot.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace cw;

namespace {

LineChart chart()
{
    LineChart made;
    made.title = QStringLiteral("State");
    made.layers = 5;
    made.lines = {{QStringLiteral("last"), 5, {0, 0.1, 0.3, 0.2, 0.1}, {0.01, 0.01, 0.02, 0.01, 0.01}}};
    return made;
}

/// Lightness as an eye sees it (WCAG relative luminance).
double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a.rgb());
    const double y = luminance(b.rgb());
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

/// The charts, and the style they are drawn in.
class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMouseReadsOutALayerOfAllLines();
    void arrowsMoveOverLayersAndReturnSelects();
    void lineChartsCanShareARange();
    void ticksAreRoundNumbersInsideTheRange();
    void barsAreSpokenAndDrawn();
    void scalesRiseEvenlyAndZeroIsInTheMiddle_data();
    void scalesRiseEvenlyAndZeroIsInTheMiddle();
    void textIsReadableInBothThemes_data();
    void textIsReadableInBothThemes();
    void everyIconFollowsThePalette();
    void numbersAreWrittenForPeople();
};

void TestCharts::theMouseReadsOutALayerOfAllLines()
{
    RolePlot plot;
    plot.resize(400, 240);
    plot.setChart(chart());
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QSignalSpy hovered(&plot, &RolePlot::layerHovered);
    QSignalSpy selected(&plot, &RolePlot::layerSelected);
    QTest::mouseMove(&plot, QPoint(385, 100));
    QTRY_COMPARE(hovered.size(), 1);
    QCOMPARE(hovered.first().first().toInt(), 4);
    QCOMPARE(plot.spokenValue(), QStringLiteral("Layer 4\nlast: +0.1 ± 0.01"));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(385, 100));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().first().toInt(), 4);
}

void TestCharts::arrowsMoveOverLayersAndReturnSelects()
{
    RolePlot plot;
    plot.resize(400, 240);
    plot.setChart(chart());
    QSignalSpy selected(&plot, &RolePlot::layerSelected);
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Return);
    QCOMPARE(plot.currentLayer(), 1);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().first().toInt(), 1);
}

void TestCharts::lineChartsCanShareARange()
{
    LineChart a = chart();
    LineChart b = chart();
    b.lines[0].values[2] = -0.7;
    b.lines[0].errors.clear();
    LineChart shared;
    shared.include(a);
    shared.include(b);
    QCOMPARE(shared.low, -0.7);
    QCOMPARE(shared.high, 0.32);
}

void TestCharts::ticksAreRoundNumbersInsideTheRange()
{
    const std::vector<double> ticks = axisTicks(-0.23, 0.61, 4);
    QVERIFY(ticks.size() >= 3 && ticks.size() <= 6);
    QVERIFY(ticks.front() >= -0.23 && ticks.back() <= 0.61);
    QVERIFY(std::any_of(ticks.begin(), ticks.end(), [](double tick) { return std::abs(tick) < 1e-12; }));
    QCOMPARE(axisTicks(1, 1, 4).size(), std::size_t(1));
}

void TestCharts::barsAreSpokenAndDrawn()
{
    ProbabilityBars bars;
    bars.resize(420, 160);
    const QImage empty = bars.grab().toImage();
    bars.setBars({{QStringLiteral("he"), 0.41, 0.2, 0.01}, {QStringLiteral("she"), 0.125, 0.3, NAN}});
    QCOMPARE(bars.spokenValue(), QStringLiteral("he: clean 0.41, corrupted 0.2; she: clean 0.125, corrupted 0.3"));
    QVERIFY(bars.grab().toImage() != empty);
}

void TestCharts::scalesRiseEvenlyAndZeroIsInTheMiddle_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestCharts::scalesRiseEvenlyAndZeroIsInTheMiddle()
{
    QFETCH(bool, dark);
    const ColourScale signedScale = ColourScale::diverging(dark);
    const double direction = dark ? 1 : -1;
    for (int step = 0; step < 16; ++step) {
        const double near = step / 16.0;
        const double far = (step + 1) / 16.0;
        for (const double side : {-1.0, 1.0})
            QVERIFY(direction * (luminance(signedScale.of(side * far, 1)) - luminance(signedScale.of(side * near, 1))) >
                    0);
    }
    QVERIFY(contrast(signedScale.of(-1, 1), signedScale.of(0, 1)) > 3);
    QVERIFY(contrast(signedScale.of(1, 1), signedScale.of(0, 1)) > 3);
    QCOMPARE(signedScale.of(0, 3), signedScale.at(0.5));
    QCOMPARE(signedScale.of(-7, 3), signedScale.at(0));
    const ColourScale one = ColourScale::sequential();
    for (int step = 0; step < 32; ++step)
        QVERIFY(luminance(one.at((step + 1) / 32.0)) > luminance(one.at(step / 32.0)));
}

void TestCharts::textIsReadableInBothThemes_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(Theme::Light);
    QTest::newRow("dark") << int(Theme::Dark);
}

void TestCharts::textIsReadableInBothThemes()
{
    QFETCH(int, theme);
    applyTheme(static_cast<Theme>(theme));
    const QPalette palette = QApplication::palette();
    QCOMPARE(isDark(palette), static_cast<Theme>(theme) == Theme::Dark);
    for (const Role role :
         {Role::Text, Role::Muted, Role::Accent, Role::Subject, Role::Good, Role::Warning, Role::Problem})
        QVERIFY2(contrast(colour(role, palette), colour(Role::Surface, palette)) >= 4.5,
                 qPrintable(QString::number(int(role))));
    QVERIFY(contrast(colour(Role::Text, palette), colour(Role::SubjectFill, palette)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
}

void TestCharts::everyIconFollowsThePalette()
{
    icon(QStringLiteral("run"));
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 20);
    for (const QString &file : files) {
        const QIcon drawn = icon(file.chopped(4));
        applyTheme(Theme::Light);
        const QImage light = drawn.pixmap(24, 24).toImage();
        applyTheme(Theme::Dark);
        const QImage dark = drawn.pixmap(24, 24).toImage();
        int inked = 0;
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 24; ++x)
                inked += qAlpha(light.pixel(x, y)) > 128;
        }
        QVERIFY2(inked > 12, qPrintable(file));
        QVERIFY2(light != dark, qPrintable(file));
    }
    applyTheme(Theme::Light);
}

void TestCharts::numbersAreWrittenForPeople()
{
    QCOMPARE(formatEffect(-0.25), QStringLiteral("−0.25"));
    QCOMPARE(formatEffect(0.01324, 0.00211), QStringLiteral("+0.0132 ± 0.0021"));
    QCOMPARE(formatEffect(NAN), QString());
    QCOMPARE(formatProbability(0.41249), QStringLiteral("0.412"));
    QCOMPARE(formatDuration(0.44), QStringLiteral("0.4 s"));
    QCOMPARE(formatDuration(59.7), QStringLiteral("1 min 0 s"));
    QCOMPARE(formatDuration(7500), QStringLiteral("2 h 5 min"));
    QCOMPARE(formatCount(124e6), QStringLiteral("124 M"));
    QCOMPARE(roundUp(0.37), 0.4);
    QCOMPARE(roundUp(91), 100.0);
    QCOMPARE(roundUp(0), 0.0);
}

QTEST_MAIN(TestCharts)
#include "TestCharts.moc"
