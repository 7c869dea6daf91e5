// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MadeEdit.h"

#include <QByteArray>

namespace cw {

struct Patch;

/// What an edit changes as a project keeps it: a patch file's bytes under their SHA-256.
struct EditContent {
    explicit EditContent(const Patch &patch);

    QByteArray bytes;
    QString hash;
};

/// An edit that is ready to lie on a stack. To pack a large one takes seconds: do it on the thread that made it.
struct PackedEdit {
    PackedEdit(const MadeEdit &edit); // implicit: every edit can be packed

    MadeEdit made;
    EditContent content;
};

} // namespace cw
