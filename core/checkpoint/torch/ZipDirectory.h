// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <map>
#include <string>
#include <vector>

namespace cw {

/// Where the bytes of a record of a zip archive lie in the file.
struct ZipRecord {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::vector<std::int64_t> checksums; ///< where the CRC-32 of those bytes stands: four bytes each
};

/// The records of a zip archive whose records are stored as they are, as PyTorch writes them; sizes of more than 32
/// bits included. Throws Error naming path and the record: Format for one outside the file, over another or given
/// twice, Unsupported for one that is compressed or encrypted.
std::map<std::string, ZipRecord> readZipDirectory(QByteArrayView file, const QString &path);

} // namespace cw
