// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoFolds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cw {
namespace {

template <class Text>
QJsonObject toJson(const DemoSplit &split, const QString &first, const QString &second, const Text &text)
{
    QJsonArray lists[2];
    for (const int index : split.first)
        lists[0].append(text(static_cast<std::size_t>(index)));
    for (const int index : split.second)
        lists[1].append(text(static_cast<std::size_t>(index)));
    return {{first, lists[0]}, {second, lists[1]}};
}

template <class Text> QJsonObject piecesJson(const DemoSplit &split, const Text &text)
{
    return toJson(split, QStringLiteral("seen"), QStringLiteral("unseen"),
                  [&text](std::size_t index) { return QString::fromStdString(text(index)); });
}

QJsonArray toJson(const std::vector<DemoFoldPrompt> &prompts, const std::vector<Occupation> &occupations)
{
    QJsonArray result;
    for (const DemoFoldPrompt &found : prompts)
        result.append(QJsonObject{
            {QStringLiteral("text"), QString::fromStdString(found.prompt.text)},
            {QStringLiteral("subject"),
             QJsonArray{static_cast<qint64>(found.prompt.subjectBegin), static_cast<qint64>(found.prompt.subjectEnd)}},
            {QStringLiteral("occupation"), occupations[static_cast<std::size_t>(found.shape.occupation)].name},
            {QStringLiteral("occupations"), found.isHeldOut ? QStringLiteral("held_out") : QStringLiteral("edited")},
            {QStringLiteral("pieces"), found.isUnseen ? QStringLiteral("unseen") : QStringLiteral("seen")}});
    return result;
}

} // namespace

std::string shownContext(const DemoContext &context)
{
    return context.before + (context.before.empty() ? "" : " ") + context.article +
           (context.described ? " {adjective}" : "");
}

QByteArray foldsJson(const DemoFolds &folds, const DemoGrammar &grammar)
{
    const DemoWords &words = demoWords();
    const std::vector<Occupation> &occupations = grammar.people().occupations();
    const QJsonObject prompts{{QStringLiteral("locating"), toJson(folds.locating, occupations)},
                              {QStringLiteral("tuning"), toJson(folds.tuning, occupations)},
                              {QStringLiteral("reporting"), toJson(folds.reporting, occupations)}};
    return QJsonDocument(
               QJsonObject{
                   {QStringLiteral("version"), 1},
                   {QStringLiteral("occupations"),
                    toJson(folds.occupations, QStringLiteral("edited"), QStringLiteral("held_out"),
                           [&](std::size_t index) { return occupations[index].name; })},
                   {QStringLiteral("left_contexts"),
                    piecesJson(folds.contexts, [&](std::size_t index) { return shownContext(words.contexts[index]); })},
                   {QStringLiteral("asides"),
                    piecesJson(folds.asides, [&](std::size_t index) { return words.asides[index]; })},
                   {QStringLiteral("frames"),
                    piecesJson(folds.frames, [&](std::size_t index) { return words.frames[index].text; })},
                   {QStringLiteral("modifiers"),
                    piecesJson(folds.modifiers, [](std::size_t index) { return DemoCode::modifiers()[index]; })},
                   {QStringLiteral("prompts"), prompts}})
        .toJson();
}

} // namespace cw
