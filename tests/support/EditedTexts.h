// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "tests/support/StoppingMonitor.h"

namespace cw::test {

/// Two subjects of tiny models, in three and in two contexts of several lengths.
inline std::vector<EditSubject> tinySubjects()
{
    EditSubject nurse{"nurse", {{{3, 11, 4, 2}, 1, 3}, {{7, 3, 11, 4, 2}, 2, 4}, {{9, 8, 7, 3, 11, 6, 4, 2}, 4, 7}}};
    nurse.neutral = {{3, 11, 1, 9}, 1, 3};
    EditSubject driver{"bus driver", {{{3, 20, 21, 4, 2}, 2, 4}, {{12, 30, 3, 20, 21, 14, 2}, 4, 6}}};
    driver.neutral = {{3, 20, 21, 1, 9}, 2, 4};
    return {nurse, driver};
}

inline std::vector<std::vector<std::int64_t>> tinyCorpus()
{
    std::vector<std::vector<std::int64_t>> texts;
    for (std::int64_t i = 0; i < 24; ++i) {
        std::vector<std::int64_t> text;
        for (std::int64_t j = 0; j < 6 + i % 9; ++j)
            text.push_back(j < 4 ? (i / 4 + j) % 60 : (7 * i + 11 * j * j + 3) % 60);
        texts.push_back(text);
    }
    return texts;
}

} // namespace cw::test
