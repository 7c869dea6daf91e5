// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorTableReader.h"

#include "core/checkpoint/ForeignFile.h"
#include "core/checkpoint/SafetensorsHeader.h"
#include "core/checkpoint/torch/TorchFormats.h"
#include "core/engine/Error.h"

namespace cw {

TensorTable readTensorTable(QByteArrayView file, const QString &path)
{
    if (isTorchZip(file))
        return readTorchZip(file, path);
    if (isTorchLegacy(file))
        return readTorchLegacy(file, path);
    if (!looksLikeSafetensors(file)) {
        refuseForeignFile(file, path);
        if (!path.endsWith(u".safetensors"))
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error", "%1 is neither a safetensors file nor one that torch.save wrote; "
                                                   "download it again or take the model as safetensors."),
                        {path.toStdString()});
    }
    return readSafetensors(file, path);
}

} // namespace cw
