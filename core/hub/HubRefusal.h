// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

class HubModel;
struct HubAnswer;

/// Throws the Error for an answer that is not the thing that was asked for: no such model, no permission, no
/// connection. what: the file that was asked for, empty for the model itself.
[[noreturn]] void throwRefusal(const HubAnswer &answer, const HubModel &model, const QString &what);

} // namespace cw
