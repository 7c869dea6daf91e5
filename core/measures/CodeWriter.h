// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstdint>

namespace cw {

class MeasureModel;
class Monitor;

/// How programs are written.
struct CodeWriting {
    int samples = 1;
    int most = 512;         ///< tokens of one program; fewer where the context ends before
    QStringList stops;      ///< a program ends before the first of them
    std::uint32_t seed = 1; ///< of the first sample; the others take the numbers behind it
};

/// The texts with which a causal model goes on from a prompt: one sample takes the likeliest tokens; several are drawn
/// at temperature 0.8 from the likeliest tokens that reach 0.95 together (Chen et al. 2021). Sample i depends on seed +
/// i alone. Throws Error of kind Input where the prompt leaves no room in the context.
QStringList writeCode(const MeasureModel &model, const QString &prompt, const CodeWriting &writing, Monitor &monitor);

} // namespace cw
