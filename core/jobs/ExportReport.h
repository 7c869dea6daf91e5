// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/PreviewScores.h"

#include <QStringList>

namespace cw {

/// A checkpoint that was written, and what reading it back has shown.
struct ExportReport {
    QString folder;
    QString hash;
    QStringList changed;          ///< stored names of the tensors that are not the source's
    QStringList leftOut;          ///< files of the source that were not copied: weights in other formats, folders
    double largestDifference = 0; ///< between the logits of the written and the shown model
    int comparedTokens = 0;       ///< so many positions were compared
    PreviewScores before;         ///< of the probe set; both have no prompts where the model cannot be asked
    PreviewScores after;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::ExportReport)
