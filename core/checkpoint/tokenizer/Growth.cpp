// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Growth.h"

#include "core/engine/Error.h"

#include <algorithm>

namespace cw {
namespace {

// U+FDFA alone becomes 18 characters in compatibility forms, each of up to three bytes.
constexpr qsizetype mostOfAStep = 32;
constexpr qsizetype mostOfAll = 128;
constexpr qsizetype always = 64;
constexpr qsizetype never = qsizetype{1} << 27;

void require(qsizetype before, qsizetype after, qsizetype times)
{
    if (after > std::min(times * before + always, std::max(never, 4 * before)))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error",
                                      "The tokenizer makes a text of %1 characters more than %2 times as long; "
                                      "its file is damaged."),
                    {std::to_string(before), std::to_string(times)});
}

} // namespace

void requireGrowth(qsizetype before, qsizetype after)
{
    require(before, after, mostOfAStep);
}

void requireTotalGrowth(qsizetype before, qsizetype after)
{
    require(before, after, mostOfAll);
}

} // namespace cw
