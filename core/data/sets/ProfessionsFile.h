// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// A profession with two crowd ratings in [-1, 1], -1 female and 1 male (Bolukbasi et al. 2016): what the word means by
/// itself, and the stereotype.
struct Profession {
    QString name; ///< as it is written there: cab_driver
    double definitional = 0;
    double stereotypical = 0;
};

/// Reads professions.json: [["accountant", 0.0, 0.4], ...]. Throws Error of kind File or Format naming the file and the
/// entry.
std::vector<Profession> readProfessions(const QString &path);

} // namespace cw
