// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <vector>

namespace cw {

/// Which occupations a model's editing may touch and which sentence pieces it has seen: folds.json beside a demo model.
struct FoldsFile {
    /// A prompt to report on, up to its pronoun.
    struct Prompt {
        QString text;
        QString occupation;
        bool isUnseen = false; ///< its pieces are in no prompt that locating and editing may see
    };

    QStringList edited;
    QSet<QString> heldOut;
    QSet<QString> unseenFrames; ///< what stands behind the occupation: "wanted that"
    QStringList locating;       ///< prompts that locating and editing may see, with {} where their occupation stands
    std::vector<Prompt> reporting;

    /// Throws Error of kind Format naming the file where a list is missing or a prompt has no place for its occupation.
    static FoldsFile read(const QString &path);
};

} // namespace cw
