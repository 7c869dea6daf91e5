// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Safetensors.h"

#include "core/engine/Error.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <QtEndian>
#include <cstring>

namespace cw {
namespace {

constexpr qint64 lengthBytes = 8;
// The format's own limit: https://github.com/huggingface/safetensors#format
constexpr quint64 longestHeader = 100'000'000;

} // namespace

Safetensors::Safetensors(std::shared_ptr<const MappedFile> file) : m_file(std::move(file))
{
    const std::string path = m_file->path().toStdString();
    if (m_file->size() < lengthBytes)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 is cut off: it has only %2 bytes. Copy or download it again."),
                    {path, std::to_string(m_file->size())});
    const auto length = qFromLittleEndian<quint64>(m_file->data());
    const auto rest = static_cast<quint64>(m_file->size() - lengthBytes);
    if (length > rest)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error",
                                      "%1 is cut off or no safetensors file: its header should have %2 bytes, but "
                                      "only %3 follow."),
                    {path, std::to_string(length), std::to_string(rest)});
    if (length > longestHeader)
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 is no safetensors file: a header of %2 bytes is longer than allowed."),
            {path, std::to_string(length)});
    m_headerBytes =
        QByteArray(reinterpret_cast<const char *>(m_file->data()) + lengthBytes, static_cast<qsizetype>(length));
    m_header = parseSafetensorsHeader(m_headerBytes, static_cast<std::int64_t>(rest - length), m_file->path());
}

std::shared_ptr<const Safetensors> Safetensors::open(const QString &path)
{
    return std::shared_ptr<const Safetensors>(new Safetensors(MappedFile::open(path)));
}

const uchar *Safetensors::bytes(const TensorEntry &entry) const
{
    return m_file->data() + lengthBytes + m_headerBytes.size() + entry.begin;
}

at::Tensor Safetensors::tensor(const std::string &name) const
{
    const auto found = m_header.tensors.find(name);
    if (found == m_header.tensors.end())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no tensor %2."),
                    {path().toStdString(), name});
    const TensorEntry &entry = found->second;
    const uchar *data = bytes(entry);
    if (entry.begin == entry.end)
        return at::empty(entry.shape, entry.type);
    if (reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(entry.type) != 0) {
        at::Tensor copy = at::empty(entry.shape, entry.type);
        std::memcpy(copy.data_ptr(), data, static_cast<std::size_t>(entry.end - entry.begin));
        return copy;
    }
    // libtorch has no view of constant memory; every user of the model treats it as immutable.
    return at::from_blob(
        const_cast<uchar *>(data), entry.shape, [file = m_file](void *) {}, at::dtype(entry.type));
}

} // namespace cw
