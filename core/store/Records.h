// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

namespace cw {

/// A checkpoint that runs were made on.
struct ModelRecord {
    QString fingerprint;
    QString path;
    QString hash; ///< empty until the hash job has run
    QJsonObject spec;
};

enum class RunState { Running, Stopped, Done, Failed };

/// "running", "stopped", "done", "failed": the words in the file and in JSON.
QString name(RunState state);

/// A job that was started: everything needed to understand it, repeat it, or go on with it.
struct RunRecord {
    std::int64_t id = 0;
    QString job;
    QJsonObject settings;
    QJsonObject measured; ///< those settings that decide the numbers
    QString model;        ///< fingerprint
    QJsonObject inputs;   ///< what the job worked out before it began
    std::int64_t seed = 0;
    QString version; ///< of the program
    QString device;
    QString dtype;
    RunState state = RunState::Running;
    std::int64_t started = 0; ///< ms since 1970, UTC
    std::int64_t ended = 0;   ///< 0 while it runs
    QString message;          ///< why it failed
    QJsonObject result;       ///< what came out that is no array, such as texts

    /// How long it took; 0 while it runs.
    double seconds() const { return ended > 0 ? static_cast<double>(ended - started) / 1000 : 0; }
};

/// One of the things that a run measured; its values stand in the run's arrays, at the same place.
struct ItemRecord {
    QString id;
    QString text;
    QString group;
    QStringList clusters;
};

/// An edit of the project's stack; what it changes is the content of that hash.
struct EditRecord {
    QString id;
    QString model;  ///< fingerprint of the checkpoint it was made for
    QString base;   ///< hash of that checkpoint
    QString madeOn; ///< hash of the model it was made on: base with the edits that were on
    QString title;
    QString note;
    QString colour; ///< "#rrggbb", or empty
    double alpha = 1;
    bool isOn = true;
    QJsonObject recipe;
    QString content;        ///< SHA-256 of a patch file's bytes
    QJsonObject facts = {}; ///< what its job found and what it did, as keptFacts() has it; empty: nothing is known
};

bool operator==(const EditRecord &a, const EditRecord &b);

/// An fp32 array of a run, of which chunks may be missing.
struct ArrayRecord {
    std::int64_t run = 0;
    QString name;
    std::vector<std::int64_t> shape;
    QStringList axes;
};

/// A box begins <= index < ends of an array, the last axis fastest.
struct ArrayChunk {
    std::int64_t run = 0;
    QString name;
    std::vector<std::int64_t> begins;
    std::vector<std::int64_t> ends;
    std::vector<float> values;
};

} // namespace cw
