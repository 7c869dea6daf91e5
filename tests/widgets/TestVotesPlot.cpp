// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/VoteTexts.h"
#include "widgets/style/OutlinedStyle.h"
#include "widgets/style/Theme.h"
#include "widgets/views/VoteBarsPicture.h"
#include "widgets/views/VotesPlot.h"

#include <QImage>
#include <QTest>

using namespace cw;

namespace {

using What = LocateSettings::What;

Located located(What what, const QStringList &names)
{
    Located found;
    found.settings.what = what;
    found.prompts = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    found.layers = {5};
    found.modules = QStringList{QStringLiteral("layers.5.mlp.out")};
    qint64 votes = names.size();
    for (const QString &name : names)
        found.places.push_back({name, votes--, 0.5, votes > 1});
    return found;
}

VoteBars four()
{
    return {QStringLiteral("Votes"),
            QStringLiteral("Layer"),
            {{QStringLiteral("layers.0"), QStringLiteral("0"), 12, true},
             {QStringLiteral("layers.1"), QStringLiteral("1"), 6, false},
             {QStringLiteral("layers.2"), QStringLiteral("2"), 0, false},
             {QStringLiteral("layers.3"), QStringLiteral("3"), 3, false}}};
}

} // namespace

/// A histogram of votes as it is drawn and read out.
class TestVotesPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(Theme::Light); }
    void labelsTellThePlacesApart_data();
    void labelsTellThePlacesApart();
    void modulesOfSeveralLayersAreToldApart();
    void ofManyTheFirstAreShown();
    void barsAreAsHighAsTheirVotes();
    void mouseAndKeysReadOutABar();
    void bothThemesShowWhatWasLocated_data();
    void bothThemesShowWhatWasLocated();
    void manyBarsFit();
    void noVotesAreSaid();
    void standardButtonsHaveNoIcons();
};

void TestVotesPlot::labelsTellThePlacesApart_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("label");
    QTest::newRow("layer") << int(What::Layers) << "layers.11"
                           << "11";
    QTest::newRow("module") << int(What::Modules) << "layers.5.mlp.out"
                            << "mlp.out";
    QTest::newRow("row") << int(What::Rows) << "layers.5.mlp.out:7"
                         << "7";
    QTest::newRow("weight") << int(What::Weights) << "layers.5.mlp.out:7/31"
                            << "7/31";
}

void TestVotesPlot::labelsTellThePlacesApart()
{
    QFETCH(int, what);
    QFETCH(QString, name);
    Located found = located(What(what), {name});
    QTEST(voteBarsOf(found).bars.front().label, "label");
    QCOMPARE(voteBarsOf(found).bars.front().name, name);
    if (What(what) != What::Rows && What(what) != What::Weights)
        return;
    found.modules << QStringLiteral("layers.4.mlp.out");
    QVERIFY(voteBarsOf(found).bars.front().label.endsWith(QStringLiteral(" 5.mlp.out")));
}

void TestVotesPlot::modulesOfSeveralLayersAreToldApart()
{
    Located found = located(What::Modules, {QStringLiteral("layers.4.mlp.out"), QStringLiteral("layers.5.mlp.out")});
    found.layers = {4, 5};
    found.isComplete = false;
    const VoteBars chart = voteBarsOf(found);
    QVERIFY(chart.bars[0].label != chart.bars[1].label);
    QVERIFY(chart.title.contains(QStringLiteral("stopped")));
}

void TestVotesPlot::ofManyTheFirstAreShown()
{
    QStringList names;
    for (int i = 0; i < 200; ++i)
        names << QStringLiteral("layers.5.mlp.out:%1").arg(i);
    const VoteBars rows = voteBarsOf(located(What::Rows, names));
    QCOMPARE(rows.bars.size(), std::size_t{60});
    QVERIFY2(rows.placeName.contains(QStringLiteral("60 of 200")), qPrintable(rows.placeName));
    QCOMPARE(rows.bars.front().votes, 200.0);
    QCOMPARE(voteBarsOf(located(What::Layers, names)).bars.size(), std::size_t{200});
}

