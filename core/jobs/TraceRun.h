// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"
#include "core/jobs/RunHead.h"
#include "core/jobs/TraceSettings.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <vector>

namespace cw {

/// The head of a trace: what was asked, what was worked out of it, and the runs every cell is compared with.
struct TraceRun : RunHead {
    TraceSettings settings;
    TraceInput input;
    std::vector<QString> tokens;
    std::vector<Span> offsets;
    int layers = 0;
    QStringList notes; ///< sentences a person should read beside the result
    TraceBase base;
};

/// A trace that was begun, and what is measured of it.
struct TraceProgress {
    TraceRun run;
    TraceResult result;
};

/// A trace whose base is measured, with the parts that earlier holds; earlier is null where nothing is gone on with.
TraceProgress begunTrace(const TraceRun &run, const TraceProgress *earlier);

/// Whether the parts of one can be finished by the other: same text, noise, window, targets, device and type.
bool canContinue(const TraceRun &earlier, const TraceRun &now);

/// All but the settings, the model and its place: what a project keeps as the inputs of a run.
QJsonObject inputsToJson(const TraceRun &run);
/// Reads it back into run, whose settings stand already. Throws Error of kind Storage when the parts do not fit.
void inputsFromJson(const QJsonObject &inputs, TraceRun &run);

} // namespace cw

Q_DECLARE_METATYPE(cw::TraceRun)
Q_DECLARE_METATYPE(cw::TraceBlock)
