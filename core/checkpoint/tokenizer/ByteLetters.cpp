// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/ByteLetters.h"

#include <array>

namespace cw {
namespace {

constexpr bool prints(int byte)
{
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
}

struct Letters {
    std::array<char16_t, 256> letter{};
    std::array<int, 0x144> byte{};
};

constexpr Letters makeLetters()
{
    Letters letters;
    for (int &byte : letters.byte)
        byte = -1;
    int next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
        const int letter = prints(byte) ? byte : next++;
        letters.letter[static_cast<std::size_t>(byte)] = static_cast<char16_t>(letter);
        letters.byte[static_cast<std::size_t>(letter)] = byte;
    }
    return letters;
}

constexpr Letters letters = makeLetters();

} // namespace

char16_t letterOf(unsigned char byte)
{
    return letters.letter[byte];
}

int byteOf(char16_t letter)
{
    return letter < letters.byte.size() ? letters.byte[letter] : -1;
}

} // namespace cw
