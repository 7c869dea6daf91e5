// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace cw {

struct ModelSpec;

/// A spec as it stands in the output of info and in projects; its keys are the names of the fields.
QJsonObject toJson(const ModelSpec &spec);

} // namespace cw
