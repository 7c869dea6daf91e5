// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ChangedTensors.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <set>

namespace cw {
namespace {

/// Whether two tensors of one type hold the same bits: of -0 and 0 too, which are equal.
bool areSame(const at::Tensor &a, const at::Tensor &b)
{
    return a.data_ptr() == b.data_ptr() || (at::equal(a, b) && at::equal(a.signbit(), b.signbit()));
}

/// The stored tensor with another parameter in it.
at::Tensor withParameter(const StoredParameter &place, const at::Tensor &stored, const at::Tensor &values)
{
    at::Tensor copy = stored.clone(at::MemoryFormat::Contiguous);
    seenAs(place.kind, copy).copy_(values);
    return copy;
}

bool isNamed(const std::string &stored, const std::vector<std::string> &names)
{
    return std::any_of(names.begin(), names.end(), [&stored](const std::string &name) {
        for (const char *end : {".weight", ".bias"}) {
            const std::string whole = name + end;
            if (stored.size() >= whole.size() && stored.compare(stored.size() - whole.size(), whole.size(), whole) == 0)
                return true;
        }
        return false;
    });
}

void addCopies(StoredTensors &changed, const TensorFiles &files, const std::set<std::string> &used,
               const std::vector<std::string> &headNames)
{
    const StoredTensors originals = changed;
    for (const auto &[name, file] : files.tensors()) {
        if (used.count(name) > 0 || !isNamed(name, headNames))
            continue;
        const at::Tensor twin = file->tensor(name);
        for (const auto &[original, values] : originals) {
            const at::Tensor before = files.fileOf(original)->tensor(original);
            if (twin.scalar_type() == before.scalar_type() && twin.sizes() == before.sizes() && areSame(twin, before))
                changed[name] = values;
        }
    }
}

} // namespace

at::Tensor seenAs(ParameterName::Kind kind, const at::Tensor &stored)
{
    if (kind == ParameterName::Transposed)
        return stored.t();
    if (!isHalf(kind))
        return stored;
    const std::int64_t rows = stored.size(0) / 2;
    return stored.narrow(0, kind == ParameterName::FirstHalf ? 0 : rows, rows);
}

StoredTensors changedTensors(const TensorFiles &files, const std::vector<StoredParameter> &parameters,
                             const std::vector<std::string> &headNames, const Model &model)
{
    StoredTensors changed;
    std::set<std::string> used;
    for (const StoredParameter &place : parameters) {
        used.insert(place.stored);
        const at::Tensor original = place.file->tensor(place.stored);
        const at::Tensor &values = model.parameters().at(place.canonical);
        if (areSame(seenAs(place.kind, original), values))
            continue;
        const auto earlier = changed.find(place.stored);
        changed[place.stored] = withParameter(place, earlier == changed.end() ? original : earlier->second, values);
    }
    if (!changed.empty())
        addCopies(changed, files, used, headNames);
    return changed;
}

} // namespace cw
