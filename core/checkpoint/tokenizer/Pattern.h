// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"

#include <QRegularExpression>

namespace cw {

class JsonPart;

/// A literal text or a regular expression of a tokenizer file, which follows Oniguruma's rules for Unicode classes.
class Pattern {
public:
    /// Reads {"String": ...} or {"Regex": ...}. Throws Error of kind Format for an expression that cannot be compiled.
    static Pattern read(const JsonPart &part);
    /// A text that stands for itself.
    static Pattern literal(const QString &text);

    /// The matches from left to right; they do not overlap. Throws Error of kind Format for an expression that gives
    /// up.
    std::vector<Range> matches(QStringView text) const;
    QString replaced(const QString &text, const QString &by) const;

private:
    QString m_literal;
    QString m_source; ///< empty for a literal text
    QRegularExpression m_expression;
    QRegularExpression m_unlimited;
};

} // namespace cw
