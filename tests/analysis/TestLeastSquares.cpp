// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LeastSquares.h"
#include "core/engine/Cholesky.h"
#include "core/engine/Monitor.h"
#include "tests/support/EditedTexts.h"
#include "tests/support/HexTable.h"

#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

constexpr int hidden = 24;

at::Tensor numbers(std::int64_t rows, std::int64_t columns, std::int64_t seed)
{
    return at::arange(rows * columns, at::kDouble)
        .add_(seed)
        .mul_(78.233)
        .sin_()
        .mul_(437.5)
        .frac_()
        .view({rows, columns});
}

at::Tensor moment(std::int64_t width = hidden)
{
    const at::Tensor corpus = numbers(4 * width, width, 5);
    return at::mm(corpus.t(), corpus) / static_cast<double>(corpus.size(0));
}

PreservedKeys preserved(double lambda, double ridge = 0)
{
    PreservedKeys all;
    all.moment = moment();
    all.lambda = lambda;
    all.ridge = ridge;
    return all;
}

/// D [width, hidden] of residuals R [n, width].
at::Tensor change(const PreservedKeys &kept, const at::Tensor &keys, const at::Tensor &residuals)
{
    SilentMonitor monitor;
    return at::mm(residuals.t(), LeastSquares(3, kept, monitor).right(keys, monitor));
}

} // namespace

class TestLeastSquares : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBlockedCholeskyIsTheWholeOne();
    void theConditionIsThatOfTheEigenvalues();
    void equalsTheReference();
    void pushThroughEqualsTheDirectForm_data();
    void pushThroughEqualsTheDirectForm();
    void withoutPreservationItReachesTheTargets();
    void noResidualChangesNothing();
    void keysOfAnotherScaleScaleTheChange();
    void oneKeyIsRomesUpdateInPart();
    void refusesWhatCannotBeSolved_data();
    void refusesWhatCannotBeSolved();
    void aCancelledSolutionStops();
};

void TestLeastSquares::aBlockedCholeskyIsTheWholeOne()
{
    SilentMonitor monitor;
    const at::Tensor a = moment(600);
    at::Tensor factor = a.clone();
    QVERIFY(factorise(factor, monitor));
    QVERIFY(largestDifference(factor, at::linalg_cholesky(a)) < 1e-12);
    const at::Tensor b = numbers(600, 70, 1);
    QVERIFY(largestDifference(at::mm(a, solved(factor, b, monitor)), b) < 1e-10);
    at::Tensor indefinite = a - at::eye(600, at::kDouble);
    QVERIFY(!factorise(indefinite, monitor));
}

void TestLeastSquares::theConditionIsThatOfTheEigenvalues()
{
    SilentMonitor monitor;
    const at::Tensor values = at::linalg_eigvalsh(moment());
    const double wanted = (values[hidden - 1] / values[0]).item<double>();
    const double got = LeastSquares(0, preserved(5), monitor).condition();
    QVERIFY2(std::abs(got / wanted - 1) < 0.2, qPrintable(QStringLiteral("%1, not %2").arg(got).arg(wanted)));
}

void TestLeastSquares::equalsTheReference()
{
    const auto tables = hexTables(fixture(QStringLiteral("lsdm/closed-form.txt")));
    const at::Tensor constants = tables.at("constants")[0];
    const PreservedKeys kept{tables.at("moment"), constants[0].item<double>(), constants[1].item<double>(),
                             tables.at("kept"), constants[2].item<double>()};
    const at::Tensor roots = tables.at("weights")[0].sqrt().unsqueeze(1);
    const at::Tensor got = change(kept, tables.at("keys") * roots, tables.at("residuals") * roots);
    const double difference = largestDifference(got, tables.at("change"));
    QVERIFY2(difference < 1e-12, qPrintable(QString::number(difference)));
}

void TestLeastSquares::pushThroughEqualsTheDirectForm_data()
{
    QTest::addColumn<int>("columns");
    QTest::newRow("fewer keys than entries") << 5;
    QTest::newRow("more keys than entries") << 60;
}

void TestLeastSquares::pushThroughEqualsTheDirectForm()
{
    QFETCH(int, columns);
    const at::Tensor keys = numbers(columns, hidden, 1);
    const at::Tensor residuals = numbers(columns, 7, 2);
    const at::Tensor inner = moment() * 2.5 + at::mm(keys.t(), keys);
    const at::Tensor direct = at::mm(at::mm(residuals.t(), keys), at::linalg_inv(inner));
    QVERIFY(largestDifference(change(preserved(2.5), keys, residuals), direct) < 1e-11);
}

