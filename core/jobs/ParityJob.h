// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/ParityReport.h"

namespace cw {

/// Compares the logits of a model, where and in which type it computes, with stored ones, or with those that the CPU
/// gives in fp32: back ends that are silently wrong are found before anything is believed of them.
class ParityJob : public Job {
    Q_OBJECT

public:
    /// reference: a safetensors file with "ids" [tokens] and "logits" [tokens, vocabulary]; empty: a fixed short text
    /// is read on the CPU in fp32.
    explicit ParityJob(const LoadedModel &model, const QString &reference = {});

    /// Where nothing has to be compared with the CPU in fp32, as it is that.
    static bool isReference(const LoadedModel &model);
    /// The version of libtorch, for records of what was compared.
    static QString library();

Q_SIGNALS:
    void compared(const cw::ParityReport &report);

private:
    struct Wanted;

    void work(Monitor &monitor) override;
    Wanted stored() const;
    Wanted computed(Monitor &monitor) const;

    const LoadedModel m_model;
    const QString m_reference;
};

} // namespace cw
