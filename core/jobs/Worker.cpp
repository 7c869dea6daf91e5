// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Worker.h"

namespace cw {

Worker::Worker(const QString &name)
{
    m_thread.setObjectName(name);
    m_inbox.moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    stop();
}

void Worker::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(&m_inbox, std::move(task), Qt::QueuedConnection);
}

void Worker::wait(const std::function<void()> &task)
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(&m_inbox, task, Qt::BlockingQueuedConnection);
}

void Worker::stop()
{
    if (!m_thread.isRunning())
        return;
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

} // namespace cw
