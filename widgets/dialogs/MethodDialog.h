// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "widgets/dialogs/FieldItem.h"

#include <QDialog>

class QGridLayout;
class QLabel;

namespace cw {

class FieldEdit;

/// Asks how a job is to edit the model or to look at it: a field for every setting, each with what it means.
class MethodDialog final : public QDialog {
    Q_OBJECT
public:
    /// What stands above the fields, and on the button that starts the job.
    struct Words {
        QString title;
        QString about; ///< what the method does, and whose it is
        QString start;
    };

    MethodDialog(const Words &words, const QVector<FieldItem> &items, QWidget *parent = nullptr);

    /// Why the settings cannot be used: shown until a field is changed.
    void refuse(const QString &sentence);
    /// What f() makes of the settings; where it throws, the dialog says why they cannot be used.
    template <class F> auto orRefuse(F &&f)
    {
        auto made = attempt(std::forward<F>(f));
        if (!made)
            refuse(describe(made.error()));
        return made;
    }

Q_SIGNALS:
    /// The settings that stand in the fields, by their keys.
    void startAsked(const QJsonObject &settings);

private:
    void addEntry(QGridLayout &grid, const FieldItem &item);
    void restoreUsual();
    void start();
    void clearRefusal();

    QVector<FieldEdit *> m_entries;
    QLabel *m_why;
};

} // namespace cw
