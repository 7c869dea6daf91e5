// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/CacheFolder.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/checkpoint/TensorFile.h"
#include "core/engine/Model.h"
#include "core/jobs/Attempt.h"
#include "core/jobs/LoadedModel.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace cw {

CacheFolder::CacheFolder(const QString &folder, qint64 most) : m_folder(folder), m_most(most) {}

QString CacheFolder::usual(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u'/' + name;
}

QString CacheFolder::path(const QString &name) const
{
    return QDir(m_folder).filePath(name + QStringLiteral(".safetensors"));
}

std::shared_ptr<const TensorFile> CacheFolder::open(const QString &name) const
{
    if (m_folder.isEmpty() || !QFileInfo::exists(path(name)))
        return nullptr;
    return attempt([&] { return TensorFile::open(path(name)); }).value_or(nullptr);
}

void CacheFolder::write(const QString &name, const SafetensorsWriter &writer) const
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return;
    // A full disk or a folder of another user: then it is computed again next time.
    if (attempt([&] { writer.write(path(name)); }))
        makeRoom();
}

void CacheFolder::makeRoom() const
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) {
        bytes += file.size();
        if (bytes > m_most)
            QFile::remove(file.filePath());
    }
}

void addModel(QCryptographicHash &hash, const LoadedModel &model, Monitor &monitor)
{
    const Placement &placement = model.model->placement();
    hash.addData(model.checkpoint->hash(model.checkpoint->changedTensors(*model.model), monitor).toLatin1());
    hash.addData((typeName(placement) + QString::fromStdString(placement.device.str())).toLatin1());
}

} // namespace cw
