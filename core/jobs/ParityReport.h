// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Parity.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>

namespace cw {

/// What came out when a model's logits were compared with others that are known to be right.
struct ParityReport {
    QString fingerprint; ///< of the checkpoint
    QString device;      ///< "cpu", "cuda:0"
    QString dtype;       ///< "fp32", "bf16", "fp16"
    QString library;     ///< version of libtorch
    QString reference;   ///< the file of stored logits; empty: the same model on the CPU in fp32
    Parity parity;
};

/// The report as a sentence for people: whether it holds, and by how much.
QString describe(const ParityReport &report);

QJsonObject toJson(const ParityReport &report);
ParityReport parityFromJson(const QJsonObject &object);

} // namespace cw

Q_DECLARE_METATYPE(cw::ParityReport)
