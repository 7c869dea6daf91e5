// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <vector>

namespace cw {

class ConfigReader;

/// A size in config.json: where it goes, its key, and what stands in for a key that is missing: times the size
/// otherwise, or, without that, times itself. Where times is 0 the key must be there.
struct SizeKey {
    int ModelSpec::*size;
    const char *key;
    int ModelSpec::*otherwise = nullptr;
    int times = 0;
};

struct FlagKey {
    bool ModelSpec::*flag;
    const char *key;
    bool otherwise;
};

/// A number that is absent, or null, where the model does not have it.
struct NumberKey {
    double ModelSpec::*number;
    const char *key;
};

/// A switch of config.json that a family reads once: its key, or nullptr when the family has none.
struct SwitchKey {
    const char *key = nullptr;
    bool otherwise = false;
};

/// Which parameters of a family have a bias: set for the family or read from its config.
enum class BiasRule { Always, Never, Attention, Mlp };

/// One parameter of a family: its canonical and its stored name without ".weight" and ".bias"; # is the layer, @ the
/// head. Names that were in use at different times are parted by |.
struct ParameterName {
    enum Kind {
        Plain,
        Transposed, ///< stored as [in, out], as GPT-2's Conv1D does
        FirstHalf,  ///< the first half of the rows of what is stored
        SecondHalf,
        Whole ///< the stored name is complete
    };
    const char *canonical;
    const char *stored;
    BiasRule bias = BiasRule::Never;
    Kind kind = Plain;
    bool outside = false; ///< stands outside the family's prefix, as heads do
};

/// A family of checkpoints: how its config.json fills a ModelSpec and what its tensors are called. To add one, add a
/// table to core/checkpoint/families.
struct Family {
    const char *modelType = "";
    std::vector<const char *> architectures; ///< the classes a config names, the one with a vocabulary map first
    ModelSpec switches;                      ///< what holds for every checkpoint of the family

    std::vector<SizeKey> sizes; ///< in an order in which each refers to earlier ones only
    std::vector<FlagKey> flags;
    std::vector<NumberKey> numbers;
    const char *headWidthKey = nullptr; ///< else width / heads
    const char *epsilonKey = nullptr;   ///< else, and where the key is missing, that of switches
    const char *activationKey = nullptr;
    const char *activation = nullptr; ///< where the key is missing; without both, that of switches
    const char *rotaryBaseKey = "rope_theta";
    const char *rotaryShareKey = "partial_rotary_factor"; ///< which share of a head is turned; else rotaryShare
    double rotaryShare = 1;
    const char *rotaryWidthKey = nullptr; ///< how many entries are turned, instead of a share
    SwitchKey attentionBias;
    SwitchKey mlpBias;
    SwitchKey parallelResidual;
    void (*refine)(const ConfigReader &config, ModelSpec &spec) = nullptr; ///< what no table can say

    std::vector<const char *> prefixes; ///< tried in this order, the empty one last
    std::vector<ParameterName> parameters;
};

/// Every family the program knows.
const std::vector<Family> &families();

} // namespace cw
