// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <memory>

namespace cw {

class JsonPart;

/// Turns tokens back into the parts of a text.
class Decoder {
public:
    virtual ~Decoder() = default;
    virtual QStringList apply(const QStringList &tokens) const = 0;
};

/// The decoder that a part of tokenizer.json describes; nothing for null. Throws Error of kind Format or Unsupported.
std::unique_ptr<const Decoder> readDecoder(const JsonPart &part);

} // namespace cw
