// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <QByteArray>
#include <QString>
#include <map>
#include <string>

namespace cw {

/// Collects tensors and writes them as one safetensors file, beside the target and renamed when complete.
class SafetensorsWriter {
public:
    /// Adds a tensor of any layout or device in its own type; replaces one of the same name.
    void add(const std::string &name, const at::Tensor &tensor);
    void setMetadata(const std::string &key, const std::string &value) { m_metadata[key] = value; }

    /// Throws Error of kind File naming path when it cannot be written; nothing half is left behind.
    void write(const QString &path) const;
    /// What write() would write.
    QByteArray bytes() const;

private:
    /// Gives each piece of the file to put(data, bytes), which says whether to go on.
    template <class Put> bool give(const Put &put) const;

    std::map<std::string, at::Tensor> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

} // namespace cw
