// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace cw {

/// An association test: two sets of targets and two of attributes, words (WEAT) or sentences (SEAT).
struct WordTest {
    struct Set {
        QString category;
        QStringList examples; ///< each once, in their order
    };

    QString name; ///< "weat6b"
    Set targetsX;
    Set targetsY;
    Set attributesA;
    Set attributesB;

    /// Reads {"targ1", "targ2", "attr1", "attr2"}, each with "category" and "examples". Throws Error of kind Format
    /// naming source where a set is missing or empty, or the target sets are of different sizes.
    static WordTest fromJson(const QString &name, const QJsonObject &object, const QString &source);
};

} // namespace cw
