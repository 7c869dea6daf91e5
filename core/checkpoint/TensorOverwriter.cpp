// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorOverwriter.h"

#include "core/checkpoint/ScalarTypes.h"
#include "core/checkpoint/torch/TorchFormats.h"
#include "core/checkpoint/torch/ZipDirectory.h"
#include "core/engine/Error.h"

#include <ATen/ATen.h>
#include <QFile>
#include <QtEndian>
#include <algorithm>
#include <zlib.h>

namespace cw {
namespace {

constexpr std::int64_t chunkBytes = std::int64_t{8} << 20;

/// A file that is changed in place. Not through a mapping: there a full disk is a signal and no error.
class Overwriter {
public:
    explicit Overwriter(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadWrite))
            refuse();
    }

    void put(const TensorEntry &entry, const at::Tensor &values)
    {
        const at::Tensor ordered = values.to(at::kCPU, scalarType(entry.type)).contiguous();
        if (entry.isContiguous()) {
            write(entry.begin, static_cast<const char *>(ordered.data_ptr()), entry.bytes());
            return;
        }
        QByteArray bytes = read(entry.begin, entry.end - entry.begin);
        at::from_blob(bytes.data(), entry.shape, entry.strides, at::TensorOptions(scalarType(entry.type)))
            .copy_(ordered);
        write(entry.begin, bytes.constData(), bytes.size());
    }

    void putNumber(std::int64_t place, quint32 number)
    {
        const quint32 stored = qToLittleEndian(number);
        write(place, reinterpret_cast<const char *>(&stored), sizeof(stored));
    }

    quint32 checksum(std::int64_t begin, std::int64_t end)
    {
        uLong sum = crc32_z(0, nullptr, 0);
        for (std::int64_t at = begin; at < end; at += chunkBytes) {
            const QByteArray bytes = read(at, std::min(chunkBytes, end - at));
            sum = crc32_z(sum, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<z_size_t>(bytes.size()));
        }
        return static_cast<quint32>(sum);
    }

    void finish()
    {
        if (!m_file.flush())
            refuse();
    }

private:
    [[noreturn]] void refuse() const
    {
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {m_file.fileName().toStdString(), m_file.errorString().toStdString()});
    }

    void write(std::int64_t place, const char *bytes, std::int64_t count)
    {
        if (!m_file.seek(place) || m_file.write(bytes, count) != count)
            refuse();
    }

    QByteArray read(std::int64_t place, std::int64_t count)
    {
        QByteArray bytes(static_cast<qsizetype>(count), Qt::Uninitialized);
        if (!m_file.seek(place) || m_file.read(bytes.data(), count) != count)
            refuse();
        return bytes;
    }

    QFile m_file;
};

/// The records of an archive of PyTorch's that hold changed tensors get the checksums of their new bytes. Where records
/// lie is what it was in the original.
void mendChecksums(Overwriter &file, const TensorFile &original, const std::vector<const TensorEntry *> &changed)
{
    if (!isTorchZip(original.contents()))
        return;
    for (const auto &[name, record] : readZipDirectory(original.contents(), original.path())) {
        const auto lies = [begin = record.begin, end = record.end](const TensorEntry *entry) {
            return entry->begin >= begin && entry->begin < end;
        };
        if (std::none_of(changed.begin(), changed.end(), lies))
            continue;
        const quint32 sum = file.checksum(record.begin, record.end);
        for (const std::int64_t place : record.checksums)
            file.putNumber(place, sum);
    }
}

} // namespace

void overwriteTensors(const QString &path, const TensorFile &original, const std::map<std::string, at::Tensor> &changed)
{
    std::vector<const TensorEntry *> entries;
    Overwriter file(path);
    for (const auto &[name, values] : changed) {
        const auto entry = original.entries().find(name);
        if (entry == original.entries().end())
            continue;
        file.put(entry->second, values);
        entries.push_back(&entry->second);
    }
    mendChecksums(file, original, entries);
    file.finish();
}

} // namespace cw
