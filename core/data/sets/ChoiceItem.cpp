// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/ChoiceItem.h"

namespace cw {

ChoiceItem choiceItem(std::size_t number, const QString &context, const QStringList &answers, int right)
{
    ChoiceItem item;
    item.id = QString::number(number);
    item.text = context;
    item.answers = answers;
    item.right = right;
    for (const QString &answer : answers) {
        item.contexts << context;
        item.continuations << QString(u' ' + answer);
    }
    return item;
}

} // namespace cw
