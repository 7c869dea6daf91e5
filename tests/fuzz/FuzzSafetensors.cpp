// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/SafetensorsHeader.h"
#include "tests/fuzz/FuzzTarget.h"

/// An input is a whole file.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return cw::fuzz::run([&] {
        const QByteArrayView file(data, static_cast<qsizetype>(size));
        cw::fuzz::requireWithin(cw::readSafetensors(file, QStringLiteral("model.safetensors")), file);
    });
}
