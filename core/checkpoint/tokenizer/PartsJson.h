// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace cw {

// Parts of a tokenizer as tokenizer.json describes them, for tokenizers that come in other files.

QJsonObject typedPart(const QString &type, QJsonObject settings = {});
/// key: what the steps are called there, such as "normalizers".
QJsonObject sequencePart(const QString &key, const QJsonArray &steps);
/// Puts a text in the place of another, or of what a regular expression matches.
QJsonObject replacePart(const QString &text, const QString &content);
QJsonObject replaceRegexPart(const QString &expression, const QString &content);
/// Special tokens around the text; their ids are those that `ids` gives.
struct SpecialPart {
    QString token;
    qint64 id = 0;
};
QJsonObject templatePart(const QList<SpecialPart> &before, const QList<SpecialPart> &after);
/// Cuts at the matches of an expression.
QJsonObject splitPart(const QString &expression, const QString &behavior);

} // namespace cw
