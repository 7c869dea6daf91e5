// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobFile.h"
#include "core/jobs/MeasureSettings.h"

#include <QVector>

namespace cw {

class Terminal;

/// A table of the papers: measures of one model as it is, and with each of several edits made for it.
struct TableOrder {
    struct Row {
        QString name;
        JobFile edit;
    };

    MeasureSettings settings;
    QVector<Row> rows;
    QStringList outputs;
    QString project; ///< empty: nothing is kept

    /// Of a file's settings: a measure's, and "edits": [{"name": ..., "job": ..., "settings": {...}}, ...], whose names
    /// may be left out. Throws Error of kind Input for what is no edit, and for a name that comes twice.
    static TableOrder read(QJsonObject settings);
};

/// Makes the edits and takes the measures, writes the files and answers; returns the exit code. An edit that cannot be
/// made is listed with its reason.
int carryOut(const TableOrder &order, const Terminal &terminal);

} // namespace cw
