// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Lsdm.h"

#include "core/analysis/KeyColumns.h"
#include "core/analysis/LeastSquares.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/PlacedModel.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>
#include <functional>

namespace cw {
namespace {

void check(const Model &model, const std::vector<EditSubject> &subjects, const std::vector<EditTarget> &targets,
           const LsdmSettings &settings)
{
    const std::vector<int> &layers = settings.layers;
    if (layers.empty() || std::adjacent_find(layers.begin(), layers.end(), std::greater_equal<>()) != layers.end())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The %1 layers to edit must be at least one, ascending, each once."),
                    {std::to_string(layers.size())});
    for (const int layer : layers)
        requireCausalLayer(model, layer);
    if (subjects.empty() || subjects.size() != targets.size())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "There are %1 subjects and %2 targets: give at least one subject, and a "
                                               "target for each."),
                    {std::to_string(subjects.size()), std::to_string(targets.size())});
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const bool isOfSite = targets[i].site == targetSite(layers) || targets[i].site == Site::State;
        const bool fits = targets[i].layer == layers.back() && isOfSite &&
                          static_cast<int>(targets[i].delta.size()) == model.spec().width;
        if (!fits)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The target of \"%1\" was found for other layers or another model: "
                                                   "search for it anew."),
                        {subjects[i].name});
        const bool isFinite = std::all_of(targets[i].delta.begin(), targets[i].delta.end(),
                                          [](float number) { return std::isfinite(number); });
        if (!isFinite)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error",
                                          "The target of \"%1\" holds NaN or infinity: search for it anew with "
                                          "a smaller rate."),
                        {subjects[i].name});
        if (subjects[i].texts.empty())
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "\"%1\" has no text: give at least one context."),
                        {subjects[i].name});
    }
}

/// One run of the method.
class Run {
public:
    Run(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
        const std::vector<EditTarget> &targets, const std::vector<TextPlace> &preserved, const Moments &moments,
        const LsdmSettings &settings, Monitor &monitor)
        : m_model(inFp32(model)), m_columns(subjects, settings.keys), m_preserved(preserved), m_moments(moments),
          m_settings(settings), m_monitor(monitor)
    {
        std::vector<float> deltas;
        for (const EditTarget &target : targets)
            deltas.insert(deltas.end(), target.delta.begin(), target.delta.end());
        m_deltas = at::tensor(deltas).view({static_cast<std::int64_t>(targets.size()), m_model->spec().width});
    }

    LsdmResult result()
    {
        std::shared_ptr<const Model> now = m_model;
        const bool isSpread = m_settings.layers.size() > 1;
        const int last = m_settings.layers.back();
        if (isSpread)
            m_goals = readMlp(*now, last, m_columns.places(), m_monitor).states + m_columns.ofTexts(m_deltas);
        LsdmResult result;
        for (std::size_t i = 0; i < m_settings.layers.size(); ++i) {
            const int layer = m_settings.layers[i];
            PartMonitor part(m_monitor, static_cast<std::int64_t>(i), 1,
                             static_cast<std::int64_t>(m_settings.layers.size()));
            const at::Tensor keys = readMlp(*now, layer, m_columns.places(), part).keys;
            at::Tensor residuals; // [texts, width]
            if (isSpread)
                residuals = (m_goals - readMlp(*now, last, m_columns.places(), part).states) /
                            static_cast<double>(m_settings.layers.size() - i);
            result.edit.deltas.push_back(solve(*now, layer, keys, residuals, result.layers, part));
            if (i + 1 < m_settings.layers.size())
                now = edited(m_model, {{std::make_shared<const Edit>(result.edit), 1}}, part);
        }
        return result;
    }

private:
    LeastSquares preservedOf(const Model &model, LsdmLayer &facts, Monitor &monitor) const
    {
        const auto moment = m_moments.find(facts.layer);
        PreservedKeys preserved;
        preserved.moment = moment == m_moments.end() ? at::Tensor() : moment->second;
        preserved.lambda = m_settings.preservation * model.spec().hidden;
        preserved.ridge = m_settings.ridge;
        preserved.weight = m_settings.definitions;
        if (!m_preserved.empty() && m_settings.definitions > 0)
            preserved.keys = readMlp(model, facts.layer, m_preserved, monitor).keys;
        LeastSquares squares(facts.layer, preserved, monitor);
        facts.lambda = preserved.lambda;
        facts.condition = squares.condition();
        return squares;
    }

