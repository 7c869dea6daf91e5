// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a measure's own source needs: the table of measures, and the model that it is taken of.
#include "core/measures/Measure.h"
#include "core/measures/MeasureModel.h"
