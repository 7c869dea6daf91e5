// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The instructions of pickle protocol 2 that torch.save uses, and those for texts that Python 2 used.
namespace cw::opcode {

constexpr std::uint8_t protocol = 0x80;
constexpr std::uint8_t stop = '.';
constexpr std::uint8_t mark = '(';
constexpr std::uint8_t none = 'N';
constexpr std::uint8_t newTrue = 0x88;
constexpr std::uint8_t newFalse = 0x89;
constexpr std::uint8_t int8 = 'K';
constexpr std::uint8_t int16 = 'M';
constexpr std::uint8_t int32 = 'J';
constexpr std::uint8_t longInt = 0x8a;
constexpr std::uint8_t float64 = 'G';
constexpr std::uint8_t unicode = 'X';
constexpr std::uint8_t shortString = 'U';
constexpr std::uint8_t string = 'T';
constexpr std::uint8_t emptyTuple = ')';
constexpr std::uint8_t tuple1 = 0x85;
constexpr std::uint8_t tuple2 = 0x86;
constexpr std::uint8_t tuple3 = 0x87;
constexpr std::uint8_t tuple = 't';
constexpr std::uint8_t emptyList = ']';
constexpr std::uint8_t append = 'a';
constexpr std::uint8_t appends = 'e';
constexpr std::uint8_t emptyDict = '}';
constexpr std::uint8_t setItem = 's';
constexpr std::uint8_t setItems = 'u';
constexpr std::uint8_t put = 'q';
constexpr std::uint8_t longPut = 'r';
constexpr std::uint8_t get = 'h';
constexpr std::uint8_t longGet = 'j';
constexpr std::uint8_t global = 'c';
constexpr std::uint8_t persistentId = 'Q';
constexpr std::uint8_t reduce = 'R';
constexpr std::uint8_t build = 'b';

} // namespace cw::opcode
