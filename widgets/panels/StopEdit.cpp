// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/StopEdit.h"

namespace cw {

QStringList StopEdit::stops() const
{
    QStringList stops{QString()};
    const QString typed = text();
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed[i];
        if (c == u',') {
            stops << QString();
        } else if (c == u'\\' && i + 1 < typed.size()) {
            const QChar next = typed[++i];
            stops.last() += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
        } else {
            stops.last() += c;
        }
    }
    stops.removeAll(QString());
    return stops;
}

void StopEdit::setStops(const QStringList &stops)
{
    QStringList typed;
    for (QString stop : stops) {
        stop.replace(u'\\', QStringLiteral("\\\\")).replace(u',', QStringLiteral("\\,"));
        typed << stop.replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral("\\t"));
    }
    setText(typed.join(u','));
}

} // namespace cw
