// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Selection.h"

namespace cw {

bool operator==(const CellChoice &a, const CellChoice &b)
{
    return a.kind == b.kind && a.token == b.token && a.layer == b.layer;
}

Selection::Selection(QObject *parent) : QObject(parent) {}

void Selection::setModel(const LoadedModel &model)
{
    if (model.checkpoint == m_model.checkpoint && model.model == m_model.model)
        return;
    m_model = model;
    Q_EMIT modelChanged(m_model);
}

void Selection::setPrompt(const QString &prompt)
{
    if (prompt == m_prompt)
        return;
    m_prompt = prompt;
    Q_EMIT promptChanged(m_prompt);
}

void Selection::setCell(const CellChoice &cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    Q_EMIT cellChanged(m_cell);
}

void Selection::setRun(std::int64_t run)
{
    if (run == m_run)
        return;
    m_run = run;
    Q_EMIT runChanged(m_run);
}

void Selection::clear()
{
    setCell({});
    setRun(0);
    setPrompt({});
    setModel({});
}

} // namespace cw
