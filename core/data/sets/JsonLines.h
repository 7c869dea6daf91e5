// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <vector>

namespace cw {

/// An object of a data file, and where it stands, for sentences about it.
struct JsonLine {
    QJsonObject object;
    QString place; ///< "hellaswag_val.jsonl, line 3"

    /// The text or the list of texts under a key. Throw Error of kind Format naming the place and the key.
    QString text(const char *key) const;
    QStringList texts(const char *key) const;
    /// Throws Error of kind Format that the value under key is none of what is expected.
    [[noreturn]] void refuse(const char *key, const char *expected) const;
};

/// The objects of a file with one JSON object per line, or with one JSON list of objects. Throws Error naming the file:
/// of kind File where it cannot be read; of kind Format where it is not UTF-8, holds nothing, or a line is no object.
std::vector<JsonLine> readJsonLines(const QString &path);

} // namespace cw
