// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/PairedNumber.h"

namespace cw {
namespace {

double valueOf(const ItemTable &table, const Statistic &number)
{
    return number(table, std::vector<double>(table.size(), 1));
}

} // namespace

PairedNumber::PairedNumber(const Bootstrap &bootstrap, const ItemTable &before, const ItemTable &after,
                           const Statistic &number)
    : m_before(valueOf(before, number)), m_after(valueOf(after, number)), m_allBefore(bootstrap.values(before, number)),
      m_allAfter(bootstrap.values(after, number))
{
}

std::vector<double> PairedNumber::values(const Function &f) const
{
    std::vector<double> values;
    values.reserve(m_allBefore.size());
    for (std::size_t i = 0; i < m_allBefore.size(); ++i)
        values.push_back(f(m_allBefore[i], m_allAfter[i]));
    return values;
}

std::vector<double> PairedNumber::changes() const
{
    return values([](double before, double after) { return after - before; });
}

} // namespace cw
