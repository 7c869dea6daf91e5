// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <array>
#include <cstdint>
#include <vector>

namespace cw {

class Vocabulary;

/// The tokens <0x00> to <0xFF> that stand for single bytes of characters no other token knows.
class ByteTokens {
public:
    ByteTokens() = default;
    explicit ByteTokens(const Vocabulary &vocabulary);

    /// The tokens of the UTF-8 bytes of a text; none where one of them is missing.
    std::vector<std::int64_t> of(QStringView text) const;

private:
    std::array<std::int64_t, 256> m_ids{};
};

} // namespace cw
