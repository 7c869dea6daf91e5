// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/ItemTable.h"

#include <optional>

namespace cw {

/// One number of a measure: what it is called, how it is read, how it is made of the items.
struct NumberRule {
    /// Percent: the number itself is in per cent, 0 to 100.
    enum class Unit { Plain, Percent, Probability, Count };
    enum class Aim { Lower, Higher, Ideal, None };

    const char *key;   ///< in JSON: "ss"
    const char *title; ///< marked with QT_TRANSLATE_NOOP("Measure", ...)
    Unit unit = Unit::Plain;
    Aim aim = Aim::None;
    double ideal = 0; ///< with Aim::Ideal
    Statistic statistic;
    /// The ends of an interval that the items bring themselves; empty: clusters are resampled.
    Statistic low = {};
    Statistic high = {};
};

/// A value that each item has: its key in JSON and its heading.
struct ValueColumn {
    const char *key;
    const char *title; ///< marked with QT_TRANSLATE_NOOP("Measure", ...)
};

/// What a measure is, whatever the model: everything that stands beside its numbers.
struct MeasureInfo {
    enum class Role { Bias, Guard };
    enum class Form { Either, Causal, Masked };

    const char *name;  ///< on the command line: "stereoset"
    const char *title; ///< "StereoSet"
    Role role = Role::Bias;
    Form form = Form::Either;
    const char *source; ///< whose definition it is: paper, year, equation
    const char *set;    ///< its data set in the catalogue, or "" where the program brings all it needs
    std::vector<const char *> caveats = {}; ///< what the field knows against it, marked as titles are
    std::vector<ValueColumn> columns = {};
    std::vector<NumberRule> numbers = {}; ///< the first is the headline
    /// What clusters are, by way: "occupation", "template".
    std::vector<const char *> ways = {};
    /// The names of the items' groups in the order in which numbers count them; empty: as they come in the items.
    std::vector<const char *> groups = {};
    /// The column whose side of flipsAt is an item's answer: a change of sides is a flip; -1: items have no answer.
    int flips = -1;
    float flipsAt = 0;
    /// How many of the first numbers stand in a table of several models: those of the paper's own table.
    int tabled = 1;
    /// By how much a guard may get worse: points of accuracy, or a share of perplexity (statistics: -1 point, +2 %).
    std::optional<double> margin = std::nullopt;
    bool isMarginRelative = false;
    /// Reads a text of the person's own, where one is given, instead of its data set.
    bool isOfText = false;
};

} // namespace cw
