// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"
#include "tests/fuzz/TokenizerRun.h"

/// An input is a tokenizer.model, which is a message of Protocol Buffers.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return cw::fuzz::runTokenizer(QStringLiteral("tokenizer.model"), data, size);
}
