// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Display.h"

#include "app/CommandLine.h"
#include "widgets/views/Picture.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cstring>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace cw {
namespace {

bool connects(int family, const sockaddr *address, socklen_t length)
{
    const int socket = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const bool connected = ::connect(socket, address, length) == 0;
    ::close(socket);
    return connected;
}

/// isAbstract: a name of Linux' own instead of a file.
bool answersAt(const QByteArray &path, bool isAbstract = false)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t first = isAbstract ? 1 : 0;
    const auto size = static_cast<std::size_t>(path.size());
    if (path.isEmpty() || first + size >= sizeof(address.sun_path))
        return false;
    std::memcpy(address.sun_path + first, path.constData(), size);
    return connects(AF_UNIX, reinterpret_cast<const sockaddr *>(&address),
                    static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + first + size));
}

bool answersAt(const QByteArray &host, int port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &found) != 0)
        return false;
    bool answers = false;
    for (const addrinfo *each = found; each && !answers; each = each->ai_next)
        answers = connects(each->ai_family, each->ai_addr, each->ai_addrlen);
    ::freeaddrinfo(found);
    return answers;
}

/// display: ":0", "host:10.0", as X reads it.
bool isXReachable(const QByteArray &display)
{
    const auto colon = display.lastIndexOf(':');
    if (colon < 0)
        return false;
    const QByteArray host = display.left(colon);
    const QByteArray number = display.mid(colon + 1).split('.').first();
    const QByteArray socket = "/tmp/.X11-unix/X" + number;
    if (host.isEmpty() || host == "unix")
        return answersAt(socket) || answersAt(socket, true);
    return answersAt(host, 6000 + number.toInt());
}

bool isWaylandReachable(const QByteArray &name)
{
    if (name.isEmpty())
        return false;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return answersAt(QFile::encodeName(QDir(folder).absoluteFilePath(QFile::decodeName(name))));
}

} // namespace

bool isDisplayReachable()
{
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || isXReachable(qgetenv("DISPLAY")) ||
           isWaylandReachable(qgetenv("WAYLAND_DISPLAY"));
}

Display displayFor(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("demo"))
        return arguments.size() == 1 && isDisplayReachable() ? Display::Window : Display::Pictures;
    if (CommandLine::isMeant(arguments))
        return std::any_of(arguments.begin(), arguments.end(), isPictureName) ? Display::Pictures : Display::None;
    const bool isOpenable = arguments.isEmpty() || (arguments.size() == 1 && QFileInfo::exists(first));
    return isOpenable && isDisplayReachable() ? Display::Window : Display::None;
}

} // namespace cw
