// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// The printable letter that stands for a byte in byte-level vocabularies (Radford et al. 2019): itself where it
/// prints, else one from U+0100 on.
char16_t letterOf(unsigned char byte);

/// The byte a letter stands for, or -1.
int byteOf(char16_t letter);

/// The letter of the space, "Ġ".
constexpr char16_t spaceLetter = 0x0120;

} // namespace cw
