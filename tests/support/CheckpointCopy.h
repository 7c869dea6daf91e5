// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Safetensors.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace cw::test {

/// A copy of a fixture's checkpoint that a test may change or break.
class CheckpointCopy {
public:
    explicit CheckpointCopy(const QString &model) { m_copied = copyFolder(fixture(u"models/" + model), folder()); }

    bool isComplete() const { return m_copied; }
    QString folder() const { return m_dir.filePath(QStringLiteral("model")); }
    QString file(const QString &name) const { return folder() + u'/' + name; }

    QJsonObject config() const { return QJsonDocument::fromJson(read(file(QStringLiteral("config.json")))).object(); }
    bool setConfig(const QJsonObject &config) const
    {
        return write(file(QStringLiteral("config.json")), QJsonDocument(config).toJson());
    }
    bool set(const QString &key, const QJsonValue &value) const
    {
        QJsonObject changed = config();
        changed[key] = value;
        return setConfig(changed);
    }

    using Tensors = std::map<std::string, at::Tensor>;
    /// Writes model.safetensors anew after change has seen its tensors.
    template <class F> void rewrite(const F &change) const
    {
        const QString path = file(QStringLiteral("model.safetensors"));
        Tensors tensors;
        const auto stored = Safetensors::open(path);
        for (const auto &entry : stored->entries())
            tensors[entry.first] = stored->tensor(entry.first).clone();
        change(tensors);
        SafetensorsWriter writer;
        for (const auto &[name, tensor] : tensors)
            writer.add(name, tensor);
        writer.write(path);
    }

private:
    QTemporaryDir m_dir;
    bool m_copied = false;
};

} // namespace cw::test
