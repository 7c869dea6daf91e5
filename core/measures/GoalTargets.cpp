// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/GoalTargets.h"

#include "core/data/CsvLine.h"
#include "core/data/DataFolder.h"
#include "core/data/Occupations.h"
#include "core/data/Resources.h"
#include "core/data/sets/ProfessionsFile.h"
#include "core/data/sets/TextLines.h"

#include <QFileInfo>

namespace cw {
namespace {

QHash<QString, double> ratings(const DataFolder &folder)
{
    QHash<QString, double> she;
    const QString path = folder.require(QStringLiteral("professions"), QStringLiteral("professions"));
    for (const Profession &profession : readProfessions(path))
        she.insert(spokenName(profession.name), (1 - profession.definitional) / 2);
    return she;
}

QHash<QString, double> ownTargets(const QString &path)
{
    if (!QFileInfo::exists(path))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" is no goal and no file: a goal is parity, share, f_score or a "
                                               "file of targets."),
                    {path.toStdString()});
    QHash<QString, double> she;
    const QStringList lines = readTextLines(path);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList fields = splitCsvLine(lines[i]);
        if (i == 0 && fields == QStringList{QStringLiteral("name"), QStringLiteral("target")})
            continue;
        bool isNumber = false;
        const double target = fields.value(1).toDouble(&isNumber);
        if (i == 0 || fields.size() != 2 || fields[0].isEmpty() || !isNumber || !(target >= 0 && target <= 1))
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1, line %2: expected name,target in the first line and then a "
                                                   "name and a share of she from 0 to 1."),
                        {path.toStdString(), std::to_string(i + 1)});
        she.insert(spokenName(fields[0]), target);
    }
    return she;
}

} // namespace

GoalTargets::GoalTargets(const Goal &goal, const DataFolder &folder) : m_isParity(goal.kind == Goal::Kind::Parity)
{
    if (goal.kind == Goal::Kind::Share)
        m_she = publicShares();
    if (goal.kind == Goal::Kind::FScore)
        m_she = ratings(folder);
    if (goal.kind == Goal::Kind::Custom)
        m_she = ownTargets(goal.file);
}

std::optional<double> GoalTargets::she(const QString &name) const
{
    if (m_isParity)
        return 0.5;
    const auto found = m_she.constFind(spokenName(name));
    return found == m_she.constEnd() ? std::nullopt : std::optional(*found);
}

QHash<QString, double> publicShares()
{
    QHash<QString, double> shares;
    for (const Occupation &occupation : readOccupations(resource(QStringLiteral("occupations.csv"))))
        shares.insert(occupation.name, occupation.share / 100);
    return shares;
}

QString spokenName(const QString &name)
{
    return QString(name).replace(u'_', u' ');
}

} // namespace cw
