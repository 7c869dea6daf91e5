// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

class QCryptographicHash;

namespace cw {

class Monitor;
class SafetensorsWriter;
class TensorFile;
struct LoadedModel;

/// A folder of numbers that would take long to compute again, in files by the hash of what they depend on. One that
/// cannot be written, or none, keeps nothing.
class CacheFolder {
public:
    /// The oldest files go when all together are larger than most bytes.
    CacheFolder(const QString &folder, qint64 most);

    /// The user's, for all projects.
    static QString usual(const QString &name);

    /// Null where it is not there or damaged.
    std::shared_ptr<const TensorFile> open(const QString &name) const;
    void write(const QString &name, const SafetensorsWriter &writer) const;

private:
    QString path(const QString &name) const;
    void makeRoom() const;

    const QString m_folder;
    const qint64 m_most;
};

/// Adds what all that is computed with a model depends on: its weights, as they are edited, their type and the device.
void addModel(QCryptographicHash &hash, const LoadedModel &model, Monitor &monitor);

} // namespace cw
