// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"

#include <QObject>
#include <memory>

namespace cw {

class EditStack;
class EditingJob;
class Error;
class JobQueue;
struct PackedEdit;
struct LoadedModel;
struct MadeEdit;
class Selection;
class Settings;

/// Makes edits of the model that is worked with and lays them on the stack.
class EditMaker final : public QObject {
    Q_OBJECT
public:
    EditMaker(EditStack &stack, Selection &selection, JobQueue &jobs, const Settings &settings,
              QObject *parent = nullptr);

    /// Of what is ticked.
    void make(const EditSettings &settings);
    /// By any method; the job works on the model that is worked with.
    void start(std::unique_ptr<EditingJob> job);
    /// Makes an edit anew on what lies below it now.
    void recompute(const QString &id);

Q_SIGNALS:
    void makingChanged(bool making);
    /// The edit is about to lie on the stack.
    void adding();
    /// The edit lies on the stack; what it did, as a sentence.
    void made(const QString &id, const QString &sentence);
    /// The same as it was made; before made().
    void laid(const QString &id, const cw::MadeEdit &edit);
    /// It changes no weight: every change is lost in the rounding to the stored type.
    void changedNothing(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void run(std::unique_ptr<EditingJob> job, const QString &replaced);
    void take(const PackedEdit &packed, const QString &replaced);
    void makeAgain(const QString &id, const LoadedModel &below);

    EditStack &m_stack;
    Selection &m_selection;
    JobQueue &m_jobs;
    const Settings &m_settings;
};

} // namespace cw
