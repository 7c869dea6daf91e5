// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

/// Throw Error of kind Input unless value is auto, cpu, cuda or cuda:N; auto, fp32, bf16 or fp16.
QString checkedDevice(const QJsonValue &value);
QString checkedType(const QJsonValue &value);

/// Where, in which type and with how many threads a job computes: the fields of every settings struct that has the
/// members device, dtype and threads (0: as many as the machine has).
template <class S> std::vector<Field<S>> computeFields()
{
    return {
        {{"device", FieldForm::Text, "auto|cpu|cuda[:N]",
          QT_TRANSLATE_NOOP("Option", "Where it is computed (default: auto).")},
         [](const S &s) { return QJsonValue(s.device); },
         [](S &s, const QJsonValue &value) { s.device = checkedDevice(value); }},
        {{"dtype", FieldForm::Text, "auto|fp32|bf16|fp16",
          QT_TRANSLATE_NOOP("Option", "Type it is computed in (default: auto).")},
         [](const S &s) { return QJsonValue(s.dtype); },
         [](S &s, const QJsonValue &value) { s.dtype = checkedType(value); }},
        wholeField({"threads", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Threads on the CPU (default: 0, as many as the machine has).")},
                   &S::threads, 0, 1024),
    };
}

} // namespace cw
