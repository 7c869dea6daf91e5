// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/EditRows.h"

#include "core/engine/Error.h"
#include "core/store/Connection.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QVariant>
#include <tuple>

namespace cw {
namespace {

constexpr qsizetype chunkBytes = qsizetype{16} << 20;

auto tied(const EditRecord &edit)
{
    return std::tie(edit.id, edit.model, edit.base, edit.madeOn, edit.title, edit.note, edit.colour, edit.alpha,
                    edit.isOn, edit.recipe, edit.content, edit.facts);
}

/// An empty string, where Qt's null string would be stored as NULL.
QString set(const QString &value)
{
    return value.isNull() ? QLatin1String("") : value;
}

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

/// An older project that can only be read has none.
bool hasFacts(const Connection &from)
{
    return from.value(QStringLiteral("SELECT count(*) FROM pragma_table_info('edits') WHERE name = 'facts'")).toInt() >
           0;
}

} // namespace

bool operator==(const EditRecord &a, const EditRecord &b)
{
    return tied(a) == tied(b);
}

namespace rows {

void putContent(const Connection &to, const QString &hash, const QByteArray &bytes)
{
    if (to.value(QStringLiteral("SELECT count(*) FROM contents WHERE hash = ?"), {hash}).toInt() > 0)
        return;
    to.run(QStringLiteral("INSERT INTO contents (hash, bytes) VALUES (?, ?)"), {hash, qint64{bytes.size()}});
    qint64 number = 0;
    for (qsizetype begin = 0; begin < bytes.size(); begin += chunkBytes)
        to.run(QStringLiteral("INSERT INTO content_chunks (hash, number, data) VALUES (?, ?, ?)"),
               {hash, number++, bytes.mid(begin, chunkBytes)});
}

void setEdits(const Connection &to, const QVector<EditRecord> &edits)
{
    to.run(QStringLiteral("DELETE FROM edits"));
    qint64 place = 0;
    for (const EditRecord &edit : edits)
        to.run(QStringLiteral("INSERT INTO edits (place, id, model, base, made_on, title, note, colour, alpha, is_on, "
                              "recipe, content, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
               {place++, edit.id, set(edit.model), set(edit.base), set(edit.madeOn), set(edit.title), set(edit.note),
                set(edit.colour), edit.alpha, edit.isOn ? 1 : 0, text(edit.recipe), edit.content, text(edit.facts)});
}

void dropUnusedContents(const Connection &to)
{
    to.run(QStringLiteral("DELETE FROM contents WHERE hash NOT IN (SELECT content FROM edits)"));
}

QVector<EditRecord> edits(const Connection &from)
{
    QVector<EditRecord> all;
    QSqlQuery query = from.run(QStringLiteral("SELECT id, model, base, made_on, title, note, colour, alpha, is_on, "
                                              "recipe, content, %1 FROM edits ORDER BY place")
                                   .arg(hasFacts(from) ? QStringLiteral("facts") : QStringLiteral("'{}'")));
    while (query.next())
        all.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                    query.value(3).toString(), query.value(4).toString(), query.value(5).toString(),
                    query.value(6).toString(), query.value(7).toDouble(), query.value(8).toInt() != 0,
                    object(query.value(9)), query.value(10).toString(), object(query.value(11))});
    return all;
}

QByteArray content(const Connection &from, const QString &hash)
{
    QByteArray bytes;
    QSqlQuery query =
        from.run(QStringLiteral("SELECT data FROM content_chunks WHERE hash = ? ORDER BY number"), {hash});
    while (query.next())
        bytes += query.value(0).toByteArray();
    const QByteArray sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (QString::fromLatin1(sum) != hash)
        throw Error(Error::Kind::Storage,
                    QT_TRANSLATE_NOOP("Error", "What an edit in %1 changes is missing or damaged: make it again."),
                    {from.path().toStdString()});
    return bytes;
}

} // namespace rows
} // namespace cw
