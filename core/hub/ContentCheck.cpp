// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/ContentCheck.h"

namespace cw {

ContentCheck::ContentCheck(const HubFile &file)
    : m_file(file),
      m_hash(file.kind == HubFile::Checksum::Sha256 ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1)
{
    restart();
}

void ContentCheck::restart()
{
    m_hash.reset();
    if (m_file.kind == HubFile::Checksum::GitSha1)
        m_hash.addData(QByteArray("blob " + QByteArray::number(m_file.size) + '\0'));
}

void ContentCheck::add(const QByteArray &bytes)
{
    m_hash.addData(bytes);
}

const char *checksumName(HubFile::Checksum kind)
{
    return kind == HubFile::Checksum::Sha256 ? "SHA-256" : "SHA-1 (git)";
}

} // namespace cw
