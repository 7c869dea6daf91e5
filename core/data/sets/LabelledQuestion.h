// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cw {

class JsonRow;

/// A question in the official form of the Allen Institute: a stem, choices with labels, and the label of the right one.
struct LabelledQuestion {
    QString stem;
    QStringList answers;
    int right = 0; ///< its position among the answers
};

/// Throws Error of kind Format naming the entry and the field where it is none.
LabelledQuestion labelledQuestion(const JsonRow &row);

} // namespace cw
