// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/HubConnection.h"

#include "core/engine/Error.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>
#include <algorithm>
#include <array>

namespace cw {
namespace {

constexpr int mostRedirects = 10;
constexpr int lookInterval = 50;              // ms
constexpr qint64 pieceSize = qint64{1} << 18; ///< what is read at once: keeps each look soon after the last
constexpr qint64 buffered = qint64{1} << 22;  ///< what may wait for a slow disk

QNetworkProxy proxyFor(const QUrl &hub)
{
    if (hub.host() == QLatin1String("localhost") || QHostAddress(hub.host()).isLoopback())
        return QNetworkProxy::NoProxy;
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(hub)).value(0, QNetworkProxy::NoProxy);
}

int port(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

/// W/"abc" -> abc
QByteArray bare(QByteArray etag)
{
    if (etag.startsWith("W/"))
        etag.remove(0, 2);
    return etag.replace('"', "");
}

void readHead(const QNetworkReply &reply, HubAnswer &answer)
{
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.address = reply.url();
    answer.etag = reply.rawHeader("ETag");
    if (const QByteArray linked = bare(reply.rawHeader("X-Linked-Etag")); !linked.isEmpty())
        answer.hubEtag = linked;
    answer.hubError = reply.rawHeader("X-Error-Code");
    const QByteArray length = reply.rawHeader("Content-Length");
    answer.length = length.isEmpty() ? -1 : length.toLongLong();
    static const QRegularExpression range(QStringLiteral("^bytes ([0-9]{1,18})-"));
    const auto found = range.match(QString::fromLatin1(reply.rawHeader("Content-Range")));
    answer.from = answer.status == 206 && found.hasMatch() ? found.captured(1).toLongLong() : 0;
}

QUrl redirection(const QNetworkReply &reply)
{
    QUrl next = reply.url().resolved(reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    const bool isWeb = next.scheme() == QLatin1String("https") ||
                       (next.scheme() == QLatin1String("http") && reply.url().scheme() == QLatin1String("http"));
    if (!isWeb || next.host().isEmpty())
        throw Error(Error::Kind::Network,
                    QT_TRANSLATE_NOOP("Error", "%1 sends on to %2, which is not safe to follow: nothing was taken from "
                                               "there."),
                    {reply.url().toString(QUrl::RemoveQuery).toStdString(),
                     next.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo).toStdString()});
    return next;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

bool HubAnswer::mayPass() const
{
    constexpr std::array busy{408, 425, 429, 500, 502, 503, 504};
    return std::find(busy.begin(), busy.end(), status) != busy.end() || (!problem.isEmpty() && status < 400);
}

HubConnection::HubConnection(const QUrl &hub, const QByteArray &token, int silence)
    : m_hub(hub), m_token(token), m_silence(silence)
{
    m_network.setProxy(proxyFor(hub));
}

HubConnection::~HubConnection() = default;

bool HubConnection::isHub(const QUrl &url) const
{
    return url.scheme() == m_hub.scheme() && url.host() == m_hub.host() && port(url) == port(m_hub);
}

QNetworkRequest HubConnection::network(const Request &request, const QUrl &url) const
{
    QNetworkRequest network(url);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setRawHeader("User-Agent", "counterweight/" CW_VERSION);
    network.setRawHeader("Accept-Encoding", "identity"); // sizes and ranges are those of the file
    if (!m_token.isEmpty() && isHub(url))
        network.setRawHeader("Authorization", "Bearer " + m_token);
    if (request.from > 0) {
        network.setRawHeader("Range", "bytes=" + QByteArray::number(request.from) + '-');
        if (request.etag.startsWith('"')) // a weak one does not vouch for single bytes
            network.setRawHeader("If-Range", request.etag);
    }
    return network;
}

HubAnswer HubConnection::get(const Request &request, const Taker &take, const Look &look)
{
    HubAnswer answer;
    QUrl url = request.url;
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        const std::unique_ptr<QNetworkReply> reply(m_network.get(network(request, url)));
        reply->setReadBufferSize(buffered);
        receive(*reply, answer, take, look);
        if (!answer.problem.isEmpty() || !isRedirect(answer.status))
            return answer;
        url = redirection(*reply);
    }
    throw Error(
        Error::Kind::Network,
        QT_TRANSLATE_NOOP("Error", "%1 is sent on and on from address to address: the hub is not set up right."),
        {request.url.toString().toStdString()});
}

void HubConnection::receive(QNetworkReply &reply, HubAnswer &answer, const Taker &take, const Look &look) const
{
    QEventLoop loop;
    QTimer wake;
    wake.start(lookInterval);
    QElapsedTimer silence;
    silence.start();
    bool hasHead = false;
    for (;;) {
        const bool isFinished = reply.isFinished();
        if (!hasHead && (isFinished || reply.bytesAvailable() > 0)) {
            readHead(reply, answer);
            hasHead = true;
        }
        const QByteArray bytes = reply.read(pieceSize);
        if (!bytes.isEmpty())
            silence.restart();
        if (answer.status >= 200 && answer.status < 300 && (!bytes.isEmpty() || isFinished))
            take(answer, bytes);
        look();
        if (!bytes.isEmpty())
            continue;
        if (isFinished)
            break;
        if (silence.hasExpired(m_silence)) {
            answer.problem = QCoreApplication::translate("Hub", "nothing comes any more");
            return;
        }
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    if (reply.error() != QNetworkReply::NoError && answer.status < 300)
        answer.problem = reply.errorString();
}

} // namespace cw
