// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/FileSum.h"

#include "core/engine/Error.h"

#include <QCryptographicHash>
#include <QFile>

namespace cw {

QString sha256Of(const QString &path)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2"),
                    {path.toStdString(), file.errorString().toStdString()});
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace cw
