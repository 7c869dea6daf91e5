// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Schema.h"

#include "core/engine/Error.h"
#include "core/store/Connection.h"

#include <QFile>

namespace cw {
namespace {

/// In the header of the file, where `file` and others look for it: "CWGT".
constexpr int applicationId = 0x43574754;

int number(const Connection &connection, const QString &pragma)
{
    return connection.value(QStringLiteral("PRAGMA ") + pragma).toInt();
}

} // namespace

QByteArrayList migrations()
{
    QByteArrayList steps;
    for (int step = 1;; ++step) {
        QFile file(QStringLiteral(":/sql/%1.sql").arg(step, 3, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::ReadOnly))
            return steps;
        steps << file.readAll();
    }
}

void checkProject(const Connection &connection, int newest)
{
    if (number(connection, QStringLiteral("application_id")) != applicationId)
        throw Error(Error::Kind::Storage,
                    QT_TRANSLATE_NOOP("Error", "%1 is no Counterweight project: choose a .cwp file."),
                    {connection.path().toStdString()});
    const int version = number(connection, QStringLiteral("user_version"));
    if (version > newest)
        throw Error(Error::Kind::Storage,
                    QT_TRANSLATE_NOOP("Error", "%1 was written by a newer version of Counterweight (project version "
                                               "%2, this one reads up to %3): install that."),
                    {connection.path().toStdString(), std::to_string(version), std::to_string(newest)});
    const QString health = connection.value(QStringLiteral("PRAGMA quick_check(1)")).toString();
    if (health != QLatin1String("ok"))
        throw Error(Error::Kind::Storage, QT_TRANSLATE_NOOP("Error", "%1 is damaged (%2): take it from a backup."),
                    {connection.path().toStdString(), health.toStdString()});
}

void migrate(Connection &connection, const QByteArrayList &steps)
{
    for (int version = number(connection, QStringLiteral("user_version")); version < steps.size(); ++version) {
        connection.transact([&] {
            connection.runScript(steps[version]);
            connection.runScript("PRAGMA application_id = " + QByteArray::number(applicationId) +
                                 "; PRAGMA user_version = " + QByteArray::number(version + 1));
        });
    }
}

} // namespace cw
