// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <vector>

namespace cw {

/// Numbers names from 0 as they come, after those that are given.
class Numbering {
public:
    explicit Numbering(const std::vector<const char *> &first = {})
    {
        for (const char *name : first)
            of(QLatin1String(name));
    }

    int of(const QString &name)
    {
        const auto found = m_numbers.constFind(name);
        return found != m_numbers.constEnd() ? *found : *m_numbers.insert(name, static_cast<int>(m_numbers.size()));
    }

private:
    QHash<QString, int> m_numbers;
};

/// The clusters that some names stand for.
inline std::vector<int> numbered(const QStringList &names)
{
    Numbering numbers;
    std::vector<int> all;
    for (const QString &name : names)
        all.push_back(numbers.of(name));
    return all;
}

} // namespace cw
