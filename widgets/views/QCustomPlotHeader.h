// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// qcustomplot.h is written with Qt's keywords, which QT_NO_KEYWORDS takes away because they collide with libtorch. This
// is the only place that includes it; no source file may see it and a torch header.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
