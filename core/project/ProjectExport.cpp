// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/ProjectExport.h"

#include "core/jobs/EditFacts.h"
#include "core/project/Project.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <charconv>
#include <cmath>
#include <iterator>

namespace cw {
namespace {

/// The shortest decimal number that is this float again.
double decimal(float value)
{
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
    return QByteArray(text, end - text).toDouble();
}

QJsonObject exported(const Project &project, const ArrayRecord &array)
{
    QJsonArray shape;
    for (const std::int64_t length : array.shape)
        shape.append(static_cast<qint64>(length));
    QJsonArray values;
    for (const float value : valueOrThrow(project.values(array)))
        values.append(std::isnan(value) ? QJsonValue() : QJsonValue(decimal(value)));
    return {{QStringLiteral("axes"), QJsonArray::fromStringList(array.axes)},
            {QStringLiteral("name"), array.name},
            {QStringLiteral("shape"), shape},
            {QStringLiteral("type"), QStringLiteral("fp32")},
            {QStringLiteral("values"), values}};
}

QJsonArray exported(const QVector<ItemRecord> &items)
{
    QJsonArray all;
    for (const ItemRecord &item : items)
        all.append(QJsonObject{{QStringLiteral("clusters"), QJsonArray::fromStringList(item.clusters)},
                               {QStringLiteral("group"), item.group},
                               {QStringLiteral("id"), item.id},
                               {QStringLiteral("text"), item.text}});
    return all;
}

QJsonObject exported(const Project &project, const RunRecord &run)
{
    QJsonArray arrays;
    for (const ArrayRecord &array : valueOrThrow(project.arrays(run.id)))
        arrays.append(exported(project, array));
    QJsonObject object{{QStringLiteral("arrays"), arrays},         {QStringLiteral("device"), run.device},
                       {QStringLiteral("dtype"), run.dtype},       {QStringLiteral("inputs"), run.inputs},
                       {QStringLiteral("job"), run.job},           {QStringLiteral("message"), run.message},
                       {QStringLiteral("model"), run.model},       {QStringLiteral("settings"), run.settings},
                       {QStringLiteral("state"), name(run.state)}, {QStringLiteral("version"), run.version}};
    const QJsonArray items = exported(valueOrThrow(project.items(run.id)));
    if (!items.isEmpty())
        object.insert(QStringLiteral("items"), items);
    if (!run.result.isEmpty())
        object.insert(QStringLiteral("result"), run.result);
    return object;
}

QJsonObject exported(const EditRecord &edit)
{
    QJsonObject object{{QStringLiteral("alpha"), edit.alpha},   {QStringLiteral("base"), edit.base},
                       {QStringLiteral("colour"), edit.colour}, {QStringLiteral("content"), edit.content},
                       {QStringLiteral("id"), edit.id},         {QStringLiteral("madeOn"), edit.madeOn},
                       {QStringLiteral("model"), edit.model},   {QStringLiteral("note"), edit.note},
                       {QStringLiteral("on"), edit.isOn},       {QStringLiteral("recipe"), edit.recipe},
                       {QStringLiteral("title"), edit.title}};
    QJsonObject facts = edit.facts;
    facts.remove(pathsFact);
    if (!facts.isEmpty())
        object.insert(QStringLiteral("facts"), facts);
    return object;
}

QJsonObject exported(const ModelRecord &model)
{
    return {{QStringLiteral("fingerprint"), model.fingerprint},
            {QStringLiteral("hash"), model.hash.isEmpty() ? QJsonValue() : QJsonValue(model.hash)},
            {QStringLiteral("path"), model.path},
            {QStringLiteral("spec"), model.spec}};
}

} // namespace

QByteArray exportedProject(const Project &project)
{
    QJsonArray models;
    for (const ModelRecord &model : valueOrThrow(project.models()))
        models.append(exported(model));
    QJsonArray runs;
    for (const RunRecord &run : valueOrThrow(project.runs()))
        runs.append(exported(project, run));
    QJsonObject dump{{QStringLiteral("format"), 1}, {QStringLiteral("models"), models}, {QStringLiteral("runs"), runs}};
    QJsonArray edits;
    for (const EditRecord &edit : valueOrThrow(project.edits()))
        edits.append(exported(edit));
    if (!edits.isEmpty())
        dump.insert(QStringLiteral("edits"), edits);
    return QJsonDocument(dump).toJson();
}

} // namespace cw
