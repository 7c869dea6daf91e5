// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace cw {

/// A task of MBPP (Austin et al. 2021). Its lines end in LF, also where they end in CR LF or CR in the file.
struct MbppTask {
    int id = 0;
    QString text;
    QString code;      ///< a program that passes
    QString setup;     ///< what the tests need to have run before them and behind the program
    QStringList tests; ///< assert statements

    /// Of the paper's test split.
    bool isTest() const { return id >= 11 && id <= 510; }
    /// One of the three that prompts show.
    bool isShown() const { return id >= 2 && id <= 4; }
};

/// Reads mbpp.jsonl or sanitized-mbpp.json. Throws Error naming file and entry: of kind File, or Format where a field
/// is missing, an id comes twice or nothing is in it.
std::vector<MbppTask> readMbpp(const QString &path);

} // namespace cw
