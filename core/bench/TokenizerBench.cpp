// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/TokenizerBench.h"

#include "core/checkpoint/Tokenizer.h"

#include <QElapsedTimer>
#include <algorithm>
#include <array>

namespace cw {

double tokenizerRate(const Tokenizer &tokenizer, const QString &text)
{
    std::array<double, 3> seconds{};
    for (double &pass : seconds) {
        QElapsedTimer timer;
        timer.start();
        tokenizer.encode(text);
        pass = static_cast<double>(std::max<qint64>(timer.nsecsElapsed(), 1)) * 1e-9;
    }
    std::sort(seconds.begin(), seconds.end());
    return static_cast<double>(text.toUtf8().size()) * 1e-6 / seconds[1];
}

} // namespace cw
