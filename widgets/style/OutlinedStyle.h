// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace cw {

/// Fusion, but with outlines that can be seen on dark windows: it makes them by darkening the window's colour, which
/// leaves a box that is not ticked invisible there.
class OutlinedStyle final : public QProxyStyle {
    Q_OBJECT
public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace cw
