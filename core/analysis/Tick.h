// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

class Model;

/// What is ticked of one parameter.
struct Tick {
    enum class Part { All, Rows, Columns, Weights };

    std::string parameter; ///< as ParameterView names it
    Part part = Part::All;
    std::vector<std::int64_t> places = {}; ///< rows, columns, or flat places in the parameter; ascending, once each
};

/// What a person ticks, in words: "layers.2.mlp.out:7,9-12" are rows of a module, "layers.3:12,15" neurons of a layer,
/// "layers.2.mlp.out:7/31" weights, by row and column; "layers.2.mlp.out" is a module, "layers.*.mlp.out" are all
/// that match, "3" or "3-5" are layers. Numbers start at 0, ranges are inclusive.
struct TickWords {
    std::vector<std::string> layers;
    std::vector<std::string> modules;
    std::vector<std::string> rows;
    std::vector<std::string> neurons;
    std::vector<std::string> weights;
    bool withBias = false; ///< the biases of ticked rows and modules too

    bool isEmpty() const;
};

/// What is done with what is ticked.
enum class TickMethod {
    Zero,     ///< W' = 0
    Scale,    ///< W' = amount * W
    Mean,     ///< a row becomes the mean row of its parameter, a column its mean column, a weight its row's mean
    Toward,   ///< W' = W + amount * (reference - W)
    Attenuate ///< W' = (I - amount * u u^T) W, with a unit direction u of the residual stream
};

/// Which side of a neuron is meant: what it writes, its column of mlp.out, or also what it reads, its rows of mlp.in
/// and mlp.gate.
enum class NeuronSide { Out, Both };

/// The ticks, one per parameter and part, in the model's order. Throws Error of kind Input quoting the words that name
/// nothing of this model, or where nothing is ticked.
std::vector<Tick> ticksOf(const TickWords &words, NeuronSide side, const Model &model);

} // namespace cw
