// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TokenStrip.h"

#include "widgets/style/Theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace cw {

namespace {

constexpr double padding = 7;
constexpr double spacing = 4;

std::vector<char32_t> codePoints(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return {points.begin(), points.end()};
}

QString visible(const std::vector<char32_t> &characters, Span span)
{
    QString slice;
    for (int i = span.begin; i < span.end && i < static_cast<int>(characters.size()); ++i) {
        const char32_t point = characters[static_cast<std::size_t>(i)];
        if (point == U'\n')
            slice += QChar(0x21b5);
        else if (point == U'\t')
            slice += QChar(0x21e5);
        else
            slice += QString::fromUcs4(&point, 1);
    }
    const QString bare = slice.trimmed();
    return bare.isEmpty() ? QString(std::max<qsizetype>(1, slice.size()), QChar(0x2423)) : bare;
}

} // namespace

std::vector<QString> tokenLabels(const QString &text, const Encoding &tokens)
{
    const std::vector<char32_t> characters = codePoints(text);
    std::vector<QString> labels;
    for (std::size_t i = 0; i < tokens.offsets.size(); ++i) {
        const Span span = tokens.offsets[i];
        labels.push_back(span.end > span.begin ? visible(characters, span) : tokens.tokens[i]);
    }
    return labels;
}

TokenStrip::TokenStrip(QWidget *parent) : QWidget(parent)
{
    makeSpoken();
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Tokens of the prompt"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TokenStrip::setTokens(const QString &text, const Encoding &tokens)
{
    m_characters = codePoints(text);
    const std::vector<QString> labels = tokenLabels(text, tokens);
    m_chips.clear();
    for (std::size_t i = 0; i < labels.size(); ++i)
        m_chips.push_back({labels[i], tokens.offsets[i], {}});
    m_cursor = std::min(m_cursor, tokenCount() - 1);
    m_anchor = -1;
    m_pressedToken = -1;
    m_pressedCharacter = -1;
    layOutChips();
    updateGeometry();
    update();
}

void TokenStrip::setSubject(Span characters)
{
    if (characters.begin == m_subject.begin && characters.end == m_subject.end)
        return;
    m_subject = characters;
    announce(this);
    update();
}

void TokenStrip::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QRectF TokenStrip::chipRect(int token) const
{
    return m_chips.at(static_cast<std::size_t>(token)).rect;
}

bool TokenStrip::isSubject(int token) const
{
    const Span span = m_chips.at(static_cast<std::size_t>(token)).characters;
    return span.begin < m_subject.end && m_subject.begin < span.end;
}

QString TokenStrip::spokenValue() const
{
    QStringList marked;
    for (int token = 0; token < tokenCount(); ++token) {
        if (isSubject(token))
            marked << m_chips[static_cast<std::size_t>(token)].shown;
    }
    const QString subject = marked.isEmpty() ? tr("no subject marked") : tr("subject: %1").arg(marked.join(u' '));
    if (m_cursor < 0)
        return subject;
    return tr("token %1 of %2: %3; %4")
        .arg(m_cursor + 1)
        .arg(tokenCount())
        .arg(m_chips[static_cast<std::size_t>(m_cursor)].shown, subject);
}

double TokenStrip::layOut(double width, std::vector<QRectF> *rects) const
{
    const QFontMetricsF metrics(font());
    const double height = std::ceil(metrics.height() + 8);
    double x = spacing;
    double y = spacing;
    for (const Chip &chip : m_chips) {
        const double wide = std::ceil(metrics.horizontalAdvance(chip.shown) + 2 * padding);
        if (x > spacing && x + wide > width - spacing) {
            x = spacing;
            y += height + spacing;
        }
        if (rects)
            rects->push_back(QRectF(x, y, wide, height));
        x += wide + spacing;
    }
    return y + height + spacing;
}

void TokenStrip::layOutChips()
{
    std::vector<QRectF> rects;
    layOut(width(), &rects);
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i].rect = rects[i];
}

int TokenStrip::heightForWidth(int width) const
{
    return static_cast<int>(layOut(width, nullptr));
}

QSize TokenStrip::sizeHint() const
{
    return QSize(320, heightForWidth(std::max(320, width())));
}

QSize TokenStrip::minimumSizeHint() const
{
    return QSize(120, heightForWidth(std::max(120, width())));
}

void TokenStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutChips();
    updateGeometry();
}

void TokenStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOutChips();
        updateGeometry();
    }
}

void TokenStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_cursor < 0 && !m_chips.empty() && event->reason() != Qt::MouseFocusReason)
        m_cursor = 0;
    update();
}

void TokenStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_chips.empty()) {
        painter.setPen(colour(Role::Muted, palette()));
        painter.drawText(rect().adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    for (int token = 0; token < tokenCount(); ++token) {
        const Chip &chip = m_chips[static_cast<std::size_t>(token)];
        const bool marked = isSubject(token);
        const bool special = chip.characters.end <= chip.characters.begin;
        const bool current = hasFocus() && token == m_cursor;
        const QColor edge = colour(current ? Role::Accent : marked ? Role::Subject : Role::Border, palette());
        painter.setPen(QPen(edge, current ? 2 : 1));
        painter.setBrush(special ? QBrush(Qt::NoBrush)
                                 : QBrush(colour(marked ? Role::SubjectFill : Role::Raised, palette())));
        painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(colour(special ? Role::Muted : Role::Text, palette()));
        painter.drawText(chip.rect, Qt::AlignCenter, chip.shown);
        if (marked) {
            painter.setPen(QPen(colour(Role::Subject, palette()), 2));
            const double line = chip.rect.bottom() - 4;
            painter.drawLine(QPointF(chip.rect.left() + padding, line), QPointF(chip.rect.right() - padding, line));
        }
    }
}

int TokenStrip::tokenAt(const QPointF &position) const
{
    for (int token = 0; token < tokenCount(); ++token) {
        if (m_chips[static_cast<std::size_t>(token)].rect.adjusted(-2, -2, 2, 2).contains(position))
            return token;
    }
    return -1;
}

int TokenStrip::characterAt(const QPointF &position) const
{
    const int token = tokenAt(position);
    if (token < 0)
        return -1;
    const Chip &chip = m_chips[static_cast<std::size_t>(token)];
    const Span span = trimmed(chip.characters);
    const int count = span.end - span.begin;
    if (count <= 0)
        return chip.characters.begin;
    const double share = (position.x() - chip.rect.left() - padding) / std::max(1.0, chip.rect.width() - 2 * padding);
    return span.begin + std::clamp(static_cast<int>(std::floor(share * count)), 0, count - 1);
}

Span TokenStrip::trimmed(Span characters) const
{
    const auto space = [this](int place) { return QChar::isSpace(m_characters[static_cast<std::size_t>(place)]); };
    while (characters.begin < characters.end && space(characters.begin))
        ++characters.begin;
    while (characters.end > characters.begin && space(characters.end - 1))
        --characters.end;
    return characters;
}

Span TokenStrip::spanOfTokens(int first, int last) const
{
    Span span;
    for (int token = std::min(first, last); token <= std::max(first, last); ++token) {
        const Span own = m_chips[static_cast<std::size_t>(token)].characters;
        if (own.end <= own.begin)
            continue;
        span = span.end > span.begin ? Span{span.begin, own.end} : own;
    }
    return trimmed(span);
}

void TokenStrip::mark(Span characters)
{
    characters = trimmed(characters);
    if (characters.end <= characters.begin)
        return;
    setSubject(characters);
    Q_EMIT subjectMarked(characters);
}

void TokenStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressedToken = tokenAt(event->position());
    m_pressedCharacter = characterAt(event->position());
    m_cursor = m_pressedToken;
    m_anchor = -1;
    m_dragged = false;
    update();
}

void TokenStrip::mouseMoveEvent(QMouseEvent *event)
{
    const int character = characterAt(event->position());
    if (m_pressedCharacter < 0 || character < 0 || character == m_pressedCharacter)
        return;
    m_dragged = true;
    const Span from = wordAt(std::min(m_pressedCharacter, character));
    const Span to = wordAt(std::max(m_pressedCharacter, character));
    setSubject(trimmed({from.begin, to.end}));
}

void TokenStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_pressedCharacter < 0)
        return;
    m_pressedCharacter = -1;
    if (m_dragged)
        mark(m_subject);
    else if (m_pressedToken >= 0)
        mark(spanOfTokens(m_pressedToken, m_pressedToken));
}

void TokenStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int character = characterAt(event->position());
    if (character >= 0)
        mark(wordAt(character));
}

/// The letters and digits around a character; a character of another kind stands alone.
Span TokenStrip::wordAt(int character) const
{
    const auto letter = [this](int place) {
        return QChar::isLetterOrNumber(m_characters[static_cast<std::size_t>(place)]);
    };
    Span word{character, character + 1};
    if (!letter(character))
        return word;
    while (word.begin > 0 && letter(word.begin - 1))
        --word.begin;
    while (word.end < static_cast<int>(m_characters.size()) && letter(word.end))
        ++word.end;
    return word;
}

void TokenStrip::moveCursor(int step, bool extend)
{
    if (m_chips.empty())
        return;
    const int from = std::max(0, m_cursor);
    m_cursor = m_cursor < 0 ? 0 : std::clamp(m_cursor + step, 0, tokenCount() - 1);
    if (extend) {
        m_anchor = m_anchor < 0 ? from : m_anchor;
        mark(spanOfTokens(m_anchor, m_cursor));
    } else {
        m_anchor = -1;
    }
    announce(this);
    update();
}

void TokenStrip::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(-1, extend);
    case Qt::Key_Right: return moveCursor(1, extend);
    case Qt::Key_Home: return moveCursor(-tokenCount(), extend);
    case Qt::Key_End: return moveCursor(tokenCount(), extend);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor >= 0)
            mark(spanOfTokens(m_cursor, m_cursor));
        return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace cw
