// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"
#include "core/jobs/GetModelJob.h"
#include "tests/support/HubServer.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>

namespace cw::test {

/// A hub with a small model, and a folder to download it into.
class HubFixture {
public:
    HubFixture()
    {
        qunsetenv("HF_TOKEN");
        hub.addFolder(fixture(QStringLiteral("models/gpt2")));
        hub.add(QStringLiteral("README.md"), "A card.");
        hub.add(QStringLiteral("LICENSE"), "A licence.");
        hub.add(QStringLiteral("merges.txt"), {});
        hub.add(QStringLiteral("pytorch_model.bin"), "the same for another framework", true);
        hub.add(QStringLiteral("onnx/model.onnx"), "the same for another framework", true);
    }

    static QString weights() { return QStringLiteral("model.safetensors"); }
    /// Patience of a test: asks again at once.
    static Patience::Limits quick() { return {3, 1, 300}; }

    QString target() const { return folder.filePath(QStringLiteral("got")); }
    QString unfinished(const QString &name) const { return target() + QStringLiteral(".part/") + name; }
    QString part() const { return unfinished(weights() + QStringLiteral(".part")); }

    GetSettings settings() const
    {
        GetSettings settings;
        settings.model = HubServer::repository();
        settings.into = target();
        settings.hub = hub.address();
        return settings;
    }
    GotModel get(const GetSettings &settings, Monitor &monitor) const
    {
        GetModelJob job(settings, quick());
        GotModel model;
        QObject::connect(&job, &GetModelJob::got, &job, [&model](const GotModel &got) { model = got; });
        valueOrThrow(job.runHere(monitor));
        return model;
    }
    GotModel get() const
    {
        SilentMonitor silent;
        return get(settings(), silent);
    }
    /// "Kind: sentence", empty where it goes well.
    QString failure(const GetSettings &settings) const
    {
        SilentMonitor silent;
        return thrown([&] { get(settings, silent); });
    }
    QString failure() const { return failure(settings()); }

    QTemporaryDir folder;
    HubServer hub;
};

/// A token in the environment as long as this lives.
struct TokenSet {
    explicit TokenSet(const QByteArray &token) { qputenv("HF_TOKEN", token); }
    ~TokenSet() { qunsetenv("HF_TOKEN"); }
};

} // namespace cw::test
