// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/SubjectLoss.h"
#include "core/analysis/SubjectWalk.h"

#include <memory>
#include <optional>

namespace cw {

class Model;
class Monitor;

/// How many subjects from number begin on are best searched for together in a layer: as many as keep a processor busy,
/// fewer where what their way back needs would fill the memory, at least one.
std::size_t searchedTogether(const ModelSpec &spec, const std::vector<EditSubject> &subjects, std::size_t begin,
                             int layer);

/// Searches by Adam for the vectors that, added at an occupation's last token, bring the model to say he and she as the
/// goal has it (equations 15 and 16 of Cai et al. 2024 after the re-implementations; ROME's search for v*). All texts
/// of all subjects are computed together, as SubjectWalk does; no subject's search knows of another's. A pronoun of
/// several pieces is represented by its first.
class TargetSearch {
public:
    struct Value {
        double loss = 0;
        double gap = 0;
    };

    /// Computes in fp32. Throws Error as check(EditSubject) and requireCausalLayer() do, and of kind Input for settings
    /// out of range.
    TargetSearch(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
                 const Pronouns &pronouns, const TargetSettings &settings, Monitor &monitor);

    /// The loss of each subject with its terms, and its gap, for deltas [subjects, width] fp32. gradients of the same
    /// shape, where given, are set.
    std::vector<Value> at(const at::Tensor &deltas, at::Tensor *gradients = nullptr) const;
    /// A target for each subject.
    std::vector<EditTarget> run();

private:
    struct Descent;

    at::Tensor read(const at::Tensor &deltas) const;
    void take(Descent &descent, const Value &value, const at::Tensor &delta) const;
    EditTarget targetOf(const Descent &descent, double valueNorm) const;
    void keepShort(const at::Tensor &deltas) const;
    void advance() const;

    std::shared_ptr<const Model> m_model;
    TargetSettings m_settings;
    Monitor &m_monitor;
    std::optional<SubjectWalk> m_walk;
    std::vector<SubjectLoss> m_losses;
    at::Tensor m_owners; ///< [texts] int64: whose each text is
    int m_step = 0;      ///< of run()
};

} // namespace cw
