// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialogs/FieldItem.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;

namespace cw {

/// Asks how a method is to edit the model: a field for every setting of its job, each with what it means.
class MethodDialog final : public QDialog {
    Q_OBJECT
public:
    /// about: what the method does, and whose it is.
    MethodDialog(const QString &title, const QString &about, const QVector<FieldItem> &items,
                 QWidget *parent = nullptr);

    /// Why the settings cannot be used: shown until a field is changed.
    void refuse(const QString &sentence);

Q_SIGNALS:
    /// The settings that stand in the fields, by their keys.
    void startAsked(const QJsonObject &settings);

private:
    struct Entry {
        FieldItem item;
        QWidget *field;
    };

    void addEntry(QGridLayout &grid, const FieldItem &item);
    QWidget *fieldFor(const FieldItem &item);
    QWidget *pathField(const FieldItem &item);
    QJsonValue valueOf(const Entry &entry) const;
    void start();
    void clearRefusal();

    QVector<Entry> m_entries;
    QLabel *m_why;
};

} // namespace cw
