// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"

#include <QObject>
#include <functional>
#include <memory>

namespace cw {

struct EditRecord;
class EditStack;
class EditingJob;
class Error;
class JobQueue;
struct PackedEdit;
struct LoadedModel;
struct MadeEdit;
class Project;
class Selection;
class Settings;

/// Makes edits of the model that is worked with and lays them on the stack.
class EditMaker final : public QObject {
    Q_OBJECT
public:
    EditMaker(const Project &project, EditStack &stack, Selection &selection, JobQueue &jobs, const Settings &settings,
              QObject *parent = nullptr);

    /// Of what is ticked.
    void make(const EditSettings &settings);
    /// By any method; the job works on the model that is worked with.
    void start(std::unique_ptr<EditingJob> job);
    /// Makes an edit anew on what lies below it now.
    void recompute(const QString &id);
    /// Draws the placebos of an edit by its recipe, of a kind that its settings know, and keeps them with it.
    void drawPlacebos(const QString &id, const QString &kind);

Q_SIGNALS:
    void makingChanged(bool making);
    /// The edit is about to lie on the stack.
    void adding();
    /// The edit lies on the stack; what it did, as a sentence.
    void made(const QString &id, const QString &sentence);
    /// The same as it was made; before made().
    void laid(const QString &id, const cw::MadeEdit &edit);
    /// It is laid, but not what was asked for.
    void warned(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void run(std::unique_ptr<EditingJob> job, const QString &replaced);
    void take(const PackedEdit &packed, const QString &replaced, int file);
    /// Throws Error of kind Input where the edit's model or the file it was ordered in is no longer open.
    void requireOpen(const MadeEdit &edit, int file) const;
    using Then = std::function<void(const QString &id, const LoadedModel &below)>;
    /// Goes on with the model as it is below an edit.
    void withWhatLiesBelow(const QString &id, const Then &then);
    void makeAgain(const QString &id, const LoadedModel &below);
    void compare(const QString &id, const LoadedModel &below, const QString &kind);
    void keepPlacebos(const EditRecord &edit, const MadeEdit &again);
    /// By an edit's recipe, with other settings. Throws Error where it has none.
    std::unique_ptr<EditingJob> jobOf(const EditRecord &edit, const LoadedModel &below, const QJsonObject &more) const;
    /// Throws Error of kind Input where what lies below the edit is not what it was made on.
    void requireFresh(const EditRecord &edit) const;

    const Project &m_project;
    EditStack &m_stack;
    Selection &m_selection;
    JobQueue &m_jobs;
    const Settings &m_settings;
};

} // namespace cw
