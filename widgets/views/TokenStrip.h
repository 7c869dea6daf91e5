// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"
#include "widgets/views/SpokenValue.h"

#include <QWidget>

namespace cw {

/// A text as token chips. The subject is marked by dragging over words, by a click on a token, or with Shift and the
/// arrow keys; whole tokens that it touches are shown as the subject.
class TokenStrip final : public QWidget, public SpokenValue {
    Q_OBJECT
public:
    explicit TokenStrip(QWidget *parent = nullptr);

    /// tokens belong to text; special tokens, which stand at [0, 0), are shown by their name.
    void setTokens(const QString &text, const Encoding &tokens);
    void setSubject(Span characters);
    Span subject() const { return m_subject; }
    void setEmptyText(const QString &text);

    int tokenCount() const { return static_cast<int>(m_chips.size()); }
    QRectF chipRect(int token) const;
    /// Characters of the text without the spaces at their ends.
    Span trimmed(Span characters) const;
    bool isSubject(int token) const;

    QString spokenValue() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// characters counts Unicode code points of the text, without spaces at its ends.
    void subjectMarked(cw::Span characters);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Chip {
        QString shown;
        Span characters;
        QRectF rect;
    };

    double layOut(double width, std::vector<QRectF> *rects) const;
    void layOutChips();
    int tokenAt(const QPointF &position) const;
    int characterAt(const QPointF &position) const;
    Span wordAt(int character) const;
    Span spanOfTokens(int first, int last) const;
    void mark(Span characters);
    void moveCursor(int step, bool extend);

    std::vector<char32_t> m_characters;
    std::vector<Chip> m_chips;
    Span m_subject;
    QString m_emptyText;
    int m_cursor = -1;
    int m_anchor = -1; ///< token where a selection by keyboard began
    int m_pressedToken = -1;
    int m_pressedCharacter = -1;
    bool m_dragged = false;
};

/// Names of the tokens for axes and chips: what each covers of text, with spaces at the ends left out and line breaks
/// and bare spaces made visible; special tokens by their own name.
std::vector<QString> tokenLabels(const QString &text, const Encoding &tokens);

} // namespace cw
