// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/analysis/LsdmChoices.h"
#include "core/analysis/MlpKeys.h"

namespace cw {

/// Which texts of which subjects the columns of E stand for. Texts and columns are rows of all tensors here.
class KeyColumns {
public:
    KeyColumns(const std::vector<EditSubject> &subjects, KeyMix mix);

    const std::vector<TextPlace> &places() const { return m_places; } ///< the subject's last token in every text
    at::Tensor weights() const { return m_weights; }                  ///< [columns] fp64

    /// Keys of texts -> keys of columns.
    at::Tensor keys(const at::Tensor &ofTexts) const;
    /// The same of residuals; a column of PlainAndRest takes the first text's, as MEMIT does.
    at::Tensor residuals(const at::Tensor &ofTexts) const;
    /// Rows of subjects, repeated for their texts or columns.
    at::Tensor ofTexts(const at::Tensor &ofSubjects) const;
    at::Tensor ofColumns(const at::Tensor &ofSubjects) const;
    /// Rows of columns, added up by subject.
    at::Tensor sums(const at::Tensor &ofColumns) const;

private:
    std::vector<TextPlace> m_places;
    std::int64_t m_subjects = 0;
    at::Tensor m_mix;           ///< [columns, texts] fp64; undefined where columns are texts
    at::Tensor m_firsts;        ///< [subjects] int64: the texts that come first, with PlainAndRest
    at::Tensor m_textSubject;   ///< [texts] int64
    at::Tensor m_columnSubject; ///< [columns] int64
    at::Tensor m_weights;
};

} // namespace cw
