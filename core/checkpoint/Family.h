// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <vector>

namespace cw {

/// A size in config.json: where it goes, its key, and what stands in for a key that is missing: times the size
/// otherwise. Without otherwise the key must be there.
struct SizeKey {
    int ModelSpec::*size;
    const char *key;
    int ModelSpec::*otherwise = nullptr;
    int times = 1;
};

struct FlagKey {
    bool ModelSpec::*flag;
    const char *key;
    bool otherwise;
};

/// A switch of config.json that a family reads once: its key, or nullptr when the family has none.
struct SwitchKey {
    const char *key = nullptr;
    bool otherwise = false;
};

/// Which parameters of a family have a bias: set for the family or read from its config.
enum class BiasRule { Always, Never, Attention, Mlp };

/// One parameter of a family: its canonical and its stored name without ".weight" and ".bias"; # is the layer.
struct ParameterName {
    const char *canonical;
    const char *stored;
    BiasRule bias = BiasRule::Never;
    bool transposed = false; ///< stored as [in, out], as GPT-2's Conv1D does
    bool outside = false;    ///< stands outside the family's prefix, as heads do
};

/// A family of checkpoints: how its config.json fills a ModelSpec and what its tensors are called. To add one, add a
/// table to FamilyTables.cpp.
struct Family {
    const char *modelType = "";
    const char *architecture = ""; ///< the class a config names under "architectures"
    ModelSpec switches;            ///< what holds for every checkpoint of the family

    std::vector<SizeKey> sizes; ///< in an order in which each refers to earlier ones only
    std::vector<FlagKey> flags;
    const char *headWidthKey = nullptr; ///< else width / heads
    const char *epsilonKey = "";
    const char *activationKey = "";
    const char *rotaryBaseKey = nullptr;
    const char *rotaryShareKey = nullptr; ///< which share of a head is turned; else all of it
    SwitchKey attentionBias;
    SwitchKey mlpBias;
    SwitchKey parallelResidual;

    std::vector<const char *> prefixes; ///< tried in this order, the empty one last
    std::vector<ParameterName> parameters;
};

/// Every family the program knows.
const std::vector<Family> &families();

} // namespace cw
