// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>

namespace cw::fuzz {

/// Opens a folder whose only file has that name and holds the input, and sends a text of everything that is treated in
/// its own way through the tokenizer and back.
int runTokenizer(const QString &name, const std::uint8_t *data, std::size_t size);

} // namespace cw::fuzz
