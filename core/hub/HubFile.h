// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace cw {

/// A file of a model on a hub, as the hub lists it.
struct HubFile {
    /// What the checksum is of: the content, or the content as git stores it.
    enum class Checksum { Sha256, GitSha1 };

    QString name;
    qint64 size = 0;
    Checksum kind = Checksum::Sha256;
    QByteArray checksum; ///< lower-case hexadecimal digits
};

} // namespace cw
