// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GenerateSettings.h"
#include "widgets/models/ShownTexts.h"

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace cw {

class ModelChooser;
class QuestionPane;
class Selection;
class Settings;
class TextColumn;
class TextForm;

/// Text that models write: what they go on with and how, and beside it the text of the open model and, where a second
/// model is chosen, that one's text for the same prompt, with the words marked in which they differ.
class TextPanel final : public QWidget {
    Q_OBJECT
public:
    TextPanel(ShownTexts &texts, Selection &selection, const Settings &settings, QWidget *parent = nullptr);

    /// What the fields say now.
    GenerateSettings settings() const;
    void setSettings(const GenerateSettings &settings);
    /// While a text is written it can be stopped and none can be started.
    void setWriting(bool writing);
    void startWriting();

Q_SIGNALS:
    void writeAsked(const cw::GenerateSettings &settings);
    void stopAsked();
    /// A folder to compare with; empty: none.
    void afterChosen(const QString &folder);
    void copied(const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildQuestion();
    void buildPrompt(QVBoxLayout &layout);
    QWidget *buildAnswer();
    void buildChooser(QVBoxLayout &layout);
    void followPrompt(const QString &prompt);
    void takePrompt();
    void showColumns();
    void showMarks();
    void showReadiness();
    void copyCommand();

    ShownTexts &m_texts;
    Selection &m_selection;
    GenerateSettings m_settings; ///< what has no field here
    bool m_writing = false;
    QString m_followed; ///< the prompt that was taken over last
    QSplitter *m_parts;
    QPlainTextEdit *m_prompt;
    QToolButton *m_take;
    ModelChooser *m_chooser;
    QCheckBox *m_marks;
    TextForm *m_form;
    QuestionPane *m_pane;
    TextColumn *m_before;
    TextColumn *m_after;
};

} // namespace cw
