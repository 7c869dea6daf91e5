// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorFile.h"

namespace cw {

/// A safetensors file.
class Safetensors : public TensorFile {
public:
    /// Throws Error (File, Format, Unsupported) naming path and what is wrong with it.
    static std::shared_ptr<const Safetensors> open(const QString &path);

private:
    explicit Safetensors(const std::shared_ptr<const MappedFile> &file);
};

} // namespace cw
