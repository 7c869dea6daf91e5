// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/GrowingText.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>

namespace cw {

namespace {

/// How strongly the colour of marks shines through the ground.
constexpr int markAlpha = 44;

/// The editor makes one character of a carriage return and a line feed; the places of marks count both.
QString shown(QString text)
{
    return text.replace(u'\r', u' ');
}

} // namespace

GrowingText::GrowingText(Role role, QWidget *parent) : QPlainTextEdit(parent), m_role(role)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(10);
}

void GrowingText::start(const QString &prompt)
{
    clear();
    setExtraSelections({});
    m_marks.clear();
    m_prompt = prompt;
    m_text.clear();
    insert(prompt, Role::Muted);
}

void GrowingText::grow(const QString &text)
{
    QScrollBar *bar = verticalScrollBar();
    const bool follows = bar->value() >= bar->maximum() - 1;
    insert(text.mid(m_text.size()), Role::Text);
    m_text = text;
    if (follows)
        bar->setValue(bar->maximum());
}

void GrowingText::setMarks(const std::vector<TextRange> &marks)
{
    m_marks = marks;
    paintMarks();
}

void GrowingText::insert(const QString &text, Role role)
{
    QTextCharFormat format;
    format.setForeground(colour(role, palette()));
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(shown(text), format);
}

void GrowingText::paintMarks()
{
    const QColor ink = colour(m_role, palette());
    QColor ground = ink;
    ground.setAlpha(markAlpha);
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextRange &mark : m_marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(m_prompt.size() + mark.begin));
        selection.cursor.setPosition(static_cast<int>(m_prompt.size() + mark.end), QTextCursor::KeepAnchor);
        selection.format.setBackground(ground);
        selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        selection.format.setUnderlineColor(ink);
        selections << selection;
    }
    setExtraSelections(selections);
}

void GrowingText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    const QString text = m_text;
    const std::vector<TextRange> marks = m_marks;
    start(m_prompt);
    grow(text);
    setMarks(marks);
}

} // namespace cw
