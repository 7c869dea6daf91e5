// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/TextPanel.h"

#include "core/jobs/Attempt.h"
#include "core/project/Selection.h"
#include "widgets/panels/ModelChooser.h"
#include "widgets/panels/QuestionPane.h"
#include "widgets/panels/TextColumn.h"
#include "widgets/panels/TextForm.h"
#include "widgets/views/GrowingText.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QSplitter>
#include <QToolButton>
#include <utility>

namespace cw {

namespace {

/// Below this width the question stands above the answer, not beside it.
constexpr int leastWidthForBoth = 640;

using Side = ShownTexts::Side;

} // namespace

TextPanel::TextPanel(ShownTexts &texts, Selection &selection, const Settings &settings, QWidget *parent)
    : QWidget(parent), m_texts(texts), m_selection(selection), m_parts(new QSplitter(this)),
      m_prompt(new QPlainTextEdit(this)), m_take(new QToolButton(this)), m_chooser(new ModelChooser(settings, this)),
      m_marks(new QCheckBox(tr("Mark &differences"), this)), m_form(new TextForm(this)),
      m_pane(new QuestionPane({"textWhyLabel", "generateButton", "stopTextButton", "copyTextCommandButton"},
                              tr("&Generate"), tr("Stop writing; what is written stays (Esc)"), this)),
      m_before(new TextColumn(texts, Side::Before, this)), m_after(new TextColumn(texts, Side::After, this))
{
    m_parts->setChildrenCollapsible(false);
    buildQuestion();
    m_parts->addWidget(m_pane);
    m_parts->addWidget(buildAnswer());
    m_parts->setStretchFactor(0, 0);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({290, 800});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts);
    connect(&m_selection, &Selection::promptChanged, this, &TextPanel::followPrompt);
    connect(&m_texts, &ShownTexts::opened, this, [this](Side side) {
        (side == Side::Before ? m_before : m_after)->open();
        showColumns();
    });
    connect(&m_texts, &ShownTexts::changed, this, [this](Side side) {
        (side == Side::Before ? m_before : m_after)->grow();
        showMarks();
    });
    followPrompt(m_selection.prompt());
    showColumns();
}

void TextPanel::buildQuestion()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    buildPrompt(*layout);
    buildChooser(*layout);
    layout->addWidget(m_form);
    layout->addStretch(1);
    m_pane->setFields(content);
    m_pane->setMinimumWidth(250);
    connect(m_pane, &QuestionPane::startAsked, this, &TextPanel::startWriting);
    connect(m_pane, &QuestionPane::stopAsked, this, &TextPanel::stopAsked);
    connect(m_pane, &QuestionPane::commandAsked, this, &TextPanel::copyCommand);
}

void TextPanel::buildPrompt(QVBoxLayout &layout)
{
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("Promp&t"), this);
    title->setBuddy(m_prompt);
    m_take->setObjectName(QStringLiteral("takePromptButton"));
    m_take->setText(tr("Use the traced one"));
    m_take->setAutoRaise(true);
    m_take->setToolTip(tr("Puts the prompt of the trace here"));
    row->addWidget(title, 1);
    row->addWidget(m_take);
    layout.addLayout(row);
    m_prompt->setObjectName(QStringLiteral("textPromptEdit"));
    m_prompt->setAccessibleName(tr("Prompt of the text"));
    m_prompt->setPlaceholderText(tr("The nurse said that"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(2 * fontMetrics().lineSpacing() + 12);
    layout.addWidget(m_prompt);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &TextPanel::showReadiness);
    connect(m_take, &QToolButton::clicked, this, &TextPanel::takePrompt);
}

QWidget *TextPanel::buildAnswer()
{
    auto *answer = new QWidget(this);
    auto *layout = new QHBoxLayout(answer);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(12);
    layout->addWidget(m_before, 1);
    layout->addWidget(m_after, 1);
    for (TextColumn *column : {m_before, m_after})
        connect(column, &TextColumn::copied, this, &TextPanel::copied);
    return answer;
}

