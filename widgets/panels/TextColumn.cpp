// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TextColumn.h"

#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/ElidedLabel.h"
#include "widgets/views/GrowingText.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace cw {

namespace {

bool isBefore(ShownTexts::Side side)
{
    return side == ShownTexts::Side::Before;
}

QString named(const char *name, ShownTexts::Side side)
{
    return QLatin1String(isBefore(side) ? "before" : "after") + QLatin1String(name);
}

} // namespace

TextColumn::TextColumn(const ShownTexts &texts, ShownTexts::Side side, QWidget *parent)
    : QWidget(parent), m_texts(texts), m_side(side), m_place(new QLabel(this)), m_model(new ElidedLabel(this)),
      m_view(new GrowingText(isBefore(side) ? Role::TargetA : Role::TargetB, this)), m_state(new ElidedLabel(this)),
      m_copy(new QToolButton(this))
{
    m_place->setText(isBefore(side) ? tr("Before") : tr("After"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_model->setObjectName(named("ModelLabel", side));
    QFont bold = m_model->font();
    bold.setBold(true);
    m_model->setFont(bold);
    m_view->setObjectName(named("TextView", side));
    m_view->setAccessibleName(isBefore(side) ? tr("Text before") : tr("Text after"));
    m_state->setObjectName(named("StateLabel", side));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setObjectName(named("CopyButton", side));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy prompt and text"));
    m_copy->setAccessibleName(m_copy->toolTip());
    auto *header = new QHBoxLayout;
    header->setSpacing(6);
    header->setContentsMargins(2, 0, 0, 0);
    header->addWidget(m_place);
    header->addWidget(m_model, 1);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(2, 0, 0, 0);
    footer->addWidget(m_state, 1);
    footer->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(header);
    layout->addWidget(m_view, 1);
    layout->addLayout(footer);
    connect(m_copy, &QToolButton::clicked, this, &TextColumn::copy);
    open();
}

void TextColumn::setPaired(bool paired)
{
    m_place->setVisible(paired);
}

void TextColumn::open()
{
    const ShownTexts::Column &column = m_texts.column(m_side);
    m_model->say(column.model.isEmpty() ? tr("No model is open.") : column.model,
                 QDir::toNativeSeparators(column.folder));
    m_view->setPlaceholderText(column.model.isEmpty() ? tr("Open a model first.")
                                                      : tr("What the model writes appears here."));
    m_view->start(column.prompt);
    grow();
}

void TextColumn::grow()
{
    m_view->grow(m_texts.column(m_side).text.text);
    showState();
}

void TextColumn::showState()
{
    const ShownTexts::Column &column = m_texts.column(m_side);
    const auto tokens = static_cast<int>(column.text.ids.size());
    QString state;
    switch (column.state) {
    case ShownTexts::State::Empty: break;
    case ShownTexts::State::Waiting: state = tr("Waiting for its turn…"); break;
    case ShownTexts::State::Writing: state = tr("Writing: %n tokens…", nullptr, tokens); break;
    case ShownTexts::State::Ended:
        state = tr("%1 %n tokens, %2", nullptr, tokens).arg(describe(column.text.end), formatDuration(column.seconds));
        break;
    }
    m_state->say(state);
    m_copy->setEnabled(!column.text.text.isEmpty());
}

QString TextColumn::wholeText() const
{
    const ShownTexts::Column &column = m_texts.column(m_side);
    return column.prompt + column.text.text;
}

void TextColumn::copy()
{
    QGuiApplication::clipboard()->setText(wholeText());
    Q_EMIT copied(tr("The text was copied."));
}

} // namespace cw
