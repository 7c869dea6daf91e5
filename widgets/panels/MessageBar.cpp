// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/MessageBar.h"

#include "core/jobs/JobStatus.h"
#include "widgets/style/Icons.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace cw {

namespace {

Role roleOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information: return Role::Accent;
    case MessageBar::Kind::Warning: return Role::Warning;
    case MessageBar::Kind::Problem: return Role::Problem;
    }
    return Role::Text;
}

QString iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information: return QStringLiteral("info");
    case MessageBar::Kind::Warning: return QStringLiteral("warning");
    case MessageBar::Kind::Problem: return QStringLiteral("error");
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_sentence(new QLabel(this)), m_copy(new QToolButton(this)),
      m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    m_sentence->setObjectName(QStringLiteral("messageLabel"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setObjectName(QStringLiteral("copyMessageButton"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolTip(tr("Copy this message"));
    m_dismiss->setObjectName(QStringLiteral("dismissMessageButton"));
    m_dismiss->setIcon(icon(QStringLiteral("close")));
    m_dismiss->setToolTip(tr("Dismiss (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 6, 5);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    for (QToolButton *button : {m_copy, m_dismiss}) {
        button->setAutoRaise(true);
        button->setAccessibleName(button->toolTip());
        layout->addWidget(button);
    }
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(sentence()); });
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::say(Kind kind, const QString &sentence)
{
    m_kind = kind;
    m_said.start();
    m_sentence->setText(sentence);
    restyle();
    show();
    QAccessibleEvent event(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss()
{
    hide();
    m_sentence->clear();
}

void MessageBar::settle(qint64 milliseconds)
{
    if (m_kind == Kind::Problem && isVisible() && m_said.elapsed() > milliseconds)
        dismiss();
}

void MessageBar::follow(const JobStatus &job)
{
    if (job.state == JobStatus::State::Done && !job.isSilent)
        settle(qRound64(1000 * job.seconds));
}

QString MessageBar::sentence() const
{
    return m_sentence->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const QPalette usual = QGuiApplication::palette();
    const QColor ground = colour(Role::Surface, usual);
    const QColor tint = colour(roleOf(m_kind), usual);
    const auto mix = [](int a, int b) { return (a * 86 + b * 14) / 100; };
    QPalette own = usual;
    own.setColor(QPalette::Window, QColor(mix(ground.red(), tint.red()), mix(ground.green(), tint.green()),
                                          mix(ground.blue(), tint.blue())));
    setPalette(own);
    m_icon->setPixmap(icon(iconOf(m_kind), roleOf(m_kind)).pixmap(QSize(18, 18), devicePixelRatio()));
    m_restyling = false;
}

} // namespace cw
