// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ForeignFile.h"
#include "core/checkpoint/TensorTableReader.h"
#include "tests/fuzz/FuzzTarget.h"

/// An input is a whole file, given as weights whatever it is.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView file(data, static_cast<qsizetype>(size));
    for (const QString &name : {QStringLiteral("model.safetensors"), QStringLiteral("pytorch_model.bin")})
        cw::fuzz::run([&] { cw::fuzz::requireWithin(cw::readTensorTable(file, name), file); });
    return cw::fuzz::run([&] { cw::refuseForeignFile(file, QStringLiteral("model.gguf")); });
}
