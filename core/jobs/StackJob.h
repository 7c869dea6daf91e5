// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EnabledEdit.h"
#include "core/jobs/Job.h"
#include "core/jobs/MadeEdit.h"

namespace cw {

/// What a stack does to a checkpoint as one edit, with ledger and hash: what an export says of it.
class StackJob : public Job {
    Q_OBJECT

public:
    /// recipe and facts: of the edits together.
    StackJob(const LoadedModel &base, const QVector<EnabledEdit> &edits, const QJsonObject &recipe,
             const QJsonObject &facts);

Q_SIGNALS:
    /// Once, at the end; emitted on the thread that works.
    void made(const cw::MadeEdit &edit);

private:
    void work(Monitor &monitor) override;

    const LoadedModel m_base;
    const QVector<EnabledEdit> m_edits;
    const QJsonObject m_recipe;
    const QJsonObject m_facts;
};

} // namespace cw
