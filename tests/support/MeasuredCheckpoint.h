// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bench/RandomModel.h"
#include "core/checkpoint/CheckpointWriter.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TinyModel.h"

#include <QTemporaryDir>

namespace cw::test {

/// A checkpoint of random weights that reads the demo model's tokens, large enough that a measure of it takes seconds
/// and several parts: it can be stopped on its way.
class MeasuredCheckpoint {
public:
    MeasuredCheckpoint()
    {
        ModelSpec spec = tinyGpt2(12);
        spec.width = 512;
        spec.headWidth = spec.width / spec.heads;
        spec.hidden = 4 * spec.width;
        spec.vocabulary = 1860;
        spec.context = 64;
        writeGpt2Checkpoint(folder(), spec, randomModel(spec, 1)->parameters(), 0);
        QFile::copy(
            QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model/tokenizer.json")),
            m_dir.filePath(QStringLiteral("tokenizer.json")));
    }

    QString folder() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

} // namespace cw::test
