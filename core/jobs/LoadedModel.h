// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/StackSnapshot.h"

#include <QMetaType>
#include <memory>

namespace cw {

class Checkpoint;
class Model;

/// A checkpoint and the model made of it, shared by the window and its jobs; both null where none is open. The stack
/// says what edits of the project are on the model.
struct LoadedModel {
    std::shared_ptr<const Checkpoint> checkpoint;
    std::shared_ptr<const Model> model;
    StackSnapshot stack = {};
    bool isLost = false; ///< the stack asks for changes, and none is left once rounded to the type of the weights
};

} // namespace cw

Q_DECLARE_METATYPE(cw::LoadedModel)
