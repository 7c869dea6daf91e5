// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QString>
#include <QVector>
#include <vector>

namespace cw {

/// What a person can tick in: the rows of a module, or the neurons of a layer's MLP.
struct WeightPart {
    enum class Kind { Rows, Neurons };

    QString name; ///< "layers.2.mlp.out", of neurons "layers.2"
    Kind kind = Kind::Rows;
    int layer = -1;      ///< -1: embedding and head
    int count = 0;       ///< of rows or neurons
    int width = 0;       ///< weights in each, of a neuron those that it writes
    bool isTied = false; ///< the embedding is the head too
};

/// All parts of a model in the order of the forward pass, a layer's neurons behind its modules.
QVector<WeightPart> weightParts(const LoadedModel &model);

/// Euclidean norms of a part's rows or neurons, of their weights or of what is known of each weight, and of the whole.
struct PartNorms {
    PartNorms() = default;
    PartNorms(int number, std::vector<float> each);

    int part = 0; ///< place among weightParts()
    std::vector<float> norms;
    double norm = 0;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::PartNorms)
