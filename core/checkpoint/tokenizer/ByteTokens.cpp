// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/ByteTokens.h"

#include "core/checkpoint/tokenizer/Vocabulary.h"

namespace cw {

ByteTokens::ByteTokens(const Vocabulary &vocabulary)
{
    for (std::size_t byte = 0; byte < m_ids.size(); ++byte) {
        const QString hex = QString::number(byte, 16).toUpper().rightJustified(2, u'0');
        m_ids[byte] = vocabulary.id(QString(u"<0x" + hex + u'>'));
    }
}

std::vector<std::int64_t> ByteTokens::of(QStringView text) const
{
    std::vector<std::int64_t> ids;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes) {
        ids.push_back(m_ids[static_cast<unsigned char>(byte)]);
        if (ids.back() == Vocabulary::none)
            return {};
    }
    return ids;
}

} // namespace cw
