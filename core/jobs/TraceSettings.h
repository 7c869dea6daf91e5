// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"
#include "core/jobs/Fields.h"

#include <QString>
#include <QStringList>

namespace cw {

/// How large the noise is: a factor times the standard deviation of the subjects' embeddings (3s, as Meng et al. 2022)
/// or of the whole embedding matrix (3e), or the standard deviation itself.
struct NoiseSize {
    enum class Rule { Subjects, Embedding, Number };
    Rule rule = Rule::Subjects;
    double value = 3;
};

/// Everything a person says about a causal trace: the same as JSON, as a command, and in a project.
struct TraceSettings {
    enum class Corruption { Noise };
    enum class NoiseSeed { Own, Shared };

    QString model;
    QString prompt;
    QString subject;
    int occurrence = 1; ///< which of several places of the subject, from 1
    QStringList targets;
    std::vector<TraceKind> kinds{TraceKind::State, TraceKind::Mlp, TraceKind::Attn};
    int window = 0; ///< layers restored together for mlp and attn; 0: a fifth of the layers, at least one
    Corruption corrupt = Corruption::Noise;
    NoiseSize noise;
    int samples = 10;
    NoiseSeed noiseSeed = NoiseSeed::Own;
    std::uint32_t seed = 1;
    TraceMethod method = TraceMethod::Exact;
    Quantity quantity = Quantity::Aligned;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<TraceSettings>> &fields();

    /// Throws Error of kind Input when something that a trace needs is missing.
    void check() const;
    /// The settings that decide the numbers: two runs on one model with equal ones measure the same.
    QJsonObject measured() const;
    /// The command that does this trace, quoted for a shell.
    QString command() const;
};

bool operator==(const TraceSettings &a, const TraceSettings &b);
inline bool operator!=(const TraceSettings &a, const TraceSettings &b)
{
    return !(a == b);
}

} // namespace cw