void TestVotesPlot::barsAreAsHighAsTheirVotes()
{
    const VoteBars chart = four();
    const VoteBarsPainter painter(chart, QRectF(0, 0, 600, 300), QApplication::palette(), 13);
    QVERIFY(std::abs(painter.bar(0).height() - 2 * painter.bar(1).height()) < 1e-6);
    QVERIFY(std::abs(painter.bar(1).height() - 2 * painter.bar(3).height()) < 1e-6);
    QCOMPARE(painter.bar(2).height(), 0.0);
    QCOMPARE(painter.bar(0).bottom(), painter.bar(3).bottom());
    for (int bar = 0; bar < 4; ++bar)
        QCOMPARE(painter.barAt({painter.bar(bar).center().x(), painter.bar(0).bottom() - 2}), bar);
    QCOMPARE(painter.barAt({1, 1}), -1);
}

void TestVotesPlot::mouseAndKeysReadOutABar()
{
    VotesPlot plot(four());
    plot.resize(600, 300);
    plot.show();
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.current(), 0);
    QVERIFY(plot.spokenValue().contains(QStringLiteral("layers.0: 12 votes")));
    QVERIFY(plot.spokenValue().contains(QStringLiteral("located")));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.painterFor().bar(3).center().toPoint());
    QCOMPARE(plot.current(), 3);
    QVERIFY(!plot.spokenValue().contains(QStringLiteral("located")));
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.current(), 3);
}

void TestVotesPlot::bothThemesShowWhatWasLocated_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(Theme::Light);
    QTest::newRow("dark") << int(Theme::Dark);
}

void TestVotesPlot::bothThemesShowWhatWasLocated()
{
    QFETCH(int, theme);
    applyTheme(Theme(theme));
    VotesPlot plot(four());
    plot.resize(600, 300);
    const QImage image = plot.grab().toImage();
    const auto at = [&](int bar) { return image.pixelColor(plot.painterFor().bar(bar).center().toPoint()); };
    QCOMPARE(at(0), colour(Role::Accent, plot.palette()));
    QVERIFY(at(1) != at(0) && at(1) != colour(Role::Surface, plot.palette()));
}

/// Their labels stand upright then, and none lies outside.
void TestVotesPlot::manyBarsFit()
{
    QStringList names;
    for (int i = 0; i < 60; ++i)
        names << QStringLiteral("layers.5.mlp.out:%1/%2").arg(i).arg(3000 + i);
    const VoteBars chart = voteBarsOf(located(What::Weights, names));
    const QRectF rect(0, 0, 500, 300);
    const VoteBarsPainter painter(chart, rect, QApplication::palette(), 13);
    const double plain = VoteBarsPainter(four(), rect, QApplication::palette(), 13).bar(0).bottom();
    QVERIFY(painter.bar(0).bottom() < plain - 10);
    for (int bar = 0; bar < 60; ++bar)
        QVERIFY(rect.contains(painter.bar(bar)));
    const QImage image = pictureImage(voteBarsPicture(chart, QStringLiteral("weights")), 96);
    for (int x = 0; x < image.width(); ++x)
        for (const int y : {0, image.height() - 1})
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
}

void TestVotesPlot::noVotesAreSaid()
{
    VotesPlot plot({QStringLiteral("Votes"), {}, {}});
    plot.resize(600, 300);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.current(), -1);
    const QImage image = plot.grab().toImage();
    QImage plain(image.size(), image.format());
    plain.fill(colour(Role::Surface, plot.palette()));
    QVERIFY(image != plain);
}

/// The platform's icons are dark on dark windows.
void TestVotesPlot::standardButtonsHaveNoIcons()
{
    class WithIcons : public QProxyStyle {
    public:
        int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                      QStyleHintReturn *returned) const override
        {
            return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 1
                                                               : QProxyStyle::styleHint(hint, option, widget, returned);
        }
    };
    OutlinedStyle style;
    style.setBaseStyle(new WithIcons);
    QCOMPARE(style.baseStyle()->styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 1);
    QCOMPARE(static_cast<const QStyle &>(style).styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 0);
}

QTEST_MAIN(TestVotesPlot)
#include "TestVotesPlot.moc"
