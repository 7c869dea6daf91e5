// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/PackedEdit.h"

#include "core/checkpoint/PatchFile.h"

#include <QCryptographicHash>

namespace cw {

EditContent::EditContent(const Patch &patch)
    : bytes(patchBytes(patch)),
      hash(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()))
{
}

PackedEdit::PackedEdit(const MadeEdit &edit)
    : made(edit), content({edit.edit, edit.title, edit.baseHash, {}, edit.recipe, QStringLiteral(CW_VERSION)})
{
}

} // namespace cw
