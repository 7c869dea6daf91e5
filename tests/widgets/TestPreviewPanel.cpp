// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/PreviewModel.h"
#include "widgets/models/ShownPreview.h"
#include "widgets/panels/PreviewPanel.h"
#include "widgets/style/Theme.h"

#include <QLabel>
#include <QListView>
#include <QTest>

using namespace cw;

namespace {

PreviewScores scores(std::vector<float> a, std::vector<float> b)
{
    PreviewScores made;
    made.isExact = true;
    made.a = std::move(a);
    made.b = std::move(b);
    made.score = {0.3, 0.2, 0.4};
    made.change = {-0.1, -0.2, 0.1};
    made.perplexity = 12;
    return made;
}

PreviewScores withBand()
{
    PreviewScores made = scores({0.4F, 0.1F}, {0.2F, 0.3F});
    made.placebo = {19, 0.31, 0.52};
    return made;
}

const QVector<ShownPreview::Prompt> prompts{{QStringLiteral("The nurse said that"), QStringLiteral("nurse")},
                                            {QStringLiteral("The cook said that"), QStringLiteral("cook")}};

} // namespace

/// What the panel of live scores says.
class TestPreviewPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theScoreIsNamedByItsGoal();
    void placebosStandBesideTheScore();
    void whatWasDrawnStaysWhileTheModelIsTheSame();
    void turnedAnswersAreMarked();

private:
    QString placebo() const { return m_panel->findChild<QLabel *>(QStringLiteral("previewPlacebo"))->text(); }
    void open(const QString &goal = QStringLiteral("parity"))
    {
        m_shown->open(prompts, goal, scores({0.1F, 0.2F}, {0.5F, 0.4F}), scores({0.1F, 0.2F}, {0.5F, 0.4F}));
    }

    std::unique_ptr<ShownPreview> m_shown;
    std::unique_ptr<PreviewPanel> m_panel;
};

void TestPreviewPanel::init()
{
    m_panel.reset();
    m_shown = std::make_unique<ShownPreview>();
    m_panel = std::make_unique<PreviewPanel>(*m_shown);
}

void TestPreviewPanel::theScoreIsNamedByItsGoal()
{
    const auto *score = m_panel->findChild<QLabel *>(QStringLiteral("previewScore"));
    open();
    QVERIFY(score->text().startsWith(QStringLiteral("<b>Gap</b>")));
    open(QStringLiteral("wishes<1>.csv"));
    QVERIFY2(score->text().startsWith(QStringLiteral("<b>Distance to wishes&lt;1&gt;.csv</b>")),
             qPrintable(score->text()));
}

void TestPreviewPanel::placebosStandBesideTheScore()
{
    open();
    QVERIFY(placebo().isEmpty());
    QVERIFY(m_panel->findChild<QLabel *>(QStringLiteral("previewPlacebo"))->isHidden());
    m_shown->show(withBand());
    QVERIFY2(placebo().startsWith(QStringLiteral("The same change elsewhere: 0.3100 … 0.5200 (19 draws)")),
             qPrintable(placebo()));
    QVERIFY(!m_panel->findChild<QLabel *>(QStringLiteral("previewPlacebo"))->isHidden());
}

void TestPreviewPanel::whatWasDrawnStaysWhileTheModelIsTheSame()
{
    open();
    m_shown->show(withBand());
    PreviewScores present = withBand();
    present.placebo = {};
    m_shown->open(prompts, QStringLiteral("parity"), scores({0.1F, 0.2F}, {0.5F, 0.4F}), present);
    QVERIFY(placebo().contains(QStringLiteral("19 draws")));
    open();
    QVERIFY(!placebo().contains(QStringLiteral("draws")));
}

void TestPreviewPanel::turnedAnswersAreMarked()
{
    open();
    QCOMPARE(m_shown->flipped(), 0);
    m_shown->show(withBand());
    QVERIFY(m_shown->isFlipped(0) && !m_shown->isFlipped(1));
    QVERIFY(placebo().endsWith(QStringLiteral("Prompts whose likelier answer turned: 1 of 2")));
    auto *list = m_panel->findChild<QListView *>(QStringLiteral("previewPrompts"));
    const QAbstractItemModel *model = list->model();
    QVERIFY(model->index(0, 0).data(PreviewModel::FlippedRole).toBool());
    QVERIFY(!model->index(1, 0).data(PreviewModel::FlippedRole).toBool());
    QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("other answer")));
    m_panel->resize(420, 400);
    const QImage seen = m_panel->grab().toImage();
    const QColor warning = colour(Role::Warning, m_panel->palette());
    const auto inked = [&](int row) {
        const QRect at =
            list->visualRect(model->index(row, 0)).translated(list->viewport()->mapTo(m_panel.get(), QPoint()));
        int found = 0;
        for (int y = at.top(); y < at.center().y(); ++y)
            for (int x = at.center().x(); x < at.right(); ++x)
                found += std::abs(seen.pixelColor(x, y).hue() - warning.hue()) < 12 &&
                                 seen.pixelColor(x, y).saturation() > 80
                             ? 1
                             : 0;
        return found;
    };
    QVERIFY2(inked(0) > 10 && inked(1) == 0, qPrintable(QStringLiteral("%1 %2").arg(inked(0)).arg(inked(1))));
}

QTEST_MAIN(TestPreviewPanel)
#include "TestPreviewPanel.moc"
