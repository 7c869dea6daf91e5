// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/MappedFile.h"
#include "core/checkpoint/SafetensorsHeader.h"

#include <ATen/core/Tensor.h>

namespace cw {

/// A safetensors file, mapped: opening reads its header only, tensors are views onto the mapping.
class Safetensors {
public:
    /// Throws Error (File, Format, Unsupported) naming path and what is wrong with it.
    static std::shared_ptr<const Safetensors> open(const QString &path);

    QString path() const { return m_file->path(); }
    qint64 fileBytes() const { return m_file->size(); }
    const QByteArray &headerBytes() const { return m_headerBytes; } ///< the JSON as it stands in the file
    const std::map<std::string, TensorEntry> &entries() const { return m_header.tensors; }
    const std::map<std::string, std::string> &metadata() const { return m_header.metadata; }

    /// A view that keeps the mapping alive; it must not be written to. A tensor that does not start at a multiple of
    /// its element's size is copied. Throws Error of kind Format when there is no such name.
    at::Tensor tensor(const std::string &name) const;
    /// The bytes of a tensor in the mapping.
    const uchar *bytes(const TensorEntry &entry) const;

private:
    explicit Safetensors(std::shared_ptr<const MappedFile> file);

    std::shared_ptr<const MappedFile> m_file;
    QByteArray m_headerBytes;
    SafetensorsHeader m_header;
};

} // namespace cw
