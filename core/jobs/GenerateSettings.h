// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

/// Everything a person says about a text that a model goes on with.
struct GenerateSettings {
    QString model;
    QString prompt;
    int max = 100;          ///< tokens, if nothing ends the text before
    double temperature = 0; ///< 0: always the likeliest token
    double topP = 1;
    int topK = 0;     ///< 0: all
    QStringList stop; ///< the text ends before the first of these
    std::uint32_t seed = 1;
    int samples = 1; ///< sample number i is drawn with seed + i
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<GenerateSettings>> &fields();

    /// Throws Error of kind Input for what no field alone can say: no model, no prompt, samples that are all the same.
    void check() const;
    /// Those settings that decide the text.
    QJsonObject measured() const;
    QString command() const;
};

bool operator==(const GenerateSettings &a, const GenerateSettings &b);

} // namespace cw
