// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Connection.h"

#include "core/engine/Error.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <sqlite3.h>

namespace cw {
namespace {

/// The sentence for a result code of SQLite; extended codes carry the plain one in their low byte.
const char *sentence(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB: return QT_TRANSLATE_NOOP("Error", "%1 is no Counterweight project: choose a .cwp file.");
    case SQLITE_CORRUPT: return QT_TRANSLATE_NOOP("Error", "%1 is damaged (%2): take it from a backup.");
    case SQLITE_FULL:
        return QT_TRANSLATE_NOOP("Error", "The disk is full: %1 could not be written. Make room and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM: return QT_TRANSLATE_NOOP("Error", "%1 may not be written: save the project elsewhere.");
    case SQLITE_CANTOPEN:
        return QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: check that it exists and that you may use its folder.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QT_TRANSLATE_NOOP("Error", "%1 is being written by another program: close that and try again.");
    default: return QT_TRANSLATE_NOOP("Error", "The project %1 could not be read or written: %2.");
    }
}

Error storageError(const QString &path, int code, const QString &detail)
{
    return Error(Error::Kind::Storage, sentence(code), {path.toStdString(), detail.toStdString()});
}

Error storageError(const QString &path, const QSqlError &error)
{
    return storageError(path, error.nativeErrorCode().toInt(),
                        error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
}

} // namespace

Connection::Entry::Entry()
    : name(QUuid::createUuid().toString()), database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name))
{
}

Connection::Entry::~Entry()
{
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Connection::Connection(const QString &path, Mode mode) : m_path(path)
{
    QSqlDatabase &database = m_entry.database;
    if (!database.isValid())
        throw Error(Error::Kind::Storage, QT_TRANSLATE_NOOP("Error", "Qt's driver for SQLite is missing: install the "
                                                                     "package libqt6sql6-sqlite."));
    database.setDatabaseName(path);
    if (mode == Mode::Read)
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!database.open())
        throw storageError(path, database.lastError());
    harden();
}

Connection::~Connection() = default;

QSqlQuery Connection::run(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(m_entry.database);
    query.setForwardOnly(true);
    bool ran = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ran = ran && query.exec();
    if (!ran)
        throw storageError(m_path, query.lastError());
    return query;
}

QVariant Connection::value(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query = run(statement, values);
    return query.next() ? query.value(0) : QVariant();
}

void Connection::runScript(const QByteArray &script) const
{
    const int code = sqlite3_exec(handle(), script.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw storageError(m_path, code, QString::fromUtf8(sqlite3_errmsg(handle())));
}

sqlite3 *Connection::handle() const
{
    const QVariant handle = m_entry.database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

void Connection::harden() const
{
    // A hostile file may hold triggers and views that call functions, or a schema that was written by hand.
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    runScript("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
}

Connection::Transaction::Transaction(Connection &connection) : m_connection(connection)
{
    m_connection.runScript("BEGIN IMMEDIATE");
}

Connection::Transaction::~Transaction()
{
    // A failed write may have rolled back already; a rollback cannot fail otherwise.
    if (m_isOpen)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Connection::Transaction::commit()
{
    m_connection.runScript("COMMIT");
    m_isOpen = false;
}

} // namespace cw
