// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LocateSettings.h"
#include "core/jobs/StackSnapshot.h"

#include <QMetaType>

namespace cw {

/// The head of a search: what was asked, and of which model.
struct LocateRun {
    LocateSettings settings;
    QString fingerprint; ///< of the checkpoint
    QString folder;      ///< of the checkpoint
    QJsonObject spec;    ///< of the model
    QString device;      ///< "cpu", "cuda:0"
    QString dtype;       ///< "fp32", "bf16", "fp16"
    StackSnapshot stack; ///< the project's edits that were on the model
};

/// All but the settings, the model and its place: nothing is worked out beforehand.
inline QJsonObject inputsToJson(const LocateRun &)
{
    return {};
}

} // namespace cw

Q_DECLARE_METATYPE(cw::LocateRun)
