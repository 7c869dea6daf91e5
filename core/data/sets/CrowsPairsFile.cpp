// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/CrowsPairsFile.h"

#include "core/data/sets/TableFile.h"
#include "core/engine/Error.h"

#include <QSet>

namespace cw {

std::vector<CrowsPair> readCrowsPairs(const QString &path)
{
    const QStringList columns{QString(), QStringLiteral("sent_more"), QStringLiteral("sent_less"),
                              QStringLiteral("stereo_antistereo"), QStringLiteral("bias_type")};
    std::vector<CrowsPair> pairs;
    QSet<QString> ids;
    for (const TableRow &row : readTable(path, u',', columns)) {
        if (row.fields[4] != u"gender")
            continue;
        CrowsPair pair{row.fields[0], row.fields[1], row.fields[2], row.fields[3] == u"stereo"};
        if (!pair.isStereo && row.fields[3] != u"antistereo")
            refuseWord(path, row.line, row.fields[3], QStringLiteral("stereo, antistereo"));
        if (pair.more.isEmpty() || pair.less.isEmpty())
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: a sentence is empty."),
                        {path.toStdString(), std::to_string(row.line)});
        if (ids.contains(pair.id))
            throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1, line %2: the id \"%3\" comes twice."),
                        {path.toStdString(), std::to_string(row.line), pair.id.toStdString()});
        ids.insert(pair.id);
        pairs.push_back(std::move(pair));
    }
    if (pairs.empty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no pairs with the bias type gender."),
                    {path.toStdString()});
    return pairs;
}

} // namespace cw
