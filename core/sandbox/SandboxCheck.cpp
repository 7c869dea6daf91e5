// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/SandboxCheck.h"

#include "core/engine/Error.h"
#include "core/sandbox/SandboxProbes.h"

#include <QDir>
#include <QTemporaryFile>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cw {
namespace {

/// Somebody who listens on the loopback, so that a connection that fails is one that was held back.
class Listener {
public:
    Listener() : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        auto *address = reinterpret_cast<sockaddr *>(&m_address);
        if (bind(m_socket, address, size) != 0 || listen(m_socket, 1) != 0 ||
            getsockname(m_socket, address, &size) != 0)
            m_address.sin_port = htons(9);
    }
    ~Listener()
    {
        if (m_socket >= 0)
            close(m_socket);
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    int port() const { return ntohs(m_address.sin_port); }

private:
    int m_socket;
    sockaddr_in m_address{};
};

[[noreturn]] void refuse(const char *breach, const SandboxResult &result)
{
    QByteArray said = result.message.trimmed();
    said = said.mid(said.lastIndexOf('\n') + 1).left(200);
    if (said.isEmpty())
        said = "exit code " + QByteArray::number(result.exitCode);
    throw Error(Error::Kind::Unsupported, breach, {said.toStdString()});
}

/// The namespace is killed at the limit, with what the program has started.
void checkTime(SandboxLimits limits, Monitor &monitor)
{
    limits.seconds = 1;
    const SandboxResult result = Sandbox(limits).run("import os\nos.fork()\nwhile True:\n    pass\n", monitor);
    if (result.end != SandboxResult::End::TimedOut)
        refuse(QT_TRANSLATE_NOOP("Error", "A program in the sandbox can run longer than it may here, so that none is "
                                          "run: %1"),
               result);
}

} // namespace

void checkSandbox(const Sandbox &sandbox, Monitor &monitor)
{
    sandbox.require();
    const Listener listener;
    QTemporaryFile file;
    if (!file.open() || !file.setPermissions(file.permissions() | QFileDevice::ReadOther))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {file.fileTemplate().toStdString(), file.errorString().toStdString()});
    const SandboxOutside outside{listener.port(), file.fileName(), QDir::homePath()};
    for (const SandboxProbe &probe : sandboxProbes(sandbox.limits(), outside)) {
        const SandboxResult result = sandbox.run(probe.program, monitor);
        if (result.end != SandboxResult::End::Passed)
            refuse(probe.breach, result);
    }
    checkTime(sandbox.limits(), monitor);
}

} // namespace cw
