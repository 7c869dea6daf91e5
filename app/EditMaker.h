// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/WeightPart.h"

#include <QObject>
#include <QPointer>

namespace cw {

class EditStack;
class Error;
class Job;
class JobQueue;
struct LoadedModel;
struct MadeEdit;
class Selection;

/// Makes edits of the model that is worked with and lays them on the stack; measures what the weight browser shows.
class EditMaker final : public QObject {
    Q_OBJECT
public:
    EditMaker(EditStack &stack, Selection &selection, JobQueue &jobs, QObject *parent = nullptr);

    void make(const EditSettings &settings);

Q_SIGNALS:
    void makingChanged(bool making);
    /// The edit lies on the stack; what it did, as a sentence.
    void made(const QString &id, const QString &sentence);
    /// It changes no weight: every change is lost in the rounding to the stored type.
    void changedNothing(const QString &sentence);
    void normsMeasured(const cw::PartNorms &norms);
    void failed(const cw::Error &error);

private:
    void take(const MadeEdit &edit);
    void measureNorms(const LoadedModel &base);

    EditStack &m_stack;
    Selection &m_selection;
    JobQueue &m_jobs;
    QPointer<Job> m_norms;
};

} // namespace cw
