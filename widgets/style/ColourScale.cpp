// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/ColourScale.h"

#include <algorithm>
#include <cmath>

namespace cw {

ColourScale::ColourScale(std::vector<QRgb> anchors, bool diverging)
    : m_anchors(std::move(anchors)), m_diverging(diverging)
{
}

ColourScale ColourScale::sequential()
{
    return ColourScale({0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173, 0xff8a8678, 0xffa59c74, 0xffc3b369,
                        0xffe1cc55, 0xfffee838},
                       false);
}

ColourScale ColourScale::diverging(bool dark)
{
    if (dark)
        return ColourScale({0xffb5e0ff, 0xff6fb7ec, 0xff3a86c4, 0xff25567f, 0xff242930, 0xff6b4319, 0xffb26a1f,
                            0xffeca04a, 0xffffdcab},
                           true);
    return ColourScale(
        {0xff0a3766, 0xff1f66a5, 0xff5b9bcf, 0xffb0d1e9, 0xfff7f7f5, 0xfff8cd9c, 0xffe5913c, 0xffb55a0b, 0xff6b2f02},
        true);
}

QRgb ColourScale::at(double t) const
{
    const double place = std::clamp(t, 0.0, 1.0) * static_cast<double>(m_anchors.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), m_anchors.size() - 2);
    const double share = place - static_cast<double>(below);
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    const QRgb a = m_anchors[below];
    const QRgb b = m_anchors[below + 1];
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QRgb ColourScale::of(double value, double limit) const
{
    if (!(limit > 0))
        return at(m_diverging ? 0.5 : 0);
    return at(m_diverging ? 0.5 + 0.5 * value / limit : value / limit);
}

QColor inkOn(QRgb ground)
{
    const double luma = 0.299 * qRed(ground) + 0.587 * qGreen(ground) + 0.114 * qBlue(ground);
    return luma > 140 ? QColor(0x1c, 0x21, 0x28) : QColor(Qt::white);
}

} // namespace cw
