// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/StackSnapshot.h"

#include <memory>

namespace cw {

struct Edit;

/// An edit of the stack that is on, and the hash of the checkpoint that it was made for.
struct EnabledEdit {
    StackSnapshot::Part part;
    QString base;
    std::shared_ptr<const Edit> edit;
};

} // namespace cw
