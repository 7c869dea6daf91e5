// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

#include <QHash>

namespace cw {

/// What P(she) among he and she should be, for a goal and a name.
class GoalTargets {
public:
    /// Reads what the goal needs: the program's occupations, the professions of the folder, or a person's own file.
    /// Throws Error of kind File or Format.
    GoalTargets(const Goal &goal, const DataFolder &folder);

    /// Nothing where the goal says nothing about the name. "cab_driver" and "cab driver" are the same.
    std::optional<double> she(const QString &name) const;

private:
    bool m_isParity;
    QHash<QString, double> m_she;
};

/// The shares of women in the program's occupations, 0 to 1, by name.
QHash<QString, double> publicShares();

/// A profession's name as people write it: without underscores.
QString spokenName(const QString &name);

} // namespace cw
