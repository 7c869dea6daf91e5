// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/QuestionPane.h"

#include "widgets/style/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>

namespace cw {

QuestionPane::QuestionPane(const Names &names, const QString &start, const QString &stopTip, QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_why(new QLabel(this)), m_start(new QPushButton(start, this)),
      m_stop(new QPushButton(tr("St&op"), this)), m_command(new QToolButton(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_why->setObjectName(QLatin1String(names.why));
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_start->setObjectName(QLatin1String(names.start));
    m_start->setIcon(icon(QStringLiteral("run")));
    m_start->setDefault(true);
    m_stop->setObjectName(QLatin1String(names.stop));
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_stop->setToolTip(stopTip);
    m_command->setObjectName(QLatin1String(names.command));
    m_command->setIcon(icon(QStringLiteral("command")));
    m_command->setToolTip(tr("Copy as command"));
    m_command->setAccessibleName(m_command->toolTip());
    m_command->setVisible(names.command != nullptr);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(10, 6, 10, 10);
    bar->setSpacing(6); // else that of the layout around it
    bar->addWidget(m_why);
    auto *row = new QHBoxLayout;
    row->addWidget(m_start, 2);
    row->addWidget(m_stop, 1);
    row->addWidget(m_command);
    bar->addLayout(row);
    layout->addLayout(bar);
    connect(m_start, &QPushButton::clicked, this, &QuestionPane::startAsked);
    connect(m_stop, &QPushButton::clicked, this, &QuestionPane::stopAsked);
    connect(m_command, &QToolButton::clicked, this, &QuestionPane::commandAsked);
}

void QuestionPane::setFields(QWidget *fields)
{
    m_scroll->setWidget(fields);
    fields->installEventFilter(this);
}

/// Beside the scroll bar, where there is one, the fields have all of their width, whatever they show.
bool QuestionPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest)
        m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() +
                                  style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    return QWidget::eventFilter(watched, event);
}

void QuestionPane::setReadiness(const QString &why, bool isRunning, const QString &tip)
{
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty() && !isRunning);
    m_start->setEnabled(why.isEmpty() && !isRunning);
    m_start->setToolTip(why.isEmpty() ? tip : why);
    m_stop->setEnabled(isRunning);
    m_command->setEnabled(why.isEmpty());
}

bool QuestionPane::canStart() const
{
    return m_start->isEnabled();
}

} // namespace cw
