// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"
#include "core/jobs/LoadedModel.h"

#include <QObject>
#include <QString>

namespace cw {

/// A cell of a map; token or layer below 0: none.
struct CellChoice {
    TraceKind kind = TraceKind::State;
    int token = -1;
    int layer = -1;
};

bool operator==(const CellChoice &a, const CellChoice &b);

/// What the person looks at now. Panels read and set it; they never call one another.
class Selection : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    /// The checkpoint that is open, as it is stored.
    const LoadedModel &base() const { return m_base; }
    /// The model that is worked with: the checkpoint with the project's edits on it.
    const LoadedModel &model() const { return m_model; }
    /// Of the checkpoint, once an edit has asked for it; empty before.
    const QString &baseHash() const { return m_baseHash; }
    const QString &prompt() const { return m_prompt; }
    const CellChoice &cell() const { return m_cell; }
    /// Number of the run in the project, 0 without one.
    std::int64_t run() const { return m_run; }

    /// Opens another checkpoint, without edits at first.
    void setModel(const LoadedModel &base);
    /// The open checkpoint with other edits on it. Of one that is no longer open it is passed over.
    void setEdited(const LoadedModel &model, const QString &baseHash);
    void setPrompt(const QString &prompt);
    void setCell(const CellChoice &cell);
    void setRun(std::int64_t run);
    /// Nothing is selected any more: another project is open.
    void clear();

Q_SIGNALS:
    /// Another checkpoint is open, or none.
    void modelChanged(const cw::LoadedModel &base);
    /// model() has changed, be it with the checkpoint or with the edits.
    void edited(const cw::LoadedModel &model);
    void promptChanged(const QString &prompt);
    void cellChanged(const cw::CellChoice &cell);
    void runChanged(std::int64_t run);

private:
    LoadedModel m_base;
    LoadedModel m_model;
    QString m_baseHash;
    QString m_prompt;
    CellChoice m_cell;
    std::int64_t m_run = 0;
};

} // namespace cw
