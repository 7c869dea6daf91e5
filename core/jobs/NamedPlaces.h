// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace cw {

struct LoadedModel;

/// Refuses what "layers" and "modules" of a method's settings name where this model has none of it, so that it is said
/// while a person is asked. Throws Error of kind Input. What a method cannot use of what is there, its job refuses.
void requireNamedPlaces(const QJsonObject &settings, const LoadedModel &model);

} // namespace cw
