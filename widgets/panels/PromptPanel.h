// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/TraceSettings.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace cw {

class ParityBadge;
class QuestionPane;
class Selection;
class ShownTrace;
class TokenStrip;
class TraceForm;

/// The prompt and how it is traced: its text, its tokens with the marked subject, the settings, Trace and Stop.
class PromptPanel final : public QWidget {
    Q_OBJECT
public:
    PromptPanel(ShownTrace &trace, Selection &selection, QWidget *parent = nullptr);

    /// What the fields say now.
    TraceSettings settings() const;
    void setSettings(const TraceSettings &settings);
    /// Another question; how it is traced stays.
    void setPrompt(const QString &prompt, const QString &subject, const QStringList &targets);
    /// While a trace runs it can be stopped and none can be started.
    void setTracing(bool tracing);
    void startTracing();
    /// Beside the model's name: whether its numbers were checked.
    ParityBadge &badge() const { return *m_badge; }

Q_SIGNALS:
    void traceAsked(const cw::TraceSettings &settings);
    void stopAsked();

private:
    void buildPrompt(QVBoxLayout &layout);
    void showModel(const LoadedModel &model);
    void readPrompt();
    void findMarked();
    void markSelected();
    void markSubject(Span characters);
    void showReadiness();

    Selection &m_selection;
    TraceSettings m_settings;
    TraceSettings m_asked; ///< what the trace was asked for that has not been shown yet
    ModelFacts m_model;
    bool m_isSelected = false; ///< the subject is what is selected in the prompt
    QString m_maskProblem;     ///< what is wrong with the prompt's mask, where the model asks for one
    QTimer m_pause;
    bool m_tracing = false;
    QLabel *m_modelLabel;
    ParityBadge *m_badge;
    QPlainTextEdit *m_prompt;
    TokenStrip *m_tokens;
    QLabel *m_subject;
    TraceForm *m_form;
    QuestionPane *m_pane;
};

} // namespace cw
