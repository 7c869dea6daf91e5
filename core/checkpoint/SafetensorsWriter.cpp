// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/SafetensorsWriter.h"

#include "core/checkpoint/ScalarTypes.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtEndian>
#include <algorithm>
#include <vector>

namespace cw {
namespace {

using Named = std::pair<std::string, at::Tensor>;

/// Widest types first, so that every tensor starts at a multiple of its element's size.
std::vector<Named> inFileOrder(const std::map<std::string, at::Tensor> &tensors)
{
    std::vector<Named> order(tensors.begin(), tensors.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const Named &a, const Named &b) { return a.second.element_size() > b.second.element_size(); });
    return order;
}

QJsonArray toJson(at::IntArrayRef values)
{
    QJsonArray array;
    for (const std::int64_t value : values)
        array.append(static_cast<qint64>(value));
    return array;
}

QByteArray header(const std::vector<Named> &order, const std::map<std::string, std::string> &metadata)
{
    QJsonObject object;
    QJsonObject lines;
    for (const auto &[key, value] : metadata)
        lines[QString::fromStdString(key)] = QString::fromStdString(value);
    if (!lines.isEmpty())
        object[QStringLiteral("__metadata__")] = lines;
    std::int64_t begin = 0;
    for (const auto &[name, tensor] : order) {
        const std::int64_t end = begin + static_cast<std::int64_t>(tensor.nbytes());
        object[QString::fromStdString(name)] =
            QJsonObject{{QStringLiteral("dtype"), QLatin1String(cw::name(*elementType(tensor.scalar_type())))},
                        {QStringLiteral("shape"), toJson(tensor.sizes())},
                        {QStringLiteral("data_offsets"), toJson({begin, end})}};
        begin = end;
    }
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    json.append((8 - json.size() % 8) % 8, ' ');
    return json;
}

} // namespace

void SafetensorsWriter::add(const std::string &name, const at::Tensor &tensor)
{
    if (!elementType(tensor.scalar_type()))
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The tensor %1 has a type that safetensors files cannot hold."), {name});
    m_tensors[name] = tensor.detach().to(at::kCPU).contiguous();
}

template <class Put> bool SafetensorsWriter::give(const Put &put) const
{
    const std::vector<Named> order = inFileOrder(m_tensors);
    const QByteArray json = header(order, m_metadata);
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint64>(json.size()), length.data());
    bool goesOn = put(length.constData(), length.size()) && put(json.constData(), json.size());
    for (const auto &[name, tensor] : order)
        goesOn = goesOn && put(static_cast<const char *>(tensor.data_ptr()), static_cast<qsizetype>(tensor.nbytes()));
    return goesOn;
}

void SafetensorsWriter::write(const QString &path) const
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && give([&file](const char *data, qsizetype bytes) {
                               return file.write(data, bytes) == bytes;
                           });
    if (!isWritten || !file.commit())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
}

QByteArray SafetensorsWriter::bytes() const
{
    QByteArray all;
    give([&all](const char *data, qsizetype bytes) {
        all.append(data, bytes);
        return true;
    });
    return all;
}

} // namespace cw
