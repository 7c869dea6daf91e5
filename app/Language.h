// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace cw {

/// Makes the application speak the language of the user's locale where the program has a translation into it, with Qt's
/// own texts as far as they are installed. Otherwise it stays with English.
void speakUserLanguage(QCoreApplication &application);

} // namespace cw
