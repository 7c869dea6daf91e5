// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

struct sqlite3;

namespace cw {

/// One connection to a SQLite file with a name of its own, hardened against what a hostile file can hold. Belongs to
/// the thread that made it.
class Connection {
public:
    /// Write creates the file where there is none.
    enum class Mode { Write, Read };

    /// Throws Error of kind Storage naming the file when it cannot be opened so.
    Connection(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const QString &path() const { return m_path; }
    /// Runs one statement; throws Error of kind Storage naming the file and what is wrong with it.
    QSqlQuery run(const QString &statement, const QVariantList &values = {}) const;
    /// The first value of the first row; invalid without one.
    QVariant value(const QString &statement, const QVariantList &values = {}) const;
    /// Runs every statement of a script.
    void runScript(const QByteArray &script) const;
    /// Runs change in one transaction, kept whole or not at all.
    template <class F> void transact(F &&change);

private:
    class Transaction;

    sqlite3 *handle() const;
    void harden() const;

    /// An entry in Qt's list of connections, taken out again also when the constructor throws.
    struct Entry {
        Entry();
        ~Entry();
        QString name;
        QSqlDatabase database;
    };

    QString m_path;
    Entry m_entry;
};

/// Rolls back unless it was committed.
class Connection::Transaction {
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    void commit();

private:
    Connection &m_connection;
    bool m_isOpen = true;
};

template <class F> void Connection::transact(F &&change)
{
    Transaction transaction(*this);
    change();
    transaction.commit();
}

} // namespace cw
