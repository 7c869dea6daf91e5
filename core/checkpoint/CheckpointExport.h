// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Checkpoint.h"

#include <QStringList>

namespace cw {

class TensorFile;

/// A copy of a checkpoint folder with other numbers in some of its tensors: the same files, tensor names, types, shapes
/// and sharding, and every other byte of the weights as it was.
class CheckpointExport {
public:
    /// changed: by stored name, in the type and shape in which it is stored, as Checkpoint::changedTensors() gives it.
    CheckpointExport(std::shared_ptr<const Checkpoint> source, StoredTensors changed);

    /// What is not copied: weights in other formats, which would stay the old ones, and folders.
    const QStringList &leftOut() const { return m_leftOut; }

    /// Throws Error: of kind Input where folder lies in the source, of kind File where there is too little room.
    void requireRoom(const QString &folder) const;
    /// Writes the files into a folder that is there and empty. Throws Error of kind File naming what cannot be written.
    void write(const QString &folder, Monitor &monitor) const;

private:
    const TensorFile *weightsAt(const QString &path) const;
    void list();

    std::shared_ptr<const Checkpoint> m_source;
    StoredTensors m_changed;
    QStringList m_names;
    QStringList m_leftOut;
    std::int64_t m_bytes = 0;
};

/// Throws Error of kind Input where folder lies in a checkpoint: what is read is never written to.
void requireOutside(const QString &checkpoint, const QString &folder);

} // namespace cw
