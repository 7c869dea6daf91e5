// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace cw {

/// A text of several lines that is never given less than all of them.
///
/// A dock asks for the least height of what it holds, but not at which width; a plain label answers with few long
/// lines, and what stands beside it is squeezed for the rest.
class WrappedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace cw
