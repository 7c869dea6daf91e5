// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/PartsJson.h"

namespace cw {

QJsonObject typedPart(const QString &type, QJsonObject settings)
{
    settings.insert(QStringLiteral("type"), type);
    return settings;
}

QJsonObject sequencePart(const QString &key, const QJsonArray &steps)
{
    return typedPart(QStringLiteral("Sequence"), {{key, steps}});
}

QJsonObject replacePart(const QString &text, const QString &content)
{
    return typedPart(QStringLiteral("Replace"),
                     {{QStringLiteral("pattern"), QJsonObject{{QStringLiteral("String"), text}}},
                      {QStringLiteral("content"), content}});
}

QJsonObject replaceRegexPart(const QString &expression, const QString &content)
{
    return typedPart(QStringLiteral("Replace"),
                     {{QStringLiteral("pattern"), QJsonObject{{QStringLiteral("Regex"), expression}}},
                      {QStringLiteral("content"), content}});
}

QJsonObject templatePart(const QList<SpecialPart> &before, const QList<SpecialPart> &after)
{
    QJsonArray places;
    QJsonObject tokens;
    const auto add = [&](const SpecialPart &special) {
        places += QJsonObject{{QStringLiteral("SpecialToken"), QJsonObject{{QStringLiteral("id"), special.token}}}};
        tokens.insert(special.token, QJsonObject{{QStringLiteral("ids"), QJsonArray{special.id}},
                                                 {QStringLiteral("tokens"), QJsonArray{special.token}}});
    };
    for (const SpecialPart &special : before)
        add(special);
    places += QJsonObject{{QStringLiteral("Sequence"), QJsonObject{{QStringLiteral("id"), QStringLiteral("A")}}}};
    for (const SpecialPart &special : after)
        add(special);
    return typedPart(QStringLiteral("TemplateProcessing"),
                     {{QStringLiteral("single"), places}, {QStringLiteral("special_tokens"), tokens}});
}

QJsonObject splitPart(const QString &expression, const QString &behavior)
{
    return typedPart(QStringLiteral("Split"),
                     {{QStringLiteral("pattern"), QJsonObject{{QStringLiteral("Regex"), expression}}},
                      {QStringLiteral("behavior"), behavior}});
}

} // namespace cw
