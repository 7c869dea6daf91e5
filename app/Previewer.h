// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/LivePreview.h"
#include "widgets/models/ShownPreview.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <optional>

namespace cw {

struct ActiveEdit;
struct Edit;
class EditStack;
class Selection;
class Settings;

/// Keeps the live scores of the stack, and of what is ticked before it becomes an edit. Nothing is computed while
/// nobody looks.
class Previewer final : public QObject {
    Q_OBJECT
public:
    Previewer(EditStack &stack, const Selection &selection, JobQueue &jobs, Settings &settings,
              QObject *parent = nullptr);

    const ShownPreview &shown() const { return m_shown; }
    /// The probe set, kept for all projects.
    PreviewSettings settings() const;
    void setSettings(const PreviewSettings &settings);
    /// Whether the scores can be seen.
    void setSeen(bool isSeen);
    /// What would become an edit if the person said so now; nothing ticked: none.
    void draft(const std::optional<EditSettings> &settings);
    /// What was drafted is about to lie on the stack: until it does, nothing else is scored.
    void dropDraft();

private:
    void leave();
    void forget();
    void follow();
    void prepare();
    void show();
    void makeDraft();
    void take(const std::shared_ptr<const Edit> &edit);
    std::vector<ActiveEdit> edits() const;

    EditStack &m_stack;
    const Selection &m_selection;
    JobQueue &m_jobs;
    Settings &m_settings;
    LivePreview m_preview;
    ShownPreview m_shown;
    QTimer m_rest; ///< estimates are made anew around a stack that has rested
    QPointer<Job> m_drafting;
    std::optional<EditSettings> m_wanted; ///< that is drafted, or is to be when the job ends
    bool m_isBehind = false;              ///< m_wanted is newer than what is drafted
    std::shared_ptr<const Edit> m_draft;
    StackSnapshot m_last;                    ///< of the stack that was scored last
    std::optional<StackSnapshot> m_prepared; ///< of the stack that estimates are made around
    bool m_isSeen = false;
};

} // namespace cw
