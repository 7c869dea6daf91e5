// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbeSlopes.h"

#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace cw {
namespace {

/// Single weights are taken one by one up to this share of those in their rows: products are that much faster.
constexpr std::int64_t productGain = 100;
/// Of the vocabulary at a time: each has a logit for every row.
constexpr std::int64_t vocabularyRows = 2048;
constexpr std::int64_t placesAtOnce = 4096;

/// Adds up what one change does to the scores of a pass's texts.
class Slopes {
public:
    Slopes(const Model &model, const ProbePass &pass, const Delta &delta, const ParameterView &view)
        : m_model(model), m_pass(pass), m_delta(delta), m_view(view), m_device(pass.textOfRow.device())
    {
    }

    std::vector<at::Tensor> found()
    {
        const std::string &stored = m_view.stored;
        const bool isVocabulary = stored == "head.bias" || stored == (m_model.spec().tiedHead ? "embed" : "head");
        if (isVocabulary)
            addVocabulary();
        if (m_pass.lookups.count(stored) > 0)
            addLookup(m_pass.lookups.at(stored));
        if (!isVocabulary && m_view.shape.size() > 1)
            addMaps(stored);
        if (!isVocabulary && m_view.shape.size() == 1)
            addVectors(stored);
        return std::move(m_sums);
    }

private:
    /// From here on the slopes are known, if only as noughts.
    void begin()
    {
        if (m_sums.empty())
            m_sums.assign(m_pass.asked.size(),
                          at::zeros({static_cast<std::int64_t>(m_pass.texts.size())}, at::kDouble));
    }

    at::Tensor near(const at::Tensor &x) const { return x.to(m_device); }

    /// values: one for each of index, whose texts those are.
    void add(std::size_t pass, const at::Tensor &values, const at::Tensor &texts)
    {
        const at::Tensor zeros = at::zeros(m_sums[pass].sizes(), values.options().dtype(at::kDouble));
        m_sums[pass] = m_sums[pass] + zeros.index_add(0, texts, values.to(at::kDouble)).to(at::kCPU);
    }

    const at::Tensor &textsOf(const at::Tensor &rows) const
    {
        return rows.size(0) == m_pass.textOfRow.size(0) ? m_pass.textOfRow : m_pass.textOfRead;
    }

    /// f(gradient, ofRead(what was read)) of all uses under a name: a number for each row.
    template <class R, class F> void forUses(const std::string &name, const R &ofRead, const F &f)
    {
        const auto found = m_pass.parts.find(name);
        if (found == m_pass.parts.end())
            return;
        begin();
        for (const ProbePass::Part &part : found->second) {
            const at::Tensor made = ofRead(part.read.to(at::kFloat));
            for (std::size_t pass = 0; pass < part.gradients.size(); ++pass)
                if (part.gradients[pass].defined())
                    add(pass, f(part.gradients[pass].to(at::kFloat), made), textsOf(part.read));
        }
    }

    void addMaps(const std::string &name)
    {
        switch (m_delta.form) {
        case Delta::Form::LowRank: return addLowRank(name);
        case Delta::Form::Sparse:
            if (m_delta.others.numel() * productGain < touchedRows(m_delta, m_view).numel() * m_view.columns())
                return addSingle(name);
            break;
        case Delta::Form::Dense: return addDense(name);
        case Delta::Form::Rows: break;
        }
        const at::Tensor touched = touchedRows(m_delta, m_view);
        forRowBlocks(touched, m_view, [&](const at::Tensor &rows, std::int64_t) {
            const at::Tensor block = blockOf(rows);
            const at::Tensor stored = near(storedRows(m_view, rows));
            forUses(
                name, [&](const at::Tensor &read) { return read.matmul(block.t()); },
                [&](const at::Tensor &gradient, const at::Tensor &change) {
                    return (gradient.index_select(1, stored) * change).sum(1);
                });
        });
    }

    void addDense(const std::string &name)
    {
        const at::Tensor values = near(m_delta.values);
        forUses(
            name, [&](const at::Tensor &read) { return read.matmul(values.t()); },
            [&](const at::Tensor &gradient, const at::Tensor &change) { return (own(gradient) * change).sum(1); });
    }

    /// Of the gradient of a fused map the columns of this one.
    at::Tensor own(const at::Tensor &gradient) const
    {
        return m_view.name == m_view.stored ? gradient
                                            : gradient.index_select(1, near(storedRows(m_view, allRows(m_view))));
    }

    /// Some rows of the change, fp32.
    at::Tensor blockOf(const at::Tensor &rows) const
    {
        at::Tensor block = at::zeros({rows.numel(), m_view.columns()}, at::kDouble);
        addTo(block, m_delta, 1, rows);
        return block.to(m_device, at::kFloat);
    }

    void addLowRank(const std::string &name)
    {
        const at::Tensor left = near(m_delta.values);
        const at::Tensor right = near(m_delta.others);
        forUses(
            name, [&](const at::Tensor &read) { return read.matmul(right.t()); },
            [&](const at::Tensor &gradient, const at::Tensor &change) {
                return (own(gradient).matmul(left) * change).sum(1);
            });
    }

    void addSingle(const std::string &name)
    {
        const std::int64_t columns = m_view.columns();
        for (std::int64_t begin = 0; begin < m_delta.others.numel(); begin += placesAtOnce) {
            const std::int64_t count = std::min(placesAtOnce, m_delta.others.numel() - begin);
            const at::Tensor flat = m_delta.others.narrow(0, begin, count);
            const at::Tensor rows = near(storedRows(m_view, flat.div(columns, "floor")));
            const at::Tensor places = near(flat.remainder(columns));
            const at::Tensor values = near(m_delta.values.narrow(0, begin, count));
            forUses(
                name, [&](const at::Tensor &read) { return read.index_select(1, places) * values; },
                [&](const at::Tensor &gradient, const at::Tensor &change) {
                    return (gradient.index_select(1, rows) * change).sum(1);
                });
        }
    }

