// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QObject>
#include <QPointer>

namespace cw {

class Error;
class Job;
class JobQueue;
class Selection;

/// The model that the open checkpoint is compared with: the one that a person chose from a folder, else the open one
/// with the project's edits on it. Without either there is none.
class ComparedModel final : public QObject {
    Q_OBJECT
public:
    ComparedModel(JobQueue &jobs, const Selection &selection, QObject *parent = nullptr);

    /// Leaves the chosen model and opens the one in a folder; an empty folder: none is chosen.
    void open(const QString &folder);
    bool isOpen() const { return model().checkpoint != nullptr; }
    const LoadedModel &model() const;
    /// What people call it; empty where there is none.
    QString name() const;

Q_SIGNALS:
    /// It is another model, or none.
    void changed();
    void failed(const cw::Error &error);

private:
    void follow();

    JobQueue &m_jobs;
    const Selection &m_selection;
    LoadedModel m_chosen;
    QPointer<Job> m_loading;
};

/// "demo-model", or "demo-model with 2 edits".
QString nameOf(const QString &model, const StackSnapshot &stack);

} // namespace cw
