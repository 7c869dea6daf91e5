// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// Which tokens of a prompt and its answer the loss is taken over. With the last one alone a module of the last layer,
/// attn.k apart, gets gradients of rank one from both answers: its rows' cosines are all 1 or -1 and rank nothing.
enum class LossSpan { WholeText, LastToken };

/// By what the rows of a prompt are ranked.
enum class RowScorer {
    CosineHigh,     ///< both answers pull the row the same way (Qin et al. 2024, equation 12)
    CosineLow,      ///< they pull it opposite ways (Yu et al. 2023)
    DifferenceNorm, ///< their pulls differ most
    Random          ///< a control: as many rows as CosineHigh finds, drawn from the others
};

} // namespace cw
