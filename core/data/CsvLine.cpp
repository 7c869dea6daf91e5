// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvLine.h"

namespace cw {

QStringList splitCsvLine(const QString &line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"') {
            fields.back() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            fields.append(QString());
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

QString csvField(const QString &text)
{
    const bool isPlain = !text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r');
    return isPlain ? text : QString(u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"');
}

} // namespace cw
