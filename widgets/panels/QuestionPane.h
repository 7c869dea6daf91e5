// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace cw {

/// The part of a panel where work is asked for: fields, which scroll, and below them why it cannot be started, the
/// button that starts it, Stop and, where it has a name, Copy as command.
class QuestionPane final : public QWidget {
    Q_OBJECT
public:
    /// Of its widgets, as tests and style sheets find them.
    struct Names {
        const char *why;
        const char *start;
        const char *stop;
        const char *command = nullptr;
    };

    /// start: the text of the button; stopTip: what Stop leaves.
    QuestionPane(const Names &names, const QString &start, const QString &stopTip, QWidget *parent = nullptr);

    void setFields(QWidget *fields);
    /// why: why it cannot be started, empty where it can; tip: what starting does. While it runs it can be stopped.
    void setReadiness(const QString &why, bool isRunning, const QString &tip);
    bool canStart() const;

Q_SIGNALS:
    void startAsked();
    void stopAsked();
    void commandAsked();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    QScrollArea *m_scroll;
    QLabel *m_why;
    QPushButton *m_start;
    QPushButton *m_stop;
    QToolButton *m_command;
};

} // namespace cw
