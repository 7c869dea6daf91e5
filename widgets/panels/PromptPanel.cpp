// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/PromptPanel.h"

#include "core/checkpoint/PromptTokens.h"
#include "core/data/Bytes.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/MemoryFacts.h"
#include "core/project/Selection.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/panels/QuestionPane.h"
#include "widgets/panels/TraceForm.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/ParityBadge.h"
#include "widgets/views/TokenStrip.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>

namespace cw {

namespace {

QString memoryText(const MemoryFacts &memory)
{
    const auto free = static_cast<double>(memory.deviceFree.value_or(memory.free));
    return PromptPanel::tr("%1 tokens take about %2 of memory · %3 free")
        .arg(memory.tokens)
        .arg(formatBytes(static_cast<double>(memory.total())), formatBytes(free));
}

} // namespace

PromptPanel::PromptPanel(ShownTrace &trace, Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_modelLabel(new QLabel(this)), m_badge(new ParityBadge(this)),
      m_prompt(new QPlainTextEdit(this)), m_tokens(new TokenStrip(this)), m_subject(new QLabel(this)),
      m_form(new TraceForm(this)), m_pane(new QuestionPane({"whyLabel", "traceButton", "stopButton"}, tr("&Trace"),
                                                           tr("Stop the trace; what is finished stays (Esc)"), this))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(8);
    buildPrompt(*layout);
    layout->addWidget(m_form);
    layout->addStretch(1);
    m_pane->setFields(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pane);
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(&m_pause, &QTimer::timeout, this, &PromptPanel::readPrompt);
    connect(m_prompt, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_prompt, &QPlainTextEdit::selectionChanged, this, &PromptPanel::markSelected);
    connect(m_tokens, &TokenStrip::subjectMarked, this, [this](Span characters) {
        m_isSelected = false;
        markSubject(characters);
    });
    connect(m_form, &TraceForm::edited, this, &PromptPanel::showReadiness);
    connect(m_pane, &QuestionPane::startAsked, this, &PromptPanel::startTracing);
    connect(m_pane, &QuestionPane::stopAsked, this, &PromptPanel::stopAsked);
    connect(&m_selection, &Selection::modelChanged, this, &PromptPanel::showModel);
    connect(&trace, &ShownTrace::opened, this, [this, &trace] {
        // The trace that was asked for here comes back while the person may already write the next prompt.
        const bool asked = !trace.isEmpty() && trace.run().settings == std::exchange(m_asked, {});
        if (!trace.isEmpty() && !asked)
            setSettings(trace.run().settings);
    });
    TraceSettings first;
    first.targets = QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
    setSettings(first);
    showModel(m_selection.model());
}

void PromptPanel::buildPrompt(QVBoxLayout &layout)
{
    m_modelLabel->setObjectName(QStringLiteral("modelLabel"));
    m_modelLabel->setTextFormat(Qt::PlainText);
    m_modelLabel->setWordWrap(true);
    m_modelLabel->setForegroundRole(QPalette::PlaceholderText);
    auto *model = new QHBoxLayout;
    model->addWidget(m_modelLabel, 1);
    model->addWidget(m_badge, 0, Qt::AlignTop);
    layout.addLayout(model);
    auto *title = new QLabel(tr("&Prompt"), this);
    title->setBuddy(m_prompt);
    layout.addWidget(title);
    m_prompt->setObjectName(QStringLiteral("promptEdit"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(3 * fontMetrics().lineSpacing() + 12);
    layout.addWidget(m_prompt);
    m_tokens->setObjectName(QStringLiteral("tokenStrip"));
    layout.addWidget(m_tokens);
    m_subject->setObjectName(QStringLiteral("subjectLabel"));
    m_subject->setWordWrap(true);
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->setForegroundRole(QPalette::PlaceholderText);
    layout.addWidget(m_subject);
    layout.addSpacing(4);
}

TraceSettings PromptPanel::settings() const
{
    TraceSettings settings = m_settings;
    settings.model = m_model.folder;
    settings.prompt = m_prompt->toPlainText();
    m_form->apply(settings);
    return settings;
}

void PromptPanel::setPrompt(const QString &prompt, const QString &subject, const QStringList &targets)
{
    TraceSettings asked = settings();
    asked.prompt = prompt;
    asked.subject = subject;
    asked.occurrence = 1;
    asked.targets = targets;
    setSettings(asked);
}

void PromptPanel::setSettings(const TraceSettings &settings)
{
    m_settings = settings;
    if (m_prompt->toPlainText() != settings.prompt)
        m_prompt->setPlainText(settings.prompt);
    m_form->setSettings(settings);
    readPrompt();
}

void PromptPanel::setTracing(bool tracing)
{
    m_tracing = tracing;
    showReadiness();
}

void PromptPanel::startTracing()
{
    readPrompt();
    if (!m_pane->canStart())
        return;
    m_asked = settings();
    Q_EMIT traceAsked(m_asked);
}

void PromptPanel::showModel(const LoadedModel &model)
{
    m_model = factsOf(model);
    m_form->setLayers(m_model.layers);
    if (m_model.tokenizer)
        m_modelLabel->setText(
            tr("%1 · %2 layers · %3 parameters · %4 on %5")
                .arg(m_model.name)
                .arg(m_model.layers)
                .arg(formatCount(static_cast<double>(m_model.parameters)), m_model.dtype, m_model.device) +
            QLatin1Char('\n') + memoryText(memoryFacts(model)));
    else
        m_modelLabel->setText(tr("No model is open."));
    m_modelLabel->setToolTip(QDir::toNativeSeparators(m_model.folder));
    m_prompt->setPlaceholderText(m_model.mask.isEmpty() ? tr("The nurse said that")
                                                        : tr("The nurse said that %1 was tired").arg(m_model.mask));
    readPrompt();
}

void PromptPanel::readPrompt()
{
    m_pause.stop();
    const QString text = m_prompt->toPlainText();
    m_selection.setPrompt(text);
    Result<Encoding> tokens = Encoding();
    if (m_model.tokenizer && !text.isEmpty())
        tokens = attempt([&] { return promptTokens(*m_model.tokenizer, text, m_model.masked); });
    m_maskProblem.clear();
    if (m_model.masked && tokens && !text.isEmpty()) {
        const auto mask = attempt([&] { return maskPosition(*m_model.tokenizer, *tokens); });
        m_maskProblem = mask ? QString() : describe(mask.error());
    }
    m_tokens->setEmptyText(!m_model.tokenizer ? tr("Open a model to see the tokens.")
                           : !tokens          ? describe(tokens.error())
                                              : tr("Type a prompt to see its tokens."));
    m_tokens->setTokens(text, tokens.value_or(Encoding()));
    findMarked();
}

void PromptPanel::findMarked()
{
    const QString text = m_prompt->toPlainText();
    Span span;
    if (!m_settings.subject.isEmpty())
        span = attempt([&] { return findSubject(text, m_settings.subject, m_settings.occurrence); }).value_or(Span());
    m_tokens->setSubject(span);
    if (span.end > span.begin)
        m_subject->setText(tr("Subject: “%1”").arg(m_settings.subject));
    else
        m_subject->setText(
            tr("Mark the subject: select the occupation above, or click its tokens or drag over them here."));
    showReadiness();
}

void PromptPanel::markSubject(Span characters)
{
    const QString text = m_prompt->toPlainText();
    const auto occurrence = attempt([&] { return subjectOccurrence(text, characters); });
    if (!occurrence)
        return;
    m_settings.subject = spanText(text, characters);
    m_settings.occurrence = *occurrence;
    findMarked();
}

/// What is selected in the prompt is the subject as long as none was marked otherwise: who edits a prompt selects, too.
void PromptPanel::markSelected()
{
    const QTextCursor cursor = m_prompt->textCursor();
    if (cursor.hasSelection() && m_pause.isActive())
        readPrompt(); // else the tokens are still those of an earlier text
    const bool isMarked = m_tokens->subject().end > m_tokens->subject().begin;
    if (!cursor.hasSelection() || m_tokens->tokenCount() == 0 || (isMarked && !m_isSelected)) {
        m_isSelected = false;
        return;
    }
    m_isSelected = true;
    const QString text = m_prompt->toPlainText();
    const auto codePoints = [&text](int end) { return static_cast<int>(QStringView(text).left(end).toUcs4().size()); };
    const Span span = m_tokens->trimmed({codePoints(cursor.selectionStart()), codePoints(cursor.selectionEnd())});
    if (span.end > span.begin)
        markSubject(span);
}

void PromptPanel::showReadiness()
{
    const auto checked = attempt([this] { settings().check(); });
    const bool marked = m_tokens->subject().end > m_tokens->subject().begin;
    QString why;
    if (!m_model.tokenizer)
        why = tr("Open a model first.");
    else if (m_prompt->toPlainText().isEmpty())
        why = tr("Type a prompt first.");
    else if (!m_maskProblem.isEmpty())
        why = m_maskProblem;
    else if (!marked)
        why = tr("Mark the subject first.");
    else if (!checked)
        why = describe(checked.error());
    m_pane->setReadiness(why, m_tracing, tr("Trace this prompt (F5)"));
}

} // namespace cw
