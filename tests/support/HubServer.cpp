// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HubServer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>

namespace cw::test {
namespace {

void send(QTcpSocket &socket, int status, const QByteArray &headers, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n" + headers + "\r\n" + body);
}

QByteArray lengthOf(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
}

HubServer::Seen parsed(const QByteArray &text)
{
    HubServer::Seen request;
    const QList<QByteArray> lines = text.split('\n');
    request.path = lines.value(0).split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    return request;
}

/// Sends a body piece by piece, so that somebody can break in.
void sendSlowly(QTcpSocket &socket, const QByteArray &body, qint64 piece)
{
    auto *timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, timer, body, piece, sent = qint64{0}]() mutable {
        socket.write(body.mid(sent, piece));
        sent += piece;
        if (sent >= body.size())
            timer->stop();
    });
    timer->start(20);
}

QByteArray chunks(const QByteArray &body)
{
    QByteArray text;
    constexpr qsizetype piece = 1000;
    for (qsizetype at = 0; at < body.size(); at += piece) {
        const QByteArray part = body.mid(at, piece);
        text += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return text + "0\r\n\r\n";
}

} // namespace

HubServer::HubServer()
{
    m_worker.wait([this] {
        auto server = std::make_unique<QTcpServer>();
        server->listen(QHostAddress::LocalHost);
        m_port = server->serverPort();
        QObject::connect(server.get(), &QTcpServer::newConnection, server.get(), [this, own = server.get()] {
            while (QTcpSocket *socket = own->nextPendingConnection())
                accept(*socket);
        });
        m_server = std::move(server);
    });
}

HubServer::~HubServer()
{
    m_worker.wait([this] { m_server.reset(); });
}

void HubServer::add(const QString &name, const QByteArray &content, bool isLarge)
{
    const std::lock_guard lock(m_mutex);
    m_files[name] = {content, isLarge};
}

void HubServer::addFolder(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            add(name, file.readAll(), name.endsWith(QLatin1String(".safetensors")));
    }
}

void HubServer::clear()
{
    const std::lock_guard lock(m_mutex);
    m_files.clear();
}

void HubServer::set(const Faults &faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

QByteArray HubServer::content(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_files[name].content;
}

QByteArray HubServer::checksum(const QString &name) const
{
    const File file = m_files[name];
    if (file.isLarge)
        return QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex();
    const QByteArray blob = "blob " + QByteArray::number(file.content.size()) + '\0' + file.content;
    return QCryptographicHash::hash(blob, QCryptographicHash::Sha1).toHex();
}

QJsonObject HubServer::listing() const
{
    const std::lock_guard lock(m_mutex);
    QJsonArray siblings;
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        const qint64 size = file->content.size();
        QJsonObject entry{{QStringLiteral("rfilename"), file.key()}, {QStringLiteral("size"), size}};
        if (file->isLarge)
            entry[QStringLiteral("lfs")] = QJsonObject{{QStringLiteral("size"), size},
                                                       {QStringLiteral("sha256"), QLatin1String(checksum(file.key()))}};
        entry[QStringLiteral("blobId")] =
            file->isLarge ? QString(40, QLatin1Char('b')) : QString::fromLatin1(checksum(file.key()));
        siblings.append(entry);
    }
    return {{QStringLiteral("id"), repository()},
            {QStringLiteral("sha"), commit()},
            {QStringLiteral("siblings"), siblings}};
}

QVector<HubServer::Seen> HubServer::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

int HubServer::asked(const QString &name) const
{
    const QVector<Seen> requests = seen();
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&name](const Seen &request) {
        return request.path.endsWith(QByteArray('/' + name.toUtf8()));
    }));
}

void HubServer::forget()
{
    const std::lock_guard lock(m_mutex);
    m_seen.clear();
}

void HubServer::accept(QTcpSocket &socket)
{
    auto text = std::make_shared<QByteArray>();
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, &QObject::deleteLater);
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this, &socket, text] {
        *text += socket.readAll();
        const auto end = text->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const Seen request = parsed(text->left(end));
        text->remove(0, end + 4);
        {
            const std::lock_guard lock(m_mutex);
            m_seen.append(request);
        }
        answer(socket, request);
    });
}

void HubServer::answer(QTcpSocket &socket, const Seen &request)
{
    const QByteArray api = "/api/models/" + repository().toLatin1() + "/revision/";
    const QByteArray resolve = "/" + repository().toLatin1() + "/resolve/" + commit().toLatin1() + '/';
    const bool isListing = request.path.startsWith(api);
    const bool isKnown = isListing || request.path.startsWith(resolve);
    const QString name =
        isListing ? QString() : QString::fromUtf8(QByteArray::fromPercentEncoding(request.path.mid(resolve.size())));
    Faults faults;
    {
        const std::lock_guard lock(m_mutex);
        faults = m_faults;
    }
    int status = isKnown ? faults.status.value(name, 200) : 404;
    if (!faults.token.isEmpty() && request.headers["authorization"] != "Bearer " + faults.token)
        status = 401;
    if (status != 200) {
        const QByteArray code = "X-Error-Code: " + faults.errorCode + "\r\n";
        return send(socket, status, code + lengthOf("No."), "No.");
    }
    if (isListing)
        sendListing(socket);
    else
        sendFile(socket, name, request);
}

void HubServer::sendListing(QTcpSocket &socket)
{
    QByteArray text = QJsonDocument(listing()).toJson();
    {
        const std::lock_guard lock(m_mutex);
        if (!m_faults.listing.isEmpty())
            text = m_faults.listing;
    }
    send(socket, 200, lengthOf(text), text);
}

void HubServer::sendFile(QTcpSocket &socket, const QString &name, const Seen &request)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray sum = checksum(name);
    QByteArray headers = "X-Linked-Etag: \"" + m_faults.hubEtag.value(name, sum) + "\"\r\n";
    if (!m_faults.redirect.isEmpty() || m_faults.loop == name) {
        const QByteArray to = m_faults.loop == name ? request.path : m_faults.redirect.toLatin1() + request.path;
        return send(socket, 302, headers + "Location: " + to + "\r\n" + lengthOf({}), {});
    }
    const QByteArray whole = m_faults.content.value(name, m_files[name].content);
    QByteArray body = whole;
    int status = 200;
    headers += "ETag: \"" + sum + "\"\r\n";
    const QByteArray range = request.headers["range"];
    const QByteArray condition = request.headers.value("if-range", '"' + sum + '"');
    if (!range.isEmpty() && !m_faults.ignoresRange && condition == '"' + sum + '"') {
        const qint64 from = range.mid(QByteArray("bytes=").size()).split('-').value(0).toLongLong();
        body = whole.mid(from);
        status = from < whole.size() ? 206 : 416;
        headers += "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(whole.size() - 1) +
                   '/' + QByteArray::number(whole.size()) + "\r\n";
    }
    headers += m_faults.isChunked ? QByteArray("Transfer-Encoding: chunked\r\n") : lengthOf(body);
    if (m_faults.cuts > 0 && m_faults.cutFile == name) {
        --m_faults.cuts;
        send(socket, status, headers, body.left(m_faults.cutAfter));
        return socket.disconnectFromHost();
    }
    if (m_faults.slowFile == name) {
        send(socket, status, headers, {});
        return sendSlowly(socket, body, m_faults.slowBytes);
    }
    send(socket, status, headers, m_faults.isChunked ? chunks(body) : body);
}

} // namespace cw::test