void TextPanel::buildChooser(QVBoxLayout &layout)
{
    auto *row = new QHBoxLayout;
    auto *title = new QLabel(tr("&Compare with"), this);
    title->setBuddy(m_chooser);
    row->addWidget(title);
    row->addWidget(m_chooser, 1);
    layout.addLayout(row);
    m_chooser->setObjectName(QStringLiteral("compareButton"));
    m_chooser->setToolTip(tr("Lets a second model go on with the same prompt"));
    connect(m_chooser, &ModelChooser::chosen, this, &TextPanel::afterChosen);
    m_marks->setObjectName(QStringLiteral("marksBox"));
    m_marks->setChecked(true);
    m_marks->setToolTip(tr("Underlines the words that only one of the texts has"));
    layout.addWidget(m_marks);
    connect(m_marks, &QCheckBox::clicked, this, &TextPanel::showMarks);
}

GenerateSettings TextPanel::settings() const
{
    GenerateSettings settings = m_settings;
    settings.model = m_texts.column(Side::Before).folder;
    settings.prompt = m_prompt->toPlainText();
    settings.samples = 1;
    m_form->apply(settings);
    return settings;
}

void TextPanel::setSettings(const GenerateSettings &settings)
{
    m_settings = settings;
    m_prompt->setPlainText(settings.prompt);
    m_form->setSettings(settings);
}

void TextPanel::setWriting(bool writing)
{
    m_writing = writing;
    showReadiness();
}

void TextPanel::startWriting()
{
    if (m_pane->canStart())
        Q_EMIT writeAsked(settings());
}

/// The prompt here follows the traced one until a person writes another.
void TextPanel::followPrompt(const QString &prompt)
{
    if (m_prompt->toPlainText() == m_followed) {
        m_followed = prompt;
        m_prompt->setPlainText(prompt);
    }
    showReadiness();
}

void TextPanel::takePrompt()
{
    m_followed = m_selection.prompt();
    m_prompt->setPlainText(m_followed);
}

void TextPanel::showColumns()
{
    const bool paired = m_texts.hasAfter();
    m_after->setVisible(paired);
    m_marks->setVisible(paired);
    m_before->setPaired(paired);
    const ShownTexts::Column &after = m_texts.column(Side::After);
    m_chooser->setModels(m_texts.column(Side::Before).folder, after.folder, after.model);
    showMarks();
    showReadiness();
}

void TextPanel::showMarks()
{
    const ShownTexts::Column &before = m_texts.column(Side::Before);
    const ShownTexts::Column &after = m_texts.column(Side::After);
    WordDifferences differences;
    if (m_marks->isChecked() && !after.text.text.isEmpty() && before.prompt == after.prompt)
        differences = wordDifferences(before.text.text, after.text.text, after.state == ShownTexts::State::Writing);
    m_before->view().setMarks(differences.before);
    m_after->view().setMarks(differences.after);
}

void TextPanel::showReadiness()
{
    QString why;
    if (m_texts.column(Side::Before).model.isEmpty())
        why = tr("Open a model first.");
    else if (m_prompt->toPlainText().isEmpty())
        why = tr("Type a prompt first.");
    m_pane->setReadiness(why, m_writing, tr("Lets the model go on with the prompt (F6)"));
    m_chooser->setEnabled(!m_writing && !m_texts.column(Side::Before).model.isEmpty());
    m_take->setEnabled(!m_selection.prompt().isEmpty() && m_selection.prompt() != m_prompt->toPlainText());
}

void TextPanel::copyCommand()
{
    QStringList commands;
    GenerateSettings asked = settings();
    for (const Side side : {Side::Before, Side::After}) {
        asked.model = m_texts.column(side).folder;
        if (!asked.model.isEmpty())
            commands << asked.command();
    }
    QGuiApplication::clipboard()->setText(commands.join(u'\n'));
    Q_EMIT copied(tr("The command was copied."));
}

void TextPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_parts->setOrientation(event->size().width() < leastWidthForBoth ? Qt::Vertical : Qt::Horizontal);
}

} // namespace cw
