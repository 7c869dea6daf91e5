// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/CodeProblem.h"

#include "core/engine/PartMonitor.h"
#include "core/sandbox/Sandbox.h"

#include <QHash>

namespace cw {

QByteArray CodeProblem::program(const QString &written) const
{
    return QString(before + written + u'\n' + after + u'\n').toUtf8() + Sandbox::ending();
}

int countPassed(const CodeProblem &problem, const QStringList &written, const Sandbox &sandbox, Monitor &monitor)
{
    QHash<QString, bool> judged; // samples are often equal
    int count = 0;
    constexpr std::int64_t fine = 1000; // steps of progress
    for (qsizetype i = 0; i < written.size(); ++i) {
        PartMonitor within(monitor, i * fine, fine, written.size() * fine);
        auto known = judged.find(written[i]);
        if (known == judged.end()) {
            const SandboxResult result = sandbox.run(problem.program(written[i]), within);
            known = judged.insert(written[i], result.end == SandboxResult::End::Passed);
        }
        count += *known ? 1 : 0;
    }
    return count;
}

} // namespace cw
