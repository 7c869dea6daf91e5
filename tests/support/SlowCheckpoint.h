// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/CheckpointWriter.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TinyModel.h"
#include "tests/support/WordTokenizer.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>

namespace cw::test {

/// A checkpoint of random weights, large enough that a trace of many samples takes seconds and several parts: it can be
/// stopped on its way. Its tokenizer is wordTokenizer().
class SlowCheckpoint {
public:
    static constexpr int layers = 12;
    /// Samples for a trace of several parts.
    static constexpr int manySamples = 200;

    SlowCheckpoint()
    {
        ModelSpec spec = tinyGpt2(layers);
        spec.width = 256;
        spec.headWidth = spec.width / spec.heads;
        spec.hidden = 4 * spec.width;
        spec.vocabulary = 9;
        // Smaller values than usual, so that so wide a model does not become sure of one word.
        Parameters parameters = tinyParameters(spec);
        for (auto &[name, tensor] : parameters)
            if (tensor.dim() == 2)
                tensor = tensor * 0.2;
        writeGpt2Checkpoint(folder(), spec, parameters, 0);
        write(m_dir.filePath(QStringLiteral("tokenizer.json")), wordTokenizer());
    }

    QString folder() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

} // namespace cw::test
