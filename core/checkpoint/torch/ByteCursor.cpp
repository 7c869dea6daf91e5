// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/ByteCursor.h"

#include <algorithm>

namespace cw {
namespace {

constexpr const char *cutOff = QT_TRANSLATE_NOOP("Error", "%1 is cut off at byte %2. Copy or download it again.");
constexpr std::int64_t longestLine = 1000;

} // namespace

ByteCursor::ByteCursor(QByteArrayView file, std::string path, std::int64_t begin, std::int64_t end)
    : m_file(file), m_path(std::move(path)), m_position(begin), m_end(end)
{
    if (begin < 0 || begin > end || end > file.size()) {
        m_position = file.size();
        refuse(cutOff);
    }
}

std::string_view ByteCursor::take(std::int64_t count)
{
    if (count < 0 || count > rest())
        refuse(cutOff);
    const char *bytes = m_file.data() + m_position;
    m_position += count;
    return {bytes, static_cast<std::size_t>(count)};
}

std::string_view ByteCursor::line()
{
    const std::string_view all(m_file.data() + m_position, static_cast<std::size_t>(std::min(rest(), longestLine)));
    const std::size_t end = all.find('\n');
    if (end == std::string_view::npos)
        refuse(cutOff);
    m_position += static_cast<std::int64_t>(end) + 1;
    return all.substr(0, end);
}

void ByteCursor::refuse(const char *message) const
{
    throw Error(Error::Kind::Format, message, {m_path, std::to_string(m_position)});
}

} // namespace cw