void TestLeastSquares::withoutPreservationItReachesTheTargets()
{
    const at::Tensor keys = numbers(5, hidden, 1);
    const at::Tensor residuals = numbers(5, 7, 2);
    const at::Tensor d = change(preserved(1e-9), keys, residuals);
    QVERIFY(largestDifference(at::mm(keys, d.t()), residuals) < 1e-6);
}

void TestLeastSquares::noResidualChangesNothing()
{
    const at::Tensor d = change(preserved(1), numbers(5, hidden, 1), at::zeros({5, 7}, at::kDouble));
    QCOMPARE(d.abs().max().item<double>(), 0.0);
}

void TestLeastSquares::keysOfAnotherScaleScaleTheChange()
{
    constexpr double scale = 3;
    const at::Tensor keys = numbers(5, hidden, 1);
    const at::Tensor residuals = numbers(5, 7, 2);
    PreservedKeys scaled = preserved(2, 1e-4);
    scaled.moment = scaled.moment * (scale * scale);
    const at::Tensor wanted = change(preserved(2, 1e-4), keys, residuals) / scale;
    QVERIFY(largestDifference(change(scaled, keys * scale, residuals), wanted) < 1e-12);
}

void TestLeastSquares::oneKeyIsRomesUpdateInPart()
{
    constexpr double lambda = 0.8;
    const at::Tensor key = numbers(1, hidden, 1);
    const at::Tensor residual = numbers(1, 7, 2);
    const at::Tensor direction = at::linalg_solve(moment(), key.t()).t();
    const at::Tensor q = (key * direction).sum();
    const at::Tensor rome = at::mm(residual.t(), direction) / q;
    QVERIFY(largestDifference(change(preserved(lambda), key, residual), rome * q / (lambda + q)) < 1e-12);
}

void TestLeastSquares::refusesWhatCannotBeSolved_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("sentence");
    const QString singular =
        QStringLiteral("Input: The statistics of layer 3 are singular: gather them over more text, "
                       "or raise the ridge or the preservation.");
    const QString noStatistics =
        QStringLiteral("Input: The statistics of layer 3 are missing, of the wrong shape or not "
                       "finite: gather them anew.");
    const QString noKeys =
        QStringLiteral("Input: The keys to edit in layer 3 are none, of another width or not finite: "
                       "check the model and the texts.");
    QTest::newRow("too little text") << 0 << singular;
    QTest::newRow("nothing preserved") << 1 << singular;
    QTest::newRow("no statistics") << 2 << noStatistics;
    QTest::newRow("NaN in the statistics") << 3 << noStatistics;
    QTest::newRow("a key of another width") << 4 << noKeys;
    QTest::newRow("no key") << 5 << noKeys;
    QTest::newRow("NaN in a key") << 6 << noKeys;
    QTest::newRow("a preservation below 0")
        << 7
        << QStringLiteral(
               "Input: The preservation -1.000000, the ridge 0.000000 and the weight 1.000000 of layer 3 must "
               "not be below 0.");
}

void TestLeastSquares::refusesWhatCannotBeSolved()
{
    QFETCH(int, fault);
    QFETCH(QString, sentence);
    PreservedKeys kept = preserved(fault == 1 ? 0 : fault == 7 ? -1 : 1);
    if (fault == 0) {
        const at::Tensor few = numbers(hidden / 2, hidden, 3);
        kept.moment = at::mm(few.t(), few);
    }
    if (fault == 2)
        kept.moment = at::Tensor();
    if (fault == 3)
        kept.moment[2][2] = std::nan("");
    at::Tensor keys = numbers(fault == 5 ? 0 : 2, fault == 4 ? hidden + 1 : hidden, 1);
    if (fault == 6)
        keys[1][1] = std::nan("");
    QCOMPARE(thrown([&] { change(kept, keys, at::zeros({keys.size(0), 7}, at::kDouble)); }), sentence);
}

void TestLeastSquares::aCancelledSolutionStops()
{
    StoppingMonitor monitor(0);
    QCOMPARE(thrown([&] { LeastSquares(3, preserved(1), monitor); }), QStringLiteral("Cancelled: cancelled"));
}

QTEST_APPLESS_MAIN(TestLeastSquares)
#include "TestLeastSquares.moc"
