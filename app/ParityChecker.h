// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"
#include "core/project/ParityRecords.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace cw {

class Error;
class JobQueue;
class ParityJob;
class Selection;

/// Sees to it that a device or a type is not believed before it was compared: when a model is open on another device or
/// in another type than the CPU and fp32, a short text is read on both, once. A person can compare with stored logits.
class ParityChecker final : public QObject {
    Q_OBJECT
public:
    /// records: the file that keeps what was found.
    ParityChecker(Selection &selection, JobQueue &jobs, const QString &records, QWidget &window);

    void askForReference();

Q_SIGNALS:
    /// Nothing is known of the model that is open now, or of none.
    void cleared();
    void checking();
    void found(const cw::ParityReport &report);
    /// What was computed is wrong: a sentence that says what to do.
    void warned(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void showModel(const LoadedModel &model);
    void start(const QString &reference);
    void take(const ParityReport &report);

    Selection &m_selection;
    JobQueue &m_jobs;
    ParityRecords m_records;
    QWidget &m_window;
    QPointer<ParityJob> m_job;
};

} // namespace cw
