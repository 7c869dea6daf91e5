// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"

namespace cw {
namespace {

std::string filled(std::string text, const std::vector<std::string> &arguments)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool marks = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = marks ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (index < arguments.size()) {
            result += arguments[index];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

Error::Error(Kind kind, const char *message, std::vector<std::string> arguments)
    : std::runtime_error(filled(message, arguments)), m_kind(kind), m_message(message),
      m_arguments(std::move(arguments))
{
}

const char *name(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled: return "Cancelled";
    case Error::Kind::File: return "File";
    case Error::Kind::Format: return "Format";
    case Error::Kind::Unsupported: return "Unsupported";
    case Error::Kind::Input: return "Input";
    case Error::Kind::Storage: return "Storage";
    case Error::Kind::Memory: return "Memory";
    case Error::Kind::Device: return "Device";
    case Error::Kind::Network: return "Network";
    case Error::Kind::Internal: return "Internal";
    }
    return "Internal";
}

} // namespace cw
