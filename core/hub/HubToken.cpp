// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/HubToken.h"

#include "core/engine/Error.h"

#include <QHostAddress>
#include <QUrl>
#include <algorithm>

namespace cw {
namespace {

constexpr const char *variable = "HF_TOKEN";

QByteArray stored()
{
    return qgetenv(variable).trimmed();
}

bool staysOnThisMachine(const QUrl &hub)
{
    return hub.host() == QLatin1String("localhost") || QHostAddress(hub.host()).isLoopback();
}

} // namespace

bool hasHubToken()
{
    return !stored().isEmpty();
}

QByteArray hubToken(const QUrl &hub)
{
    QByteArray token = stored();
    // Anything else could carry a line of its own into the request.
    if (!std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; }))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "HF_TOKEN holds characters that no token has: set it again."));
    if (!token.isEmpty() && hub.scheme() != QLatin1String("https") && !staysOnThisMachine(hub))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The token in HF_TOKEN is not sent to %1, as the way there is not "
                                               "encrypted: use an https address, or unset HF_TOKEN."),
                    {hub.toString().toStdString()});
    return token;
}

} // namespace cw
