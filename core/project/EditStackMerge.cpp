// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PatchFile.h"
#include "core/engine/MergedEdit.h"
#include "core/project/EditStack.h"
#include "core/project/PackedEdit.h"

#include <QJsonArray>
#include <algorithm>

namespace cw {

Result<QString> EditStack::merge(const QStringList &ids)
{
    return attempt([&] {
        QVector<EditRecord> rest;
        QVector<EditRecord> merged;
        for (const EditRecord &edit : m_edits)
            (edit.isOn && ids.contains(edit.id) ? merged : rest).append(edit);
        const EditRecord one = mergedRecord(merged);
        rest.insert(std::min<qsizetype>(place(merged.first().id), rest.size()), one);
        take(rest, tr("Merge edits"));
        return one.id;
    });
}

EditRecord EditStack::mergedRecord(const QVector<EditRecord> &edits)
{
    if (edits.size() < 2)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Select two edits or more that are on, to merge them."));
    std::vector<ActiveEdit> on;
    QStringList titles;
    QJsonArray recipes;
    for (const EditRecord &edit : edits) {
        if (edit.base != edits.first().base)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "\"%1\" was made for another model than \"%2\": they cannot be "
                                                   "merged."),
                        {edit.title.toStdString(), edits.first().title.toStdString()});
        on.push_back({valueOrThrow(content(edit)), edit.alpha});
        titles << edit.title;
        recipes.append(recipePart(edit));
    }
    EditRecord one = edits.first();
    one.id = newId();
    one.title = titles.join(QStringLiteral(" + "));
    one.alpha = 1;
    one.isOn = true;
    one.recipe = {{QStringLiteral("edits"), recipes}};
    one.facts = {}; // what each of them did says nothing of all together
    const auto change = std::make_shared<const Edit>(mergedEdit(on));
    keep(one, EditContent({change, one.title, one.base, {}, one.recipe, QStringLiteral(CW_VERSION)}), change);
    return one;
}

} // namespace cw
