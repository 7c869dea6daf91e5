// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TargetEdit.h"

namespace cw {

namespace {

constexpr QChar shownSpace(0x2423);

} // namespace

TargetEdit::TargetEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, &TargetEdit::showSpaces);
}

QString TargetEdit::target() const
{
    return text().replace(shownSpace, u' ');
}

void TargetEdit::setTarget(const QString &target)
{
    setText(QString(target).replace(u' ', shownSpace));
}

void TargetEdit::showSpaces()
{
    if (text().contains(u' ')) {
        const int place = cursorPosition();
        setTarget(text());
        setCursorPosition(place);
    }
    Q_EMIT targetEdited();
}

} // namespace cw
