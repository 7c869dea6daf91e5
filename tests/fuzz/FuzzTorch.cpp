// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/TorchFormats.h"
#include "tests/fuzz/FuzzTarget.h"
#include "tests/support/TorchBytes.h"

/// An input is a whole file where it begins like one, else the pickle of one: without that the fuzzer would have to get
/// the sizes of the archive right before it reaches the pickle.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const QString path = QStringLiteral("pytorch_model.bin");
    return cw::fuzz::run([&] {
        if (cw::isTorchLegacy(input))
            return cw::fuzz::requireWithin(cw::readTorchLegacy(input, path), input);
        if (cw::isTorchZip(input))
            return cw::fuzz::requireWithin(cw::readTorchZip(input, path), input);
        const QByteArray file = cw::test::torchFile(input.toByteArray());
        cw::fuzz::requireWithin(cw::readTorchZip(file, path), file);
    });
}
