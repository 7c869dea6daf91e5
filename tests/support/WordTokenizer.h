// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cw::test {

/// A tokenizer.json that knows eight words.
inline QByteArray wordTokenizer()
{
    return R"({"version": "1.0", "added_tokens": [], "normalizer": null, "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": null, "decoder": null, "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab":
        {"[UNK]": 0, "the": 1, "nurse": 2, "said": 3, "that": 4, "he": 5, "she": 6, "kind": 7, "judge": 8}}})";
}

} // namespace cw::test
