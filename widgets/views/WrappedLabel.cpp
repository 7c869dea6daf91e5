// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/WrappedLabel.h"

#include <QResizeEvent>
#include <algorithm>

namespace cw {

WrappedLabel::WrappedLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
}

QSize WrappedLabel::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    // Until it has been laid out its width means nothing.
    if (!testAttribute(Qt::WA_Resized))
        return least;
    return {least.width(), std::max(least.height(), heightForWidth(std::max(width(), least.width())))};
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace cw
