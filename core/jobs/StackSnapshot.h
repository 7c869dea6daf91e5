// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>
#include <QVector>

namespace cw {

/// The edits that are on a model: what a run on it keeps beside the checkpoint. An edit is known by the hash of what it
/// changes.
struct StackSnapshot {
    struct Part {
        QString title;
        QString content; ///< SHA-256 of a patch file's bytes
        double alpha = 1;
    };

    QVector<Part> parts;

    bool isEmpty() const { return parts.isEmpty(); }
    /// Names a base with these edits on it, base alone where there are none. The order does not count, as it does not
    /// for the sum.
    QString hashOn(const QString &base) const;
    QJsonArray toJson() const;
    /// What toJson() wrote; anything else in it is passed over.
    static StackSnapshot fromJson(const QJsonValue &value);
};

/// Whether both change a base alike.
bool operator==(const StackSnapshot &a, const StackSnapshot &b);

} // namespace cw
