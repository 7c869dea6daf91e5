// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/AlignedText.h"

namespace cw {

class JsonPart;

/// Rewrites a text before it is cut, keeping where everything came from.
class Normalizer {
public:
    virtual ~Normalizer() = default;
    /// goesOn: the text continues another one, so nothing may be put in front of it.
    virtual void apply(AlignedText &text, bool goesOn) const = 0;
};

/// The normalizer that a part of tokenizer.json describes; nothing for null. Throws Error of kind Format or
/// Unsupported.
std::unique_ptr<const Normalizer> readNormalizer(const JsonPart &part);

/// BERT's: control characters out, ideographs apart, accents out and lower case as the part says.
std::unique_ptr<const Normalizer> bertNormalizer(const JsonPart &part);
/// SentencePiece's, by a compiled table of replacements.
std::unique_ptr<const Normalizer> charsMapNormalizer(const JsonPart &part);
/// Canonical or compatibility forms (Unicode Annex 15).
std::unique_ptr<const Normalizer> unicodeForm(QString::NormalizationForm form);
std::unique_ptr<const Normalizer> lowercase();
/// Removes every combining mark.
std::unique_ptr<const Normalizer> stripAccents();

} // namespace cw
