// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace cw {

/// Rotary position embedding (Su et al. 2021) and its published ways to reach longer contexts: linear interpolation
/// (Chen et al. 2023), dynamic NTK, Llama 3's by wavelength, YaRN (Peng et al. 2023), LongRoPE (Ding et al. 2024).
struct RotarySpec {
    enum class Scaling { None, Linear, Dynamic, Llama3, Yarn, LongRope };
    int width = 0; ///< how many entries of a head are turned
    double base = 10000;
    bool interleaved = false; ///< entries 2i and 2i + 1 form a pair (GPT-J), not i and i + width / 2
    Scaling scaling = Scaling::None;
    double factor = 1;
    double lowFrequencyFactor = 1;
    double highFrequencyFactor = 4;
    double betaFast = 32;             ///< YaRN: turns within the original context above which a pair is left as it is
    double betaSlow = 1;              ///< and below which it is interpolated
    bool truncates = true;            ///< YaRN rounds these limits to whole pairs
    double attentionFactor = 1;       ///< cosines and sines are multiplied by it
    std::vector<double> shortFactors; ///< LongRoPE's, per pair, up to the original context
    std::vector<double> longFactors;  ///< and beyond it
    int originalContext = 0;          ///< the length trained with, which scaling starts from; 0: none other
};

} // namespace cw
