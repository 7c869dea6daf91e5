// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Sandbox.h"

namespace cw {

/// Proves before the first program is run that the sandbox holds on this machine: programs of our own try to break each
/// of its limits. Takes about two seconds. Throws Error of kind Unsupported that names what is missing or does not
/// hold, Cancelled as the monitor does.
void checkSandbox(const Sandbox &sandbox, Monitor &monitor);

} // namespace cw
