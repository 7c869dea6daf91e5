// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/DemoExam.h"
#include "core/jobs/TrainDemoSettings.h"

#include <QByteArray>

namespace cw {

/// The model card of a demo model as the text of its README.md: what it is, how it was made, what was examined, and the
/// folds. English, and without times, so that the same training gives the same card.
QByteArray demoCard(const TrainDemoSettings &settings, const DemoPatient &patient, const DemoLines &lines);

} // namespace cw
