// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace cw {

/// A place in a map: which token, which layer. Nothing where both are negative.
struct Cell {
    int token = -1;
    int layer = -1;

    bool isValid() const { return token >= 0 && layer >= 0; }
    bool operator==(const Cell &other) const { return token == other.token && layer == other.layer; }
    bool operator!=(const Cell &other) const { return !(*this == other); }
};

/// One map as it is drawn: tokens down, layers across.
struct Heatmap {
    QString title;
    QString unit;       ///< what the colour scale measures
    QString layerLabel; ///< what the columns are, such as "centre of a window of 10 layers"
    QStringList tokens; ///< labels, top to bottom
    int subjectBegin = 0;
    int subjectEnd = 0;
    int layers = 0;
    std::vector<double> values; ///< [token][layer], NaN where missing
    std::vector<double> errors; ///< standard errors in the same order; NaN or empty where there is none
    bool isSigned = true;       ///< a diverging scale with zero in the middle, otherwise a sequential one from zero
    double limit = 0;           ///< end of the colour scale; 0: found from the values

    int tokenCount() const { return static_cast<int>(tokens.size()); }
    bool isEmpty() const { return tokens.isEmpty() || layers == 0; }
    bool contains(Cell cell) const;
    bool isSubject(int token) const { return token >= subjectBegin && token < subjectEnd; }
    double value(Cell cell) const;
    double error(Cell cell) const;
    /// The limit that is drawn: limit, or a round number above the largest value.
    double scaleEnd() const;
    /// The cell in words: "“ nurse” (subject), layer 3: +0.0132 ± 0.0021".
    QString readOut(Cell cell) const;
    /// A token's label, with a star where it belongs to the subject; long ones are shortened in the middle.
    QString label(int token, int length = 16) const;
};

} // namespace cw
