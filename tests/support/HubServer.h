// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Worker.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QVector>
#include <memory>
#include <mutex>

class QTcpSocket;

namespace cw::test {

/// A hub on the loopback, on a thread of its own: one model, and whatever can go wrong with it.
class HubServer {
public:
    /// A request as it came; header names in lower case.
    struct Seen {
        QByteArray path;
        QMap<QByteArray, QByteArray> headers;
    };
    /// What the server does otherwise than well.
    struct Faults {
        QMap<QString, int> status; ///< of HTTP, by file; "" for the listing
        QByteArray errorCode;      ///< X-Error-Code beside such a status
        QString cutFile;           ///< the connection is cut in this file
        qint64 cutAfter = 0;       ///< bytes that it sends before that
        int cuts = 0;              ///< how often
        QString slowFile;          ///< this file comes in pieces of slowBytes, one every 20 ms
        qint64 slowBytes = 1024;
        bool isChunked = false; ///< no Content-Length
        bool ignoresRange = false;
        QByteArray token;                  ///< without it everything is 401
        QString redirect;                  ///< base address of another server that has the content
        QString loop;                      ///< this file is sent on to itself
        QMap<QString, QByteArray> content; ///< sent instead of what is listed
        QByteArray listing;                ///< sent instead of the list
        QMap<QString, QByteArray> hubEtag; ///< sent instead of the right one
    };

    HubServer();
    ~HubServer();

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    /// Large files are listed with their SHA-256, others with their git blob.
    void add(const QString &name, const QByteArray &content, bool isLarge = false);
    /// All files of a folder; safetensors as large ones.
    void addFolder(const QString &folder);
    void clear();
    void set(const Faults &faults);
    QByteArray content(const QString &name) const;
    QJsonObject listing() const;
    QVector<Seen> seen() const;
    /// How often a file was asked for.
    int asked(const QString &name) const;
    void forget(); ///< what was asked

    static QString repository() { return QStringLiteral("someone/tiny-model"); }
    static QString commit() { return QString(40, QLatin1Char('c')); }

private:
    struct File {
        QByteArray content;
        bool isLarge = false;
    };

    void accept(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const Seen &request);
    void sendListing(QTcpSocket &socket);
    void sendFile(QTcpSocket &socket, const QString &name, const Seen &request);
    QByteArray checksum(const QString &name) const;

    mutable std::mutex m_mutex; ///< guards what follows
    QMap<QString, File> m_files;
    Faults m_faults;
    QVector<Seen> m_seen;

    quint16 m_port = 0;
    std::unique_ptr<QObject> m_server; ///< lives on the worker
    Worker m_worker{QStringLiteral("hub server")};
};

} // namespace cw::test
