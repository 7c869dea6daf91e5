// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace cw {

/// One file of a data set.
struct DataFileInfo {
    QString key;        ///< what readers ask for: "dev"
    QStringList places; ///< paths below the data folder where it may lie, the official one first
    QString sha256;     ///< of the official file; empty where it is not known
    int rows = 0;       ///< of the official file; 0 where it is not known
};

/// A public data set: where it comes from and what it may be used for.
struct DataSetInfo {
    QString key;
    QString title;
    QString address;
    QString licence;
    QString citation;
    QVector<DataFileInfo> files;
};

/// All sets that measures read.
const QVector<DataSetInfo> &dataSets();
const DataSetInfo &dataSet(const QString &key);

} // namespace cw
