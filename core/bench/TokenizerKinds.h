// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <vector>

namespace cw {

class Monitor;
class Tokenizer;

/// A tokenizer to be timed, and the least rate that is asked of its kind, in 10^6 bytes of UTF-8 per second.
struct TimedTokenizer {
    QString name;
    double bar = 0;
    std::shared_ptr<const Tokenizer> tokenizer;
};

/// One of every kind, learned from a text just well enough to cut it as a real one would: byte-level BPE, WordPiece,
/// Unigram and WordLevel.
std::vector<TimedTokenizer> tokenizerKinds(const QString &text, Monitor &monitor);

} // namespace cw
