// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// The folder with the demo model, the occupations and the templates: the one that the environment variable
/// COUNTERWEIGHT_RESOURCES names, else share/counterweight beside the program or one folder above it. Throws Error of
/// kind File where there is none.
QString resourceFolder();

/// A file or folder in there, such as "occupations.csv". Throws Error of kind File where it is missing.
QString resource(const QString &name);

} // namespace cw
