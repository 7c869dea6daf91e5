// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/TensorFile.h"

namespace cw {

/// All tensors of a checkpoint folder: one file, or the shards that an index lists. safetensors files come first.
class TensorFiles {
public:
    /// Throws Error naming the file that is missing or broken, or saying what the folder holds instead of weights.
    static TensorFiles open(const QString &folder);

    /// The file that holds a tensor, or nullptr.
    const TensorFile *fileOf(const std::string &tensor) const;
    const std::map<std::string, std::shared_ptr<const TensorFile>> &tensors() const { return m_tensors; }
    const std::vector<std::shared_ptr<const TensorFile>> &files() const { return m_files; } ///< sorted by name

private:
    void openSingle(const QString &path);
    void openShards(const QString &folder, const QString &indexPath);

    std::vector<std::shared_ptr<const TensorFile>> m_files;
    std::map<std::string, std::shared_ptr<const TensorFile>> m_tensors;
};

} // namespace cw
