// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ShownTrace.h"

namespace cw {

ShownTrace::ShownTrace(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(50);
    connect(&m_pause, &QTimer::timeout, this, &ShownTrace::touch);
}

void ShownTrace::show(const TraceProgress &trace)
{
    m_trace = trace;
    m_effects.reset();
    Q_EMIT opened();
    touch();
}

void ShownTrace::grow(const TraceBlock &block)
{
    if (!m_trace)
        return;
    m_trace->result.insert(block);
    if (!m_pause.isActive())
        m_pause.start();
}

void ShownTrace::clear()
{
    if (!m_trace)
        return;
    m_trace.reset();
    m_effects.reset();
    Q_EMIT opened();
    touch();
}

const std::vector<EffectMap> &ShownTrace::effects() const
{
    if (!m_effects) {
        m_effects.emplace();
        for (std::size_t kind = 0; kind < m_trace->result.kinds.size(); ++kind)
            m_effects->push_back(cw::effects(m_trace->result, static_cast<int>(kind), m_choice.quantity));
    }
    return *m_effects;
}

void ShownTrace::setChoice(const DrawingChoice &choice)
{
    m_choice = choice;
    touch();
}

void ShownTrace::touch()
{
    m_effects.reset();
    m_pause.stop();
    Q_EMIT changed();
}

} // namespace cw
