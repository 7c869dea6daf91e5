// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// Which file of a folder holds the weights, or lists those that do.
struct WeightsName {
    QString path;
    bool isIndex = false;
};

/// safetensors before PyTorch's files, the usual names before a single PyTorch file of another name. Throws Error of
/// kind File when the folder has none; of kind Unsupported when what it has is of another program.
WeightsName findWeights(const QString &folder);

} // namespace cw
