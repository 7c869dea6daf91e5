// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/HubFile.h"

#include <QCryptographicHash>

namespace cw {

/// The checksum of a file that comes piece by piece.
class ContentCheck {
public:
    explicit ContentCheck(const HubFile &file);

    void add(const QByteArray &bytes);
    void restart();
    bool isRight() const { return found() == m_file.checksum; }
    QByteArray found() const { return m_hash.result().toHex(); }

private:
    const HubFile m_file;
    QCryptographicHash m_hash;
};

/// "SHA-256" or "SHA-1 (git)".
const char *checksumName(HubFile::Checksum kind);

} // namespace cw
