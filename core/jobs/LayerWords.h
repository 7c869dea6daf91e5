// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// The layers that words such as "0" or "0-2,5" name, ascending, in a model of so many. Throws Error of kind Input
/// quoting what names none.
std::vector<int> layersNamed(const QString &words, int count);

/// What layersNamed() reads as first to last: "0-2", or "0" for one.
QString layerWords(int first, int last);

/// The lowest tenth of so many, at least one: where the occupation's gender is kept (Cai et al. 2024).
std::vector<int> lowestTenth(int count);

} // namespace cw
