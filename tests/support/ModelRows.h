// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestFiles.h"

#include <QTest>

namespace cw::test {

/// A row for every checkpoint of the fixtures, with its folder.
inline void addModelRows()
{
    QTest::addColumn<QString>("folder");
    const QString root = fixture(QStringLiteral("models"));
    for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << QDir(root).filePath(name);
}

} // namespace cw::test
