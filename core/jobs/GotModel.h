// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/HubFile.h"

#include <QMetaType>
#include <QVector>

namespace cw {

/// A model that was downloaded, every file of it verified.
struct GotModel {
    QString folder;
    QString hub;
    QString repository;
    QString commit;
    QVector<HubFile> files;
    qint64 downloaded = 0; ///< bytes that came now; less than all where some were there already

    qint64 bytes() const
    {
        qint64 sum = 0;
        for (const HubFile &file : files)
            sum += file.size;
        return sum;
    }
};

} // namespace cw

Q_DECLARE_METATYPE(cw::GotModel)
