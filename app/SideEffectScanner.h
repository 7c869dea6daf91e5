// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

namespace cw {

struct Edit;
struct EditRecord;
class EditStack;
class Error;
class JobQueue;
struct LoadedModel;
struct MadeEdit;
class Selection;

/// Looks for the side effects of every edit that comes onto the stack, and keeps them with it.
class SideEffectScanner final : public QObject {
    Q_OBJECT
public:
    SideEffectScanner(EditStack &stack, const Selection &selection, JobQueue &jobs, QObject *parent = nullptr);

    /// An edit of the stack as it was made: without it there are the edits that lay below it then.
    void scan(const QString &id, const MadeEdit &made);
    /// One that lies there already, on what lies below it now.
    void scanAgain(const QString &id);
    /// One that no job has made: counts its changes, too.
    void scanMerged(const QString &id);

Q_SIGNALS:
    void failed(const cw::Error &error);

private:
    using Then =
        std::function<void(const EditRecord &, const LoadedModel &below, const std::shared_ptr<const Edit> &content)>;

    /// Says so where what lies below an edit cannot be made.
    void withWhatLiesBelow(const QString &id, const Then &then);
    void count(const EditRecord &edit, const LoadedModel &below, const std::shared_ptr<const Edit> &content);
    void start(const EditRecord &edit, const LoadedModel &below, const std::shared_ptr<const Edit> &content);

    EditStack &m_stack;
    const Selection &m_selection;
    JobQueue &m_jobs;
};

} // namespace cw
