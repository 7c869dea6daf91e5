// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace cw {

class Monitor;
class TensorFiles;
class Tokenizer;

/// Tensors of a checkpoint's files by stored name, in the type and shape in which they are stored.
using StoredTensors = std::map<std::string, at::Tensor>;

/// A folder in Hugging Face layout, opened read-only: config.json, safetensors files (mapped, not read) and tokenizer.
class Checkpoint {
public:
    /// Throws Error naming the file and what is wrong with it (File, Format, Unsupported).
    static std::shared_ptr<const Checkpoint> open(const QString &folder);
    ~Checkpoint();

    QString folder() const;
    const ModelSpec &spec() const;
    /// Opened at the first call. Throws Error naming the folder when it has no tokenizer, or the broken part.
    std::shared_ptr<const Tokenizer> tokenizer() const;
    std::vector<std::int64_t> endIds() const; ///< the eos ids of generation_config.json, else config.json
    std::optional<std::int64_t> beginId() const;
    QString storageType() const;         ///< "fp32", "bf16", "fp16", "fp64", or "mixed"
    std::int64_t parameterCount() const; ///< numbers in all tensors the model uses
    std::int64_t fileBytes() const;
    QString fingerprint() const; ///< SHA-256 of config, safetensors headers and file sizes: quick

    /// The model; its stored tensors point into the mapped files and keep them open.
    std::shared_ptr<const Model> model(const Placement &placement) const;
    /// SHA-256 over sorted name, type, shape and content hash of every tensor, the same however it is sharded. Reads
    /// everything; throws Error of kind Format naming the first tensor that holds NaN or infinity.
    QString hash(Monitor &monitor) const { return hash({}, monitor); }
    /// That of the checkpoint with other numbers in some tensors; what was hashed once is not read again.
    QString hash(const StoredTensors &changed, Monitor &monitor) const;
    /// Those tensors that hold other numbers in a model edited from this checkpoint's; of one that is stored twice, as
    /// a tied head may be, both.
    StoredTensors changedTensors(const Model &model) const;
    const TensorFiles &tensorFiles() const;

private:
    struct Parts;
    explicit Checkpoint(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace cw
