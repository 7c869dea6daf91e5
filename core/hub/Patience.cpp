// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/Patience.h"

#include "core/hub/HubConnection.h"

#include <QDeadlineTimer>
#include <QThread>

namespace cw {

void Patience::succeed()
{
    m_failed = 0;
    m_wasReached = true;
}

bool Patience::waitsFor(const HubAnswer &answer, const std::function<void()> &look)
{
    if (!answer.mayPass() || (answer.status == 0 && !m_wasReached) || ++m_failed >= m_limits.attempts)
        return false;
    QDeadlineTimer wait(qint64{m_limits.firstWait} << (m_failed - 1));
    while (!wait.hasExpired()) {
        look();
        QThread::msleep(20);
    }
    return true;
}

} // namespace cw
