// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Edit.h"

#include <memory>
#include <vector>

namespace cw {

class Model;

/// Makes the same changes on other rows, columns or weights of the same parameters, drawn outside those that an edit
/// changes: a control that keeps every norm of the change and gives up the place. Each goes to one that is about as
/// long as the one it comes from, among the nearest tenth by norm. Lengths are read once for all draws.
class EditMover {
public:
    /// Throws Error of kind Input where the edit changes so much of a parameter that there is nowhere to move it to,
    /// which canMove() says before.
    EditMover(const Model &model, const Edit &edit);
    ~EditMover();

    /// The draw of a seed.
    Edit moved(std::uint32_t seed) const;

    static bool canMove(const Model &model, const Edit &edit);

private:
    struct Part;

    std::vector<std::unique_ptr<const Part>> m_parts; ///< as the edit's
};

} // namespace cw
