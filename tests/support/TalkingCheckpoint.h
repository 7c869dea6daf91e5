// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/CheckpointWriter.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TinyModel.h"
#include "tests/support/WordTokenizer.h"

#include <QTemporaryDir>

namespace cw::test {

/// A checkpoint of random weights that writes on and on: no token ends its text, and its context is long enough that
/// it can be stopped on its way. Its tokenizer is wordTokenizer().
class TalkingCheckpoint {
public:
    static constexpr int context = 50000;

    explicit TalkingCheckpoint(std::uint32_t seed = 1)
    {
        ModelSpec spec = tinyGpt2();
        spec.vocabulary = 9;
        spec.context = context;
        constexpr std::int64_t neverDrawn = -1;
        writeGpt2Checkpoint(folder(), spec, tinyParameters(spec, seed), neverDrawn);
        write(m_dir.filePath(QStringLiteral("tokenizer.json")), wordTokenizer());
    }

    QString folder() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

} // namespace cw::test
