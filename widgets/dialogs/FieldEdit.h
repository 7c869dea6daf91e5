// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialogs/FieldItem.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace cw {

/// The field in which one setting is typed or chosen: a list of words where there are only some, a list that takes
/// other text as well where a file or a number may stand for them, a line with a button to browse for a path.
class FieldEdit final : public QWidget {
    Q_OBJECT
public:
    explicit FieldEdit(const FieldItem &item, QWidget *parent = nullptr);

    const FieldItem &item() const { return m_item; }
    /// What takes the keys.
    QWidget *input() const;
    QJsonValue value() const;
    void setValue(const QJsonValue &value);

Q_SIGNALS:
    void edited();

private:
    void addBox(const QStringList &words);
    void addBrowse();
    QLineEdit *line() const;

    FieldItem m_item;
    QComboBox *m_box = nullptr;
    QLineEdit *m_line = nullptr; ///< where there are no words
};

} // namespace cw
