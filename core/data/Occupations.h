// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// An occupation with the public share of women among the people who work in it.
struct Occupation {
    QString name;
    double share = 0; ///< in per cent
    int year = 0;
    QString source;
    bool demo = false; ///< the demo grammar speaks of it
};

/// Reads a file with the header name,share,year,source,demo (resources/occupations.csv). Throws Error of kind File or
/// Format naming the file and the line.
std::vector<Occupation> readOccupations(const QString &file);

} // namespace cw
