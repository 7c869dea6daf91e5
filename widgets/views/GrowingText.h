// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/WordDifferences.h"
#include "widgets/style/Theme.h"

#include <QPlainTextEdit>

namespace cw {

/// A text that is written behind its prompt while one looks on: the prompt in a muted colour, marked stretches of the
/// text on a ground of their own and underlined. It follows its end unless the person has scrolled away from it.
class GrowingText final : public QPlainTextEdit {
    Q_OBJECT
public:
    /// role: the colour of marks.
    explicit GrowingText(Role role, QWidget *parent = nullptr);

    void start(const QString &prompt);
    /// Shows the text behind the prompt, which begins as the one that is shown.
    void grow(const QString &text);
    /// Stretches of the text behind the prompt.
    void setMarks(const std::vector<TextRange> &marks);
    const std::vector<TextRange> &marks() const { return m_marks; }
    const QString &text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void insert(const QString &text, Role role);
    void paintMarks();

    const Role m_role;
    QString m_prompt;
    QString m_text;
    std::vector<TextRange> m_marks;
};

} // namespace cw
