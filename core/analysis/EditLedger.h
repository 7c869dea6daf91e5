// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

class Model;
struct ActiveEdit;

/// What edits ask of one parameter, and what of it survived the rounding to its stored type.
struct LedgerLine {
    std::string parameter;
    std::int64_t rows = 0;    ///< with a change
    std::int64_t allRows = 0; ///< of the parameter
    std::int64_t asked = 0;   ///< weights whose change is not nought
    std::int64_t changed = 0; ///< weights that came out different
    double norm = 0;          ///< of the parameter before, as all norms Frobenius'
    double askedNorm = 0;     ///< of strength * D
    double changedNorm = 0;   ///< of W' - W
};

struct EditLedger {
    std::vector<LedgerLine> lines;
    std::int64_t weights = 0; ///< of the whole model

    std::int64_t asked() const;
    std::int64_t changed() const;
    /// Of all weights, those that came out different.
    double share() const;
};

/// Whether two ledgers can be of one edit that was made twice: the same parameters, and norms that part by no more than
/// rounding in another order gives.
bool isAlike(const EditLedger &a, const EditLedger &b);

/// The ledger of edits between a model and what edited() made of it.
EditLedger ledgerOf(const Model &base, const Model &edited, const std::vector<ActiveEdit> &edits);

} // namespace cw
