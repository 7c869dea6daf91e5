// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cw {

/// Lets a text that grows through up to the first of some stop strings, however it is cut into pieces. What could be
/// the beginning of one is held back until it is clear that it is not.
class StopFilter {
public:
    /// Empty stop strings stop nothing.
    explicit StopFilter(QStringList stops);

    /// What may be shown now of the text so far that was not given out yet.
    QString add(const QString &piece);
    /// What was held back: no more comes. Empty after a stop string.
    QString rest();
    bool hasStopped() const { return m_hasStopped; }

private:
    qsizetype heldBack() const;

    const QStringList m_stops;
    QString m_held;
    bool m_hasStopped = false;
};

} // namespace cw
