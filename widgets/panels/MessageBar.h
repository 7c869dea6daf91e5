// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QToolButton;

namespace cw {

struct JobStatus;

/// One sentence for the person above the work: what went wrong or what to know, until it is dismissed. Hidden while
/// there is nothing to say.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning, Problem };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, const QString &sentence);
    void dismiss();
    void inform(const QString &sentence) { say(Kind::Information, sentence); }
    void warn(const QString &sentence) { say(Kind::Warning, sentence); }
    /// Something that took so long went well: a problem that was told before it began is over.
    void settle(qint64 milliseconds = 0);
    /// The same of a job that has ended.
    void follow(const JobStatus &job);
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();

    Kind m_kind = Kind::Information;
    QElapsedTimer m_said;
    bool m_restyling = false;
    QLabel *m_icon;
    QLabel *m_sentence;
    QToolButton *m_copy;
    QToolButton *m_dismiss;
};

} // namespace cw
