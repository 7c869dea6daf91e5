// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <map>

namespace cw::test {

/// Tables of hexadecimal floats as the scripts of tests/reference write them: a line "name rows columns", then the
/// rows. fp64.
inline std::map<std::string, at::Tensor> hexTables(const QString &path)
{
    std::map<std::string, at::Tensor> tables;
    const QList<QByteArray> lines = read(path).split('\n');
    for (int i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> head = lines[i].split(' ');
        if (head.size() != 3)
            continue;
        std::vector<double> values;
        for (const qsizetype end = i + head[1].toInt(); i < end;)
            for (const QByteArray &value : lines[++i].split(' '))
                values.push_back(std::strtod(value.constData(), nullptr));
        tables[head[0].toStdString()] = at::tensor(values, at::kDouble).view({head[1].toInt(), head[2].toInt()});
    }
    return tables;
}

inline double largestDifference(const at::Tensor &a, const at::Tensor &b)
{
    return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

} // namespace cw::test
