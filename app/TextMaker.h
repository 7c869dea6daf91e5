// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ComparedModel.h"
#include "widgets/models/ShownTexts.h"

#include <QObject>
#include <QPointer>

namespace cw {

class Error;
class GenerateJob;
class JobQueue;
class Project;
class Selection;

/// Lets the open model, and the one it is compared with, write texts; keeps them in the project and shows them. A text
/// that is chosen among the runs comes back.
class TextMaker final : public QObject {
    Q_OBJECT
public:
    TextMaker(Project &project, Selection &selection, ShownTexts &shown, JobQueue &jobs, QObject *parent = nullptr);

    void start(const GenerateSettings &settings);
    void stop();
    /// Another project is open: what runs is stopped, and nothing of it is shown.
    void leave();
    /// The model that goes on with the same prompts as the open one; an empty folder: none.
    void compareWith(const QString &folder);
    bool isWriting() const { return m_running > 0; }

Q_SIGNALS:
    void writingChanged(bool writing);
    /// A text is shown that was written earlier.
    void broughtBack(const cw::GenerateSettings &settings);
    /// It was written by a model which is not the open one.
    void modelWanted(const QString &folder);
    void failed(const cw::Error &error);

private:
    void add(ShownTexts::Side side, const GenerateSettings &settings, const LoadedModel &model);
    void end(ShownTexts::Side side, bool isShown);
    void giveUp();
    QPointer<GenerateJob> &writing(ShownTexts::Side side);
    void showModel(const LoadedModel &model);
    void showAfter();
    void showRun(std::int64_t id);

    Project &m_project;
    Selection &m_selection;
    ShownTexts &m_shown;
    JobQueue &m_jobs;
    ComparedModel m_after;
    std::array<QPointer<GenerateJob>, 2> m_writing; ///< whose texts are shown, by side
    int m_running = 0;
};

} // namespace cw
