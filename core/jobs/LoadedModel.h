// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <memory>

namespace cw {

class Checkpoint;
class Model;

/// A checkpoint and the model made of it, shared by the window and its jobs; both null where none is open.
struct LoadedModel {
    std::shared_ptr<const Checkpoint> checkpoint;
    std::shared_ptr<const Model> model;
};

} // namespace cw

Q_DECLARE_METATYPE(cw::LoadedModel)
