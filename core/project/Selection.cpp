// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Selection.h"

namespace cw {

bool operator==(const CellChoice &a, const CellChoice &b)
{
    return a.kind == b.kind && a.token == b.token && a.layer == b.layer;
}

Selection::Selection(QObject *parent) : QObject(parent) {}

void Selection::setModel(const LoadedModel &base)
{
    if (base.checkpoint == m_base.checkpoint && base.model == m_base.model)
        return;
    m_base = base;
    m_model = base;
    m_baseHash.clear();
    Q_EMIT modelChanged(m_base);
    Q_EMIT edited(m_model);
}

void Selection::setEdited(const LoadedModel &model, const QString &baseHash)
{
    if (model.checkpoint != m_base.checkpoint)
        return;
    if (baseHash == m_baseHash && model.model == m_model.model && model.stack == m_model.stack)
        return;
    m_baseHash = baseHash;
    m_model = model;
    Q_EMIT edited(m_model);
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
