// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ParityBadge.h"

#include "core/jobs/ParityReport.h"
#include "widgets/style/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace cw {

namespace {

constexpr int signSize = 14;

} // namespace

ParityBadge::ParityBadge(QWidget *parent) : QFrame(parent), m_sign(new QLabel(this)), m_word(new QLabel(this))
{
    setObjectName(QStringLiteral("parityBadge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_sign);
    layout->addWidget(m_word);
    hide();
}

void ParityBadge::showNothing()
{
    hide();
}

void ParityBadge::showChecking()
{
    say(QStringLiteral("run"), Role::Muted, tr("checking…"), tr("The logits are being compared."));
}

void ParityBadge::showReport(const ParityReport &report)
{
    if (report.parity.holds())
        say(QStringLiteral("check"), Role::Good, tr("checked"), describe(report));
    else
        say(QStringLiteral("warning"), Role::Problem, tr("other numbers"), describe(report));
}

QString ParityBadge::word() const
{
    return isHidden() ? QString() : m_word->text();
}

void ParityBadge::say(const QString &picture, Role role, const QString &word, const QString &tip)
{
    m_picture = picture;
    m_role = role;
    m_word->setText(word);
    setToolTip(tip);
    setAccessibleName(word);
    setAccessibleDescription(tip);
    paintSign();
    show();
}

void ParityBadge::paintSign()
{
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, colour(m_role, ink));
    m_word->setPalette(ink);
    m_sign->setPixmap(icon(m_picture, m_role).pixmap(QSize(signSize, signSize), devicePixelRatio()));
}

void ParityBadge::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_picture.isEmpty())
        paintSign();
}

} // namespace cw
