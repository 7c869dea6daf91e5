// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/ShownTexts.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace cw {

class ElidedLabel;
class GrowingText;

/// One text of the before-and-after view: whose it is, the text itself, and how it went.
class TextColumn final : public QWidget {
    Q_OBJECT
public:
    TextColumn(const ShownTexts &texts, ShownTexts::Side side, QWidget *parent = nullptr);

    /// Whether there is another column to tell it from.
    void setPaired(bool paired);
    /// Shows a text from its beginning.
    void open();
    /// Shows what came, and how it stands.
    void grow();
    GrowingText &view() const { return *m_view; }
    /// Prompt and text, as plain text.
    QString wholeText() const;

Q_SIGNALS:
    void copied(const QString &what);

private:
    void showState();
    void copy();

    const ShownTexts &m_texts;
    const ShownTexts::Side m_side;
    QLabel *m_place;
    ElidedLabel *m_model;
    GrowingText *m_view;
    ElidedLabel *m_state;
    QToolButton *m_copy;
};

} // namespace cw
