// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceSweep.h"

#include <ATen/ATen.h>

namespace cw {

/// Whether all cells of a token need no work: in a causal model before the subject; and where nothing that is restored
/// in the only layer reaches a position that is read.
bool TraceSweep::equalsCorrupted(int token) const
{
    return (!m_spec.masked && token < m_input.subjectBegin) || (m_spec.layers == 1 && !isRead(token));
}

/// Cells that need no work equal the corrupted run.
void TraceSweep::deliverKnown(const DeliverCell &deliver) const
{
    std::vector<std::vector<double>> low;
    for (const std::vector<double> &samples : m_runs.low)
        low.emplace_back(samples.begin() + m_part.sampleBegin, samples.begin() + m_part.sampleEnd);
    for (std::size_t kind = 0; kind < m_input.kinds.size(); ++kind) {
        for (int token = m_part.tokenBegin; token < m_part.tokenEnd; ++token) {
            for (int layer = 0; layer < m_spec.layers; ++layer) {
                const int begin = restoredLayers(m_input, m_spec.layers, m_input.kinds[kind], layer).begin;
                if (equalsCorrupted(token) || (!isRead(token) && begin == m_spec.layers - 1))
                    deliver(static_cast<int>(kind), token, layer, low);
            }
        }
    }
}

void TraceSweep::deliverRead(const DeliverCell &deliver) const
{
    std::vector<at::Tensor> streams;
    for (const Walk &walk : m_walks)
        streams.push_back(walk.x.flatten(0, 1)); // [copies * samples, tail, width]
    const std::vector<std::vector<double>> read = readOut(m_model, m_input, m_runs.text, at::cat(streams));
    std::ptrdiff_t row = 0;
    for (const Walk &walk : m_walks) {
        for (const SweepCopy &copy : walk.copies) {
            std::vector<std::vector<double>> probabilities;
            for (const std::vector<double> &target : read)
                probabilities.emplace_back(target.begin() + row, target.begin() + row + m_samples);
            for (const SweepCell &cell : copy.cells)
                deliver(copy.kind, walk.token, cell.layer, probabilities);
            row += m_samples;
        }
    }
}

} // namespace cw
