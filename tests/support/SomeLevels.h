// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgLevels.h"

namespace cw::test {

/// A comparison as it could be: at the level of the whole model a guard is broken, "row" is the best of the others.
inline MgLevels someLevels()
{
    const auto line = [](const char *level, qint64 changed, double fb, double perplexity, bool isHeld) {
        MgLevelLine made;
        made.level = QLatin1String(level);
        made.trained = changed + 10;
        made.changed = changed;
        made.train = {fb, fb / 2, 0.9};
        made.dev = {fb + 0.01, fb / 2, 0.91};
        made.test = {fb + 0.02, fb / 2 + 0.02, 0.92};
        made.perplexity = perplexity;
        made.definitions = 0.97;
        made.guards = isHeld ? GuardVerdict::Held : GuardVerdict::Broken;
        made.seconds = 12.5;
        return made;
    };
    MgLevels levels;
    levels.model = QStringLiteral("/models/tiny");
    levels.goal = QStringLiteral("parity");
    levels.lines = {line("unedited", 0, 0.6, 1, true),     line("full", 153000, 0.05, 1.9, false),
                    line("layer", 25000, 0.2, 1.06, true), line("module", 9000, 0.22, 1.05, true),
                    line("row", 480, 0.15, 1.02, true),    line("weight", 60, 0.4, 1.01, true)};
    levels.lines[4].placebo = MgLevelLine::Placebo{QStringLiteral("moved"), 0.31, 0.44, 0.05};
    levels.isComplete = true;
    return levels;
}

/// The first of its lines, as they are while it runs.
inline MgLevels firstLevels(std::size_t count)
{
    MgLevels levels = someLevels();
    levels.lines.resize(count);
    levels.isComplete = false;
    return levels;
}

} // namespace cw::test
