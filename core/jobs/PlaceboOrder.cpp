// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PlaceboOrder.h"

#include "core/data/Draws.h"
#include "core/data/Resources.h"
#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

#include <algorithm>

namespace cw {
namespace {

constexpr int firstKind = static_cast<int>(PlaceboChoice::Content);

} // namespace

QString name(PlaceboKind kind)
{
    switch (kind) {
    case PlaceboKind::Content: return QStringLiteral("content");
    case PlaceboKind::Moved: return QStringLiteral("moved");
    case PlaceboKind::Relocated: return QStringLiteral("relocated");
    case PlaceboKind::WrongText: return QStringLiteral("wrong-text");
    }
    return {};
}

std::vector<PlaceboKind> PlaceboOrder::kinds() const
{
    if (choice == PlaceboChoice::All)
        return own.kinds;
    if (choice == PlaceboChoice::Auto)
        return {own.kinds.front()};
    const auto asked = static_cast<PlaceboKind>(static_cast<int>(choice) - firstKind);
    if (std::find(own.kinds.begin(), own.kinds.end(), asked) != own.kinds.end())
        return {asked};
    QStringList names;
    for (const PlaceboKind kind : own.kinds)
        names << name(kind);
    throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "%1 has no placebo of the kind %2; it has %3."),
                {own.method.toStdString(), name(asked).toStdString(), names.join(QStringLiteral(", ")).toStdString()});
}

QStringList PlaceboOrder::nouns(int draw) const
{
    const QStringList things = readTextLines(resource(QStringLiteral("things.txt")));
    std::vector<QString> order(things.begin(), things.end());
    Draws(seedOf(draw)).shuffle(order);
    return {order.begin(), order.end()};
}

bool PlaceboOrder::asksFor(PlaceboKind kind) const
{
    const std::vector<PlaceboKind> asked = kinds();
    return count > 0 && std::find(asked.begin(), asked.end(), kind) != asked.end();
}

} // namespace cw
