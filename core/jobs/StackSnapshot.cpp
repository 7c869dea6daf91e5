// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/StackSnapshot.h"

#include <QCryptographicHash>
#include <QJsonObject>
#include <QStringList>

namespace cw {
namespace {

const QString titleKey = QStringLiteral("title");
const QString contentKey = QStringLiteral("content");
const QString alphaKey = QStringLiteral("alpha");

QStringList changesOf(const StackSnapshot &stack)
{
    QStringList changes;
    for (const StackSnapshot::Part &part : stack.parts)
        if (part.alpha != 0)
            changes << part.content + u' ' + QString::number(part.alpha, 'g', 17);
    changes.sort();
    return changes;
}

} // namespace

QString StackSnapshot::hashOn(const QString &base) const
{
    const QStringList changes = changesOf(*this);
    if (changes.isEmpty())
        return base;
    const QByteArray text = (base + u'\n' + changes.join(u'\n')).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QJsonArray StackSnapshot::toJson() const
{
    QJsonArray array;
    for (const Part &part : parts)
        array.append(QJsonObject{{titleKey, part.title}, {contentKey, part.content}, {alphaKey, part.alpha}});
    return array;
}

StackSnapshot StackSnapshot::fromJson(const QJsonValue &value)
{
    StackSnapshot stack;
    const QJsonArray array = value.toArray();
    for (const QJsonValue part : array)
        stack.parts.append({part[titleKey].toString(), part[contentKey].toString(), part[alphaKey].toDouble(1)});
    return stack;
}

bool operator==(const StackSnapshot &a, const StackSnapshot &b)
{
    return changesOf(a) == changesOf(b);
}

} // namespace cw
