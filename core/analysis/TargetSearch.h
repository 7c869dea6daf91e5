// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditTarget.h"
#include "core/analysis/SubjectWalk.h"

#include <memory>
#include <optional>

namespace cw {

class Model;
class Monitor;

/// Searches by Adam for the vector that, added at an occupation's last token, brings the model to say he and she as the
/// goal has it (equations 15 and 16 of Cai et al. 2024 after the re-implementations; ROME's search for v*). All texts
/// of the subject are computed together, as SubjectWalk does. A pronoun of several pieces is represented by its first.
class TargetSearch {
public:
    struct Value {
        double loss = 0;
        double gap = 0;
        at::Tensor gradient; ///< [width] fp32, where it was asked for
    };

    /// Computes in fp32. Throws Error as check(EditSubject) and requireCausalLayer() do, and of kind Input for settings
    /// out of range.
    TargetSearch(const std::shared_ptr<const Model> &model, const EditSubject &subject, const Pronouns &pronouns,
                 const TargetSettings &settings, Monitor &monitor);

    /// The loss with its terms and the gap for one delta [width] fp32.
    Value at(const at::Tensor &delta, bool withGradient) const;
    EditTarget run();

private:
    void start(const EditSubject &subject, const Pronouns &pronouns);
    at::Tensor read(const at::Tensor &delta) const;
    at::Tensor lossOf(const at::Tensor &logProbabilities, const at::Tensor &delta) const;
    bool isEnough(const Value &value, double gapBefore) const;
    void keepShort(at::Tensor &delta) const;
    void advance() const;

    std::shared_ptr<const Model> m_model;
    TargetSettings m_settings;
    Monitor &m_monitor;
    std::optional<SubjectWalk> m_walk; ///< the neutral text is its last
    std::int64_t m_texts = 0;          ///< without the neutral one
    double m_valueNorm = 0;
    at::Tensor m_neutral; ///< [1, vocabulary] log-probabilities without delta
    std::optional<TargetLoss> m_loss;
    int m_step = 0; ///< of run()
};

} // namespace cw
