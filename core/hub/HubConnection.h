// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>
#include <functional>
#include <memory>

class QNetworkReply;
class QNetworkRequest;

namespace cw {

/// How a hub ended an answer.
struct HubAnswer {
    int status = 0; ///< of HTTP; 0 when none came
    QUrl address;   ///< after redirects
    qint64 from = 0;
    qint64 length = -1;  ///< of what is sent from there on; -1 when not said
    QByteArray etag;     ///< of whoever sent the content
    QByteArray hubEtag;  ///< of the hub itself: the checksum of the content
    QByteArray hubError; ///< the hub's own word for what is wrong
    QString problem;     ///< why the connection failed or was lost; empty when it did not

    bool isWhole() const { return problem.isEmpty() && status >= 200 && status < 300; }
    /// The same may go well a little later.
    bool mayPass() const;
};

/// Asks a hub for things, on the thread that made it. The token goes to the hub's own host and port only, wherever that
/// redirects to.
class HubConnection {
public:
    /// silence: how many ms without a byte count as a lost connection.
    HubConnection(const QUrl &hub, const QByteArray &token, int silence);
    ~HubConnection();

    struct Request {
        QUrl url;
        qint64 from = 0; ///< the first byte that is wanted
        QByteArray etag; ///< from counts only while the content has this one; empty: whatever it has
    };
    /// Called with each piece of a good answer.
    using Taker = std::function<void(const HubAnswer &head, const QByteArray &bytes)>;
    /// Called at least every 50 ms; throws to stop.
    using Look = std::function<void()>;

    /// Follows redirects and gives what comes to take. Throws what take and look throw, and Error of kind Network where
    /// a redirect leads astray.
    HubAnswer get(const Request &request, const Taker &take, const Look &look);

private:
    QNetworkRequest network(const Request &request, const QUrl &url) const;
    bool isHub(const QUrl &url) const;
    void receive(QNetworkReply &reply, HubAnswer &answer, const Taker &take, const Look &look) const;

    const QUrl m_hub;
    const QByteArray m_token;
    const int m_silence;
    QNetworkAccessManager m_network;
};

} // namespace cw
