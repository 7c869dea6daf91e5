// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

#include <QFrame>

class QLabel;

namespace cw {

struct ParityReport;

/// Says beside a model's name whether what it computes was compared with what is known to be right, by a sign and a
/// word; the figures are its tool tip. Hidden while there is nothing to say.
class ParityBadge final : public QFrame {
    Q_OBJECT
public:
    explicit ParityBadge(QWidget *parent = nullptr);

    void showNothing();
    void showChecking();
    void showReport(const cw::ParityReport &report);
    QString word() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &picture, Role role, const QString &word, const QString &tip);
    void paintSign();

    QString m_picture;
    Role m_role = Role::Muted;
    QLabel *m_sign;
    QLabel *m_word;
};

} // namespace cw