    /// residuals: of each text, or undefined where each subject's target is the residual of all its texts.
    Delta solve(const Model &model, int layer, const at::Tensor &textKeys, const at::Tensor &residuals,
                std::vector<LsdmLayer> &all, Monitor &monitor)
    {
        LsdmLayer facts;
        facts.layer = layer;
        const LeastSquares squares = preservedOf(model, facts, monitor);
        const at::Tensor keys = m_columns.keys(textKeys).to(at::kDouble); // [columns, hidden]
        const at::Tensor weights = m_columns.weights().sqrt().unsqueeze(1);
        at::Tensor right = squares.right(keys * weights, monitor) * weights; // [columns, hidden]
        const at::Tensor wanted =
            (residuals.defined() ? m_columns.residuals(residuals) : m_columns.ofColumns(m_deltas)).to(at::kDouble);
        facts.columns = keys.size(0);
        const at::Tensor alone = (keys * squares.solved(keys, monitor)).sum(1); // q / lambda
        facts.share = (alone / (alone + 1)).mean().item<double>();
        at::Tensor left = wanted;
        if (!residuals.defined()) {
            // Columns with one residual are one column of their sum: the rank is the number of subjects.
            left = m_deltas.to(at::kDouble);
            right = m_columns.sums(right);
        }
        addNorms(facts, model, left, right, keys, wanted);
        all.push_back(facts);
        return deltaOf(layer, left, right);
    }

    void addNorms(LsdmLayer &facts, const Model &model, const at::Tensor &left, const at::Tensor &right,
                  const at::Tensor &keys, const at::Tensor &wanted) const
    {
        const at::Tensor made = at::mm(at::mm(keys, right.t()), left); // [columns, width]
        const at::Tensor lengths = wanted.square().sum(1);
        const at::Tensor asked = at::nonzero(lengths > 0).squeeze(1);
        if (asked.numel() > 0)
            facts.reached =
                ((made * wanted).sum(1).index_select(0, asked) / lengths.index_select(0, asked)).mean().item<double>();
        facts.residualNorm = lengths.sqrt().mean().item<double>();
        // |R M|^2 = tr(M M^T R R^T) needs no matrix as large as the weight.
        const at::Tensor square = (at::mm(left, left.t()) * at::mm(right, right.t())).sum();
        facts.deltaNorm = square.clamp_min(0).sqrt().item<double>();
        const ParameterView view = parameterView(model, moduleOf(facts.layer));
        facts.weightNorm = rowsOf(model, view, allRows(view)).to(at::kDouble).norm().item<double>();
    }

    static std::string moduleOf(int layer) { return "layers." + std::to_string(layer) + ".mlp.out"; }

    static Delta deltaOf(int layer, const at::Tensor &left, const at::Tensor &right)
    {
        const std::int64_t rank = left.size(0);
        const std::int64_t width = left.size(1);
        const std::int64_t hidden = right.size(1);
        if (rank * (width + hidden) < width * hidden)
            return Delta::lowRank(moduleOf(layer), left.t().to(at::kFloat).contiguous(),
                                  right.to(at::kFloat).contiguous());
        return Delta::dense(moduleOf(layer), at::mm(left.t(), right).to(at::kFloat));
    }

    std::shared_ptr<const Model> m_model;
    KeyColumns m_columns;
    const std::vector<TextPlace> &m_preserved;
    const Moments &m_moments;
    const LsdmSettings &m_settings;
    Monitor &m_monitor;
    at::Tensor m_deltas; ///< [subjects, width]
    at::Tensor m_goals;  ///< [texts, width], with several layers
};

} // namespace

Site targetSite(const std::vector<int> &layers)
{
    return layers.size() > 1 ? Site::State : Site::Mlp;
}

LsdmResult lsdm(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
                const std::vector<EditTarget> &targets, const std::vector<TextPlace> &preserved, const Moments &moments,
                const LsdmSettings &settings, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    check(*model, subjects, targets, settings);
    return Run(model, subjects, targets, preserved, moments, settings, monitor).result();
}

} // namespace cw
