// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <functional>

namespace cw {

/// A thread with a queue: runs posted tasks in order, and all of them before it goes away. Tasks must not throw.
class Worker {
public:
    explicit Worker(const QString &name);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// From any thread.
    void post(std::function<void()> task);
    /// Runs task after everything posted before and returns when it has run. Not from the worker's own thread.
    void wait(const std::function<void()> &task = [] {});
    /// Runs what is posted, then ends the thread; posting after it does nothing.
    void stop();

private:
    QThread m_thread;
    QObject m_inbox;
};

} // namespace cw
