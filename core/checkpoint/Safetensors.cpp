// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Safetensors.h"

#include "core/checkpoint/SafetensorsHeader.h"

namespace cw {

Safetensors::Safetensors(const std::shared_ptr<const MappedFile> &file)
    : TensorFile(file, readSafetensors({file->data(), static_cast<qsizetype>(file->size())}, file->path()))
{
}

std::shared_ptr<const Safetensors> Safetensors::open(const QString &path)
{
    return std::shared_ptr<const Safetensors>(new Safetensors(MappedFile::open(path)));
}

} // namespace cw
