// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/FieldNames.h"

#include <QCoreApplication>
#include <QHash>

namespace cw {

namespace {

const QHash<QLatin1String, const char *> &names()
{
    static const QHash<QLatin1String, const char *> table{
        {QLatin1String("batch"), QT_TRANSLATE_NOOP("FieldName", "Batch")},
        {QLatin1String("bound"), QT_TRANSLATE_NOOP("FieldName", "Bound")},
        {QLatin1String("clamp"), QT_TRANSLATE_NOOP("FieldName", "Clamp")},
        {QLatin1String("contexts"), QT_TRANSLATE_NOOP("FieldName", "Contexts")},
        {QLatin1String("data"), QT_TRANSLATE_NOOP("FieldName", "Data sets")},
        {QLatin1String("definitions"), QT_TRANSLATE_NOOP("FieldName", "Definitions")},
        {QLatin1String("device"), QT_TRANSLATE_NOOP("FieldName", "Device")},
        {QLatin1String("dtype"), QT_TRANSLATE_NOOP("FieldName", "Number type")},
        {QLatin1String("epochs"), QT_TRANSLATE_NOOP("FieldName", "Epochs")},
        {QLatin1String("goal"), QT_TRANSLATE_NOOP("FieldName", "Goal")},
        {QLatin1String("keys"), QT_TRANSLATE_NOOP("FieldName", "Keys")},
        {QLatin1String("layers"), QT_TRANSLATE_NOOP("FieldName", "Layers")},
        {QLatin1String("level"), QT_TRANSLATE_NOOP("FieldName", "Level")},
        {QLatin1String("limit"), QT_TRANSLATE_NOOP("FieldName", "Prompts at most")},
        {QLatin1String("loss"), QT_TRANSLATE_NOOP("FieldName", "Loss")},
        {QLatin1String("modules"), QT_TRANSLATE_NOOP("FieldName", "Modules")},
        {QLatin1String("most"), QT_TRANSLATE_NOOP("FieldName", "Largest share")},
        {QLatin1String("norm"), QT_TRANSLATE_NOOP("FieldName", "Final norm")},
        {QLatin1String("patience"), QT_TRANSLATE_NOOP("FieldName", "Patience")},
        {QLatin1String("placebo"), QT_TRANSLATE_NOOP("FieldName", "Placebo draws")},
        {QLatin1String("placebo-kind"), QT_TRANSLATE_NOOP("FieldName", "Placebos")},
        {QLatin1String("preservation"), QT_TRANSLATE_NOOP("FieldName", "Preservation")},
        {QLatin1String("prompts"), QT_TRANSLATE_NOOP("FieldName", "Prompts")},
        {QLatin1String("rate"), QT_TRANSLATE_NOOP("FieldName", "Learning rate")},
        {QLatin1String("recovery"), QT_TRANSLATE_NOOP("FieldName", "Recovery")},
        {QLatin1String("ridge"), QT_TRANSLATE_NOOP("FieldName", "Ridge")},
        {QLatin1String("schedule"), QT_TRANSLATE_NOOP("FieldName", "Rate over steps")},
        {QLatin1String("scorer"), QT_TRANSLATE_NOOP("FieldName", "Score of rows")},
        {QLatin1String("seed"), QT_TRANSLATE_NOOP("FieldName", "Seed")},
        {QLatin1String("selection"), QT_TRANSLATE_NOOP("FieldName", "Selection")},
        {QLatin1String("span"), QT_TRANSLATE_NOOP("FieldName", "Loss over")},
        {QLatin1String("steps"), QT_TRANSLATE_NOOP("FieldName", "Steps")},
        {QLatin1String("targets"), QT_TRANSLATE_NOOP("FieldName", "Answers")},
        {QLatin1String("text"), QT_TRANSLATE_NOOP("FieldName", "Text")},
        {QLatin1String("texts"), QT_TRANSLATE_NOOP("FieldName", "Texts per step")},
        {QLatin1String("threads"), QT_TRANSLATE_NOOP("FieldName", "Threads")},
        {QLatin1String("tokens"), QT_TRANSLATE_NOOP("FieldName", "Tokens of text")},
        {QLatin1String("top"), QT_TRANSLATE_NOOP("FieldName", "Places a prompt names")},
    };
    return table;
}

} // namespace

QString fieldName(const char *key)
{
    const char *name = names().value(QLatin1String(key));
    return name ? QCoreApplication::translate("FieldName", name) : QString(QLatin1String(key));
}

} // namespace cw
