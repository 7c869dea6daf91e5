// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// Makes SIGINT and SIGTERM ask for a stop instead of ending the program; the second one ends it as usual.
void catchInterrupts();
bool isInterrupted();

} // namespace cw
