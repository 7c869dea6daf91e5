// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LoadPatched.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/data/FileSum.h"
#include "core/jobs/LoadModelJob.h"

namespace cw {

LoadedModel loadPatched(const QString &folder, const QStringList &patches, const QString &device, const QString &dtype,
                        Monitor &monitor)
{
    LoadedModel loaded = loadModel(folder, device, dtype);
    if (patches.isEmpty())
        return loaded;
    const QString hash = loaded.checkpoint->hash(monitor);
    ActiveEdits edits;
    for (const QString &path : patches) {
        const Patch patch = readPatch(path);
        requireBase(patch, path, hash);
        edits.push_back({patch.edit, 1});
        loaded.stack.parts.append({patch.title, sha256Of(path), 1});
    }
    loaded.model = edited(loaded.model, edits, monitor);
    return loaded;
}

} // namespace cw
