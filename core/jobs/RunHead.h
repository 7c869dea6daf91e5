// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/StackSnapshot.h"

#include <QJsonObject>

namespace cw {

struct LoadedModel;

/// What every kind of run says of the model it was made on.
struct RunHead {
    QString fingerprint; ///< of the checkpoint
    QString folder;      ///< of the checkpoint
    QJsonObject spec;    ///< of the model
    QString device;      ///< "cpu", "cuda:0"
    QString dtype;       ///< "fp32", "bf16", "fp16"
    StackSnapshot stack; ///< the project's edits that were on the model
};

/// What a run worked out before it began, but for the settings, the model and its place: nothing, where its kind says
/// no more.
inline QJsonObject inputsToJson(const RunHead &)
{
    return {};
}

/// That of a run on this model, which is open.
RunHead headOf(const LoadedModel &model);

} // namespace cw
