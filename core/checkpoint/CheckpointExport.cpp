// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/CheckpointExport.h"

#include "core/checkpoint/FolderFile.h"
#include "core/checkpoint/TensorFiles.h"
#include "core/checkpoint/TensorOverwriter.h"
#include "core/checkpoint/WeightsName.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace cw {
namespace {

constexpr qint64 chunkBytes = qint64{8} << 20;

/// How files end that hold weights, or list those that do.
const QStringList &weightEnds()
{
    static const QStringList ends{
        QStringLiteral(".safetensors"), QStringLiteral(".bin"),     QStringLiteral(".pt"),
        QStringLiteral(".pth"),         QStringLiteral(".ckpt"),    QStringLiteral(".h5"),
        QStringLiteral(".ot"),          QStringLiteral(".msgpack"), QStringLiteral(".onnx"),
        QStringLiteral(".gguf"),        QStringLiteral(".npz"),     QStringLiteral(".index.json"),
        QStringLiteral(".tflite"),      QStringLiteral(".mlmodel")};
    return ends;
}

bool holdsWeights(const QString &name)
{
    return std::any_of(weightEnds().begin(), weightEnds().end(),
                       [&name](const QString &end) { return name.endsWith(end, Qt::CaseInsensitive); });
}

[[noreturn]] void refuseWriting(const QFile &file)
{
    throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                {file.fileName().toStdString(), file.errorString().toStdString()});
}

/// Tells of the bytes of several files as of one work.
struct Progress {
    Monitor &monitor;
    qint64 total;
    qint64 done = 0;

    void add(qint64 bytes) { monitor.step(done += bytes, total); }
};

void copyFile(const QString &from, const QString &to, Progress &progress)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: %2."),
                    {from.toStdString(), source.errorString().toStdString()});
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        refuseWriting(target);
    for (QByteArray chunk = source.read(chunkBytes); !chunk.isEmpty(); chunk = source.read(chunkBytes)) {
        if (target.write(chunk) != chunk.size())
            refuseWriting(target);
        progress.add(chunk.size());
    }
    if (source.error() != QFileDevice::NoError || !target.flush())
        refuseWriting(target);
}

QString canonical(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : QFileInfo(info.absolutePath()).canonicalFilePath();
}

} // namespace

CheckpointExport::CheckpointExport(std::shared_ptr<const Checkpoint> source, StoredTensors changed)
    : m_source(std::move(source)), m_changed(std::move(changed))
{
    list();
}

const TensorFile *CheckpointExport::weightsAt(const QString &path) const
{
    for (const auto &file : m_source->tensorFiles().files())
        if (file->path() == path)
            return file.get();
    return nullptr;
}

void CheckpointExport::list()
{
    const QString folder = m_source->folder();
    const QString weights = findWeights(folder).path;
    const QDir::Filters all = QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
    for (const QFileInfo &info : QDir(folder).entryInfoList(all, QDir::Name)) {
        const QString path = QDir(folder).filePath(info.fileName());
        const bool isUsed = path == weights || weightsAt(path);
        if (info.isDir() || (holdsWeights(info.fileName()) && !isUsed)) {
            m_leftOut << info.fileName();
            continue;
        }
        m_names << info.fileName();
        m_bytes += info.size();
    }
}

void CheckpointExport::requireRoom(const QString &folder) const
{
    requireOutside(m_source->folder(), folder);
    const QStorageInfo storage(QFileInfo(folder).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < m_bytes)
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 needs %2 MB, but only %3 MB are free there."),
                    {folder.toStdString(), std::to_string(m_bytes / 1000000 + 1),
                     std::to_string(storage.bytesAvailable() / 1000000)});
}

void CheckpointExport::write(const QString &folder, Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Copying the checkpoint"));
    Progress progress{monitor, m_bytes};
    for (const QString &name : m_names) {
        const QString from = fileInFolder(m_source->folder(), name);
        const QString to = QDir(folder).filePath(name);
        copyFile(from, to, progress);
        if (const TensorFile *weights = weightsAt(from))
            overwriteTensors(to, *weights, m_changed);
    }
}

void requireOutside(const QString &checkpoint, const QString &folder)
{
    const QString source = canonical(checkpoint);
    const QString target = canonical(QFileInfo(folder).absoluteFilePath());
    if (target == source || target.startsWith(source + u'/'))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 lies in the checkpoint that is edited, which is never written to; "
                                               "name another folder."),
                    {folder.toStdString()});
}

} // namespace cw
