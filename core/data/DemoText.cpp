// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoText.h"

namespace cw {

void DemoText::append(const DemoText &other)
{
    for (DemoMark mark : other.marks) {
        mark.begin += text.size();
        mark.end += text.size();
        marks.push_back(mark);
    }
    text += other.text;
    hasPerson = hasPerson || other.hasPerson;
    hasSecondPerson = hasSecondPerson || other.hasSecondPerson;
}

} // namespace cw
