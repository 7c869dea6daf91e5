// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoWords.h"

#include <cstddef>
#include <string>
#include <vector>

namespace cw {

/// A word of a text that shows somebody's gender, as byte offsets.
struct DemoMark {
    std::size_t begin = 0;
    std::size_t end = 0;
    DemoRole role = DemoRole::Subject;
    int occupation = -1; ///< whose, -1 for names and definitional words
    Gender gender = Gender::Neutral;
    bool isFirst = true; ///< nothing before it in the sentence shows this person's gender
};

/// A piece of text of the demo grammar (ASCII) with what was planted in it.
struct DemoText {
    std::string text;
    std::vector<DemoMark> marks;
    bool hasPerson = false;
    bool hasSecondPerson = false; ///< of a gender of its own, before the first pronoun

    void append(const std::string &piece) { text += piece; }
    void append(const DemoText &other);
};

} // namespace cw
