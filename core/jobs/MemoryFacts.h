// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/MemoryForecast.h"
#include "core/jobs/LoadedModel.h"

#include <QJsonObject>
#include <optional>

namespace cw {

/// How much memory a text takes with a model, beside what is free.
struct MemoryFacts {
    /// Texts are about so long where nobody says.
    static constexpr std::int64_t usualTokens = 256;

    std::int64_t tokens = usualTokens;
    MemoryForecast forecast;
    std::int64_t free = 0;                  ///< of RAM
    std::optional<std::int64_t> deviceFree; ///< of the CUDA device that is computed on
    std::int64_t program = 0;               ///< tokenizer, and what libraries take when they begin to compute

    std::int64_t total() const { return forecast.peak() + program; }
    QJsonObject json() const;
};

/// Of an open model; quick, as nothing is read or computed.
MemoryFacts memoryFacts(const LoadedModel &model, std::int64_t tokens = MemoryFacts::usualTokens);

} // namespace cw
