// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// The path of a file of a checkpoint's folder. A link may lead to another file of the folder or, in the cache of the
/// Hugging Face hub, from snapshots/<revision> to the blobs beside it. Throws Error of kind File for one that leads
/// anywhere else, since a checkpoint from elsewhere has no business with other files of this machine, and for what is
/// no regular file.
QString fileInFolder(const QString &folder, const QString &name);

/// Throws Error of kind File when path is there but is a pipe, a device or a folder: reading one may never end.
void requireRegularFile(const QString &path);

} // namespace cw
