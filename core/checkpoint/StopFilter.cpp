// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/StopFilter.h"

#include <algorithm>
#include <utility>

namespace cw {
namespace {

QStringList withoutEmpty(QStringList texts)
{
    texts.removeAll(QString());
    return texts;
}

} // namespace

StopFilter::StopFilter(QStringList stops) : m_stops(withoutEmpty(std::move(stops))) {}

QString StopFilter::add(const QString &piece)
{
    if (m_hasStopped)
        return {};
    m_held += piece;
    qsizetype cut = m_held.size();
    for (const QString &stop : m_stops) {
        const qsizetype found = m_held.indexOf(stop);
        if (found >= 0 && found <= cut) {
            cut = found;
            m_hasStopped = true;
        }
    }
    if (!m_hasStopped)
        cut -= heldBack();
    const QString shown = m_held.left(cut);
    m_held = m_hasStopped ? QString() : m_held.mid(cut);
    return shown;
}

QString StopFilter::rest()
{
    return std::exchange(m_held, {});
}

/// How long the longest end of the text is that a stop string begins with.
qsizetype StopFilter::heldBack() const
{
    qsizetype longest = 0;
    for (const QString &stop : m_stops) {
        qsizetype length = std::min(stop.size() - 1, m_held.size());
        while (length > longest && !m_held.endsWith(QStringView(stop).left(length)))
            --length;
        longest = std::max(longest, length);
    }
    return longest;
}

} // namespace cw
