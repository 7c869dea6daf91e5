// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace cw {

/// A question with several answers, as lm-evaluation-harness puts it to a model: continuation i is read behind context
/// i.
struct ChoiceItem {
    QString id;
    QString text;              ///< for people
    QStringList contexts;      ///< one for each answer; mostly all the same
    QStringList continuations; ///< with the space in front
    QStringList answers;       ///< whose length normalises
    int right = 0;             ///< the position of the right answer
};

/// One context for all answers, a space in front of each. id: "3", the number of the item in its file, from 0.
ChoiceItem choiceItem(std::size_t number, const QString &context, const QStringList &answers, int right);

/// The readers of the sets, in their official formats and in those of instruction-formatted copies. All throw Error as
/// readJsonRows() does, and of kind Format naming the place where a label or a question is none.
std::vector<ChoiceItem> readHellaSwag(const QString &path);
std::vector<ChoiceItem> readPiqa(const QString &path, const QString &labels);
std::vector<ChoiceItem> readArc(const QString &path);
std::vector<ChoiceItem> readOpenBookQa(const QString &path);
std::vector<ChoiceItem> readWinoGrande(const QString &path);
std::vector<ChoiceItem> readBoolq(const QString &path);

} // namespace cw
