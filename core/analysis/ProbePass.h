// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ProbeTexts.h"
#include "core/engine/Model.h"

namespace cw {

class Monitor;

/// What a pass over some texts of a probe set and the passes back leave behind: for every use of every weight what it
/// read and the gradient of what it wrote, row by row. No text shares a row with another, so that a pass back through
/// the sum of all texts' scores gives the gradients of each. The n-th pass is that of every text's n-th query, whose
/// score is the sum of the log-probabilities that it reads.
struct ProbePass {
    struct Part {
        at::Tensor read;                   ///< [rows, in]; of a norm [rows, (heads,) width]
        std::vector<at::Tensor> gradients; ///< [pass][rows, out]; undefined: all nought
    };
    /// Weights of which each row of the text picks one: token, position and type embeddings.
    struct Lookup {
        at::Tensor index;                  ///< [rows] int64
        std::vector<at::Tensor> gradients; ///< [pass][rows, width]
    };
    /// Tokens that a pass reads at rows of the vocabulary map's input.
    struct Asked {
        at::Tensor rows; ///< [n] int64
        at::Tensor ids;  ///< [n] int64
    };

    std::map<std::string, std::vector<Part>> parts; ///< by the map's or norm's name, as it is stored
    std::map<std::string, Lookup> lookups;          ///< by the parameter's
    at::Tensor vocabularyRead;                      ///< what the vocabulary map reads: [reads, width]
    at::Tensor logSums;                             ///< ln of the sum of exp of its logits: [reads] fp32
    std::vector<Asked> asked;                       ///< of each pass
    at::Tensor textOfRow;                           ///< [rows] int64, by the order of texts
    at::Tensor textOfRead;                          ///< [reads] int64
    std::vector<ProbeText> texts;

    std::int64_t bytes() const;
};

/// Reads texts and goes back once for each of their queries; all must have equally many. Throws Error of kind Format or
/// Input where the model says no numbers.
ProbePass probePass(const Model &model, const std::vector<ProbeText> &texts, const std::vector<Query> &queries,
                    Monitor &monitor);

} // namespace cw
