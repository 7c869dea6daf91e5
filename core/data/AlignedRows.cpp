// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/AlignedRows.h"

#include <algorithm>

namespace cw {

QString aligned(const QVector<QStringList> &rows)
{
    QVector<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? QString(row[i].leftJustified(widths[i]) + u"  ") : row[i];
        text += line + u'\n';
    }
    return text;
}

} // namespace cw
