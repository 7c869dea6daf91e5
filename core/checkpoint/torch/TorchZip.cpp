// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/torch/PickleReader.h"
#include "core/checkpoint/torch/StateDict.h"
#include "core/checkpoint/torch/TorchFormats.h"
#include "core/checkpoint/torch/ZipDirectory.h"

namespace cw {
namespace {

using Records = std::map<std::string, ZipRecord>;

/// All records lie in one folder, which bears the name the file had when it was written.
std::string folderOf(const Records &records, const std::string &path)
{
    const std::string pickle = "/data.pkl";
    std::string folder;
    for (const auto &record : records) {
        const std::size_t place = record.first.find('/');
        if (place == std::string::npos || record.first.compare(place, std::string::npos, pickle) != 0)
            continue;
        if (!folder.empty())
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1 is damaged: the record %2 stands in it twice."),
                        {path, "data.pkl"});
        folder = record.first.substr(0, place + 1);
    }
    if (folder.empty())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is a zip archive, but none that PyTorch wrote: it has no data.pkl."),
                    {path});
    if (records.count(folder + "constants.pkl") > 0)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1 is a TorchScript program; have its state dict saved as safetensors "
                                               "or with torch.save."),
                    {path});
    return folder;
}

void checkByteOrder(QByteArrayView file, const Records &records, const std::string &folder, const std::string &path)
{
    const auto order = records.find(folder + "byteorder");
    if (order == records.end())
        return;
    const QByteArrayView text = file.sliced(order->second.begin, order->second.end - order->second.begin);
    if (text != QByteArrayView("little"))
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1 was written by a machine with another order of bytes; have the "
                                               "weights saved as safetensors there."),
                    {path});
}

std::int64_t placeOf(const PickledStorage &storage, const Records &records, const std::string &folder,
                     const std::string &path)
{
    const auto record = records.find(folder + "data/" + std::string(storage.key));
    if (record == records.end())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is damaged: it has no record of the storage %2."),
                    {path, std::string(storage.key)});
    const std::int64_t bytes = record->second.end - record->second.begin;
    if (storage.count > bytes / elementBytes(storage.type))
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 is damaged: the storage %2 should hold %3 numbers of type %4 but "
                                       "has %5 bytes."),
            {path, std::string(storage.key), std::to_string(storage.count), name(storage.type), std::to_string(bytes)});
    return record->second.begin;
}

} // namespace

bool isTorchZip(QByteArrayView file)
{
    return file.startsWith("PK\x03\x04");
}

TensorTable readTorchZip(QByteArrayView file, const QString &filePath)
{
    const std::string path = filePath.toStdString();
    const Records records = readZipDirectory(file, filePath);
    const std::string folder = folderOf(records, path);
    checkByteOrder(file, records, folder, path);
    const ZipRecord &pickle = records.at(folder + "data.pkl");
    ByteCursor cursor(file, path, pickle.begin, pickle.end);
    PickleParts parts;
    const PickleValue dict = PickleReader(cursor, parts).read();
    TensorTable table;
    table.tensors = readStateDict(
        dict, parts, [&](const PickledStorage &storage) { return placeOf(storage, records, folder, path); }, path);
    table.descriptionBegin = pickle.begin;
    table.descriptionEnd = pickle.end;
    return table;
}

} // namespace cw
