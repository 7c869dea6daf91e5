// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <vector>

namespace cw {

/// A range of numbers as colours that people with colour-blindness can read: anchors at equal distances, straight lines
/// in RGB between them.
class ColourScale {
public:
    /// Dark blue over grey to yellow, evenly rising in lightness (anchors of cividis, Nunez et al. 2018).
    static ColourScale sequential();
    /// Blue below, orange above, and the colour of the ground at zero; both arms have the same lightness steps.
    static ColourScale diverging(bool dark);

    /// The colour at position t in [0, 1]; values outside are clamped.
    QRgb at(double t) const;
    /// The colour of a value: diverging scales run over [-limit, limit] with zero always in the middle, sequential
    /// ones over [0, limit].
    QRgb of(double value, double limit) const;
    bool isDiverging() const { return m_diverging; }
    const std::vector<QRgb> &anchors() const { return m_anchors; }

private:
    ColourScale(std::vector<QRgb> anchors, bool diverging);

    std::vector<QRgb> m_anchors;
    bool m_diverging;
};

/// Black or white, whichever is read better on a colour.
QColor inkOn(QRgb ground);

} // namespace cw
