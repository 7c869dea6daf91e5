// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "widgets/views/ChartPicture.h"
#include "widgets/views/HeatmapPicture.h"
#include "widgets/views/ProbabilityBars.h"

#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <cmath>

using namespace cw;

namespace {

constexpr int tokens = 5;
constexpr int layers = 7;

Heatmap map()
{
    Heatmap made;
    made.title = QStringLiteral("Attention");
    made.unit = QStringLiteral("aligned effect");
    made.layerLabel = QStringLiteral("single restored layer");
    made.tokens = QStringLiteral("The nurse said that today").split(u' ');
    made.subjectBegin = 1;
    made.subjectEnd = 2;
    made.layers = layers;
    for (int cell = 0; cell < tokens * layers; ++cell)
        made.values.push_back(cell == 3 ? NAN : (cell - 17) / 18.0);
    made.limit = 1;
    return made;
}

LineChart chart()
{
    LineChart made;
    made.title = QStringLiteral("State");
    made.layers = 4;
    made.lines = {{QStringLiteral("last"), 5, {0, 0.1, 0.3, 0.2}, {0.01, 0.01, 0.02, 0.01}},
                  {QStringLiteral("first"), 0, {0.3, 0.2, NAN, 0}, {}}};
    return made;
}

/// Rectangles of an SVG, by the colour they are filled with.
QHash<QString, int> filledRectangles(const QByteArray &svg)
{
    QHash<QString, int> found;
    QXmlStreamReader xml(svg);
    QStringList fills;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: {
            const QString own = xml.attributes().value(QLatin1String("fill")).toString();
            fills.append(own.isEmpty() && !fills.isEmpty() ? fills.last() : own);
            if (xml.name() == QLatin1String("rect"))
                ++found[fills.last()];
            break;
        }
        case QXmlStreamReader::EndElement: fills.removeLast(); break;
        default: break;
        }
    }
    return found;
}

} // namespace

class TestPicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anSvgHoldsOneRectanglePerCell();
    void aPdfHoldsVectorsAndNoBitmap();
    void aPngHasTheSizeAndResolutionAskedFor();
    void theClipboardGetsBothForms();
    void everyPictureIsReadBack_data();
    void everyPictureIsReadBack();
    void anUnknownEndingIsRefusedWithItsName();
    void aFileThatCannotBeWrittenIsNamed();
};

void TestPicture::anSvgHoldsOneRectanglePerCell()
{
    const QByteArray svg = encodePicture(heatmapPicture({map()}, {}), PictureFormat::Svg);
    int cells = 0;
    const auto rectangles = filledRectangles(svg);
    for (const int count : rectangles)
        cells += count;
    QVERIFY2(cells >= tokens * layers, qPrintable(QString::number(cells)));
    QVERIFY(rectangles.size() > tokens * layers / 2);
    QVERIFY(!svg.contains("<image"));
    QVERIFY(svg.contains(">nurse *<"));
}

void TestPicture::aPdfHoldsVectorsAndNoBitmap()
{
    const QByteArray pdf = encodePicture(heatmapPicture({map(), map()}, QStringLiteral("Two")), PictureFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QVERIFY(pdf.contains("/Font"));
}

void TestPicture::aPngHasTheSizeAndResolutionAskedFor()
{
    const Picture picture = heatmapPicture({map()}, {});
    const QImage image = QImage::fromData(encodePicture(picture, PictureFormat::Png, 288));
    QCOMPARE(image.size(), (picture.size * 3).toSize());
    QCOMPARE(image.dotsPerMeterX(), 11339);
}

void TestPicture::theClipboardGetsBothForms()
{
    const std::unique_ptr<QMimeData> data(pictureForClipboard(heatmapPicture({map()}, {})));
    QVERIFY(data->hasImage());
    QVERIFY(QSvgRenderer(data->data(QStringLiteral("image/svg+xml"))).isValid());
}

void TestPicture::everyPictureIsReadBack_data()
{
    QTest::addColumn<QByteArray>("svg");
    const std::vector<TargetBar> bars{{QStringLiteral("he"), 0.4, 0.2, 0.01}, {QStringLiteral("she"), 0.1, 0.3, NAN}};
    const auto svg = [](const Picture &picture) { return encodePicture(picture, PictureFormat::Svg); };
    QTest::newRow("maps") << svg(heatmapPicture({map(), map(), map()}, QStringLiteral("Caption")));
    QTest::newRow("lines") << svg(chartPicture({chart(), chart()}, {}));
    QTest::newRow("bars") << svg(barsPicture(bars, {}));
}

void TestPicture::everyPictureIsReadBack()
{
    QFETCH(QByteArray, svg);
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QVERIFY(!svg.contains("nan"));
    QVERIFY(!svg.contains("<image"));
}

void TestPicture::anUnknownEndingIsRefusedWithItsName()
{
    try {
        pictureFormat(QStringLiteral("map.bmp"));
        QFAIL("a .bmp was taken");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
        QCOMPARE(error.arguments().front(), std::string("map.bmp"));
    }
}

void TestPicture::aFileThatCannotBeWrittenIsNamed()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("no/such/folder/map.svg"));
    try {
        writePicture(heatmapPicture({map()}, {}), path);
        QFAIL("a file was written into a missing folder");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::File);
        QCOMPARE(error.arguments().front(), path.toStdString());
    }
}

QTEST_MAIN(TestPicture)
#include "TestPicture.moc"