    /// Biases of maps, gains and shifts of norms.
    void addVectors(const std::string &name)
    {
        constexpr std::string_view end = ".bias";
        const bool isBias = name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
        const at::Tensor stored = near(storedRows(m_view, allRows(m_view)));
        const at::Tensor values = blockOf(allRows(m_view)).squeeze(1);
        if (isBias)
            forUses(
                name.substr(0, name.size() - end.size()), [](const at::Tensor &read) { return read; },
                [&](const at::Tensor &gradient, const at::Tensor &) {
                    return overHeads(gradient, {}).index_select(1, stored).matmul(values);
                });
        else
            addGain(name, values);
    }

    void addGain(const std::string &name, const at::Tensor &values)
    {
        std::string norm = name;
        std::optional<std::int64_t> head;
        if (m_model.spec().headNorm == HeadNorm::PerHead && name.find("norm.") != std::string::npos) {
            norm = name.substr(0, name.rfind('.'));
            head = std::atoi(name.c_str() + norm.size() + 1);
        }
        forUses(
            norm, [](const at::Tensor &read) { return read; },
            [&](const at::Tensor &gradient, const at::Tensor &read) {
                return overHeads(read * gradient, head).matmul(values);
            });
    }

    /// x [rows, (heads,) width] of one head, or summed over heads that share their weights.
    static at::Tensor overHeads(const at::Tensor &x, const std::optional<std::int64_t> &head)
    {
        if (x.dim() < 3)
            return x;
        return head ? x.select(1, *head) : x.sum(1);
    }

    void addLookup(const ProbePass::Lookup &lookup)
    {
        begin();
        // Only what the texts use of it is wanted.
        const auto [used, place, counts] = at::_unique2(lookup.index, true, true);
        const at::Tensor rows = at::isin(used.cpu(), touchedRows(m_delta, m_view));
        const at::Tensor own = used.cpu().masked_select(rows);
        at::Tensor change = at::zeros({used.numel(), m_view.columns()}, at::kFloat);
        if (own.numel() > 0)
            change.index_copy_(0, at::nonzero(rows).squeeze(1), blockOf(own).to(at::kCPU));
        const at::Tensor byRow = near(change).index_select(0, place);
        for (std::size_t pass = 0; pass < lookup.gradients.size(); ++pass)
            add(pass, (lookup.gradients[pass].to(at::kFloat) * byRow).sum(1), m_pass.textOfRow);
    }

    /// The vocabulary map's own part: d log P(t) = d z_t - sum of P(v) d z_v over the rows v that change.
    void addVocabulary()
    {
        begin();
        const at::Tensor touched = touchedRows(m_delta, m_view);
        at::Tensor expected = at::zeros({m_pass.vocabularyRead.size(0)}, m_pass.logSums.options().dtype(at::kDouble));
        std::vector<at::Tensor> own;
        for (const ProbePass::Asked &asked : m_pass.asked)
            own.push_back(at::zeros({asked.ids.numel()}, expected.options()));
        for (std::int64_t begin = 0; begin < touched.numel(); begin += vocabularyRows) {
            const at::Tensor rows = touched.narrow(0, begin, std::min(vocabularyRows, touched.numel() - begin));
            const at::Tensor here = near(rows);
            const auto [logits, change] = changeOfLogits(rows);
            expected += ((logits - m_pass.logSums.unsqueeze(1)).exp() * change).to(at::kDouble).sum(1);
            for (std::size_t pass = 0; pass < own.size(); ++pass) {
                const ProbePass::Asked &asked = m_pass.asked[pass];
                const at::Tensor place = at::searchsorted(here, asked.ids).clamp_max(rows.numel() - 1);
                const at::Tensor isHere = here.index_select(0, place) == asked.ids;
                own[pass] += change.index({asked.rows, place}).to(at::kDouble) * isHere;
            }
        }
        for (std::size_t pass = 0; pass < own.size(); ++pass) {
            const at::Tensor &rows = m_pass.asked[pass].rows;
            add(pass, own[pass] - expected.index_select(0, rows), m_pass.textOfRead.index_select(0, rows));
        }
    }

    /// Some of the vocabulary's logits, and how they change: [reads, rows] each.
    std::pair<at::Tensor, at::Tensor> changeOfLogits(const at::Tensor &rows) const
    {
        const Linear map = m_model.head().vocabulary;
        const at::Tensor read = m_pass.vocabularyRead.to(at::kFloat);
        const at::Tensor places = near(rows);
        at::Tensor logits = read.matmul(map.weight.index_select(0, places).to(at::kFloat).t());
        if (map.bias.defined())
            logits = logits + map.bias.index_select(0, places).to(at::kFloat);
        const at::Tensor block = blockOf(rows);
        at::Tensor change =
            m_view.shape.size() > 1 ? read.matmul(block.t()) : block.t().expand({read.size(0), rows.numel()});
        const double cap = m_model.spec().logitCap;
        if (cap > 0) {
            const at::Tensor bent = at::tanh(logits / cap);
            logits = bent * cap;
            change = change * (1 - bent.square());
        }
        return {logits, change};
    }

    const Model &m_model;
    const ProbePass &m_pass;
    const Delta &m_delta;
    const ParameterView &m_view;
    at::Device m_device;
    std::vector<at::Tensor> m_sums;
};

} // namespace

std::vector<at::Tensor> probeSlopes(const Model &model, const ProbePass &pass, const Delta &delta,
                                    const ParameterView &view)
{
    const at::NoGradGuard noGradients;
    return Slopes(model, pass, delta, view).found();
}

} // namespace cw
