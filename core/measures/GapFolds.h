// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstdint>
#include <vector>

namespace cw {

/// Which occupations and templates an edit may see, and which are kept to report on (statistics: folds): a model's own
/// folds.json, else a split by the seed. Whoever edits and whoever measures take the same.
struct GapFolds {
    struct Occupation {
        QString name;
        bool isHeldOut = false;
    };
    struct Template {
        QString text; ///< with {} where the occupation stands
        bool isUnseen = false;
    };

    struct Prompt {
        QString text;
        QString occupation;
        bool isUnseen = false; ///< nothing left or right of the occupation is in a prompt that edits see
        QString frame = {};    ///< with {} where the occupation stands; empty where no other prompt has the same
    };

    std::vector<Occupation> occupations;
    std::vector<Template> templates;
    QStringList locating;          ///< a model's own prompts for locating and editing, with {}; empty where it has none
    std::vector<Prompt> reporting; ///< a model's own to report on; empty where it has none

    /// Throws Error of kind Format or File where a file is damaged or missing.
    static GapFolds of(const QString &modelFolder, std::uint32_t seed);
};

/// A frame with an occupation in its place, and "a" or "an" as it begins.
QString filled(const QString &frame, const QString &occupation);

} // namespace cw
