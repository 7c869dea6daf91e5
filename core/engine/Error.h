// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace cw {

/// Why something failed: a kind the program can act on, an English sentence with %1, %2 ... that is translated when it
/// is shown (mark it with QT_TRANSLATE_NOOP("Error", ...)), and the names or values that fill it.
class Error : public std::runtime_error {
public:
    enum class Kind { Cancelled, File, Format, Unsupported, Input, Storage, Memory, Device, Network, Internal };

    Error(Kind kind, const char *message, std::vector<std::string> arguments = {});

    Kind kind() const { return m_kind; }
    const char *message() const { return m_message; }
    const std::vector<std::string> &arguments() const { return m_arguments; }

private:
    Kind m_kind;
    const char *m_message;
    std::vector<std::string> m_arguments;
};

/// The kind as it stands in JSON: "Cancelled", "File" ...
const char *name(Error::Kind kind);

} // namespace cw
