// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QMenu;

namespace cw {

class Settings;

/// A button whose menu offers the models that were open lately, another folder, or none, for comparing with the open
/// one.
class ModelChooser final : public QPushButton {
    Q_OBJECT
public:
    explicit ModelChooser(const Settings &settings, QWidget *parent = nullptr);

    /// before: folder of the open model, which is not offered. after: folder and name of the chosen one, or empty.
    void setModels(const QString &before, const QString &after, const QString &name);

Q_SIGNALS:
    /// A folder; empty: none.
    void chosen(const QString &folder);

private:
    void fill();
    void askForFolder();

    const Settings &m_settings;
    QMenu *m_choices;
    QString m_before;
    QString m_after;
};

} // namespace cw
