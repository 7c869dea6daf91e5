// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Blas.h"

#include <ATen/ATen.h>
#include <QFile>
#include <QTest>

class TestBlas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReferenceBlasIsToldFromAFastOne();
};

void TestBlas::theReferenceBlasIsToldFromAFastOne()
{
    const at::Tensor x = at::ones({64, 64});
    QCOMPARE(at::mm(x, x).sum().item<float>(), 64.f * 64 * 64);

    QFile maps(QStringLiteral("/proc/self/maps"));
    QVERIFY(maps.open(QIODevice::ReadOnly));
    const QByteArray libraries = maps.readAll().toLower();
    const bool fast = libraries.contains("openblas") || libraries.contains("mkl") || libraries.contains("blis") ||
                      libraries.contains("atlas") || at::hasMKL();
    QCOMPARE(cw::hasFastBlas(), fast);
}

QTEST_GUILESS_MAIN(TestBlas)
#include "TestBlas.moc"
