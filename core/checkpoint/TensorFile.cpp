// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorFile.h"

#include "core/checkpoint/ScalarTypes.h"
#include "core/checkpoint/TensorTableReader.h"
#include "core/engine/Error.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_strided.h>
#include <ATen/ops/from_blob.h>
#include <cstring>

namespace cw {

TensorFile::TensorFile(std::shared_ptr<const MappedFile> file, TensorTable table)
    : m_file(std::move(file)), m_table(std::move(table))
{
}

std::shared_ptr<const TensorFile> TensorFile::open(const QString &path)
{
    return of(MappedFile::open(path));
}

std::shared_ptr<const TensorFile> TensorFile::read(const QByteArray &bytes, const QString &name)
{
    return of(MappedFile::hold(bytes, name));
}

std::shared_ptr<const TensorFile> TensorFile::of(const std::shared_ptr<const MappedFile> &file)
{
    return std::shared_ptr<const TensorFile>(
        new TensorFile(file, readTensorTable({file->data(), static_cast<qsizetype>(file->size())}, file->path())));
}

QByteArrayView TensorFile::description() const
{
    return {m_file->data() + m_table.descriptionBegin,
            static_cast<qsizetype>(m_table.descriptionEnd - m_table.descriptionBegin)};
}

at::Tensor TensorFile::tensor(const std::string &name) const
{
    const auto found = m_table.tensors.find(name);
    if (found == m_table.tensors.end())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no tensor %2."),
                    {path().toStdString(), name});
    const TensorEntry &entry = found->second;
    const at::ScalarType type = scalarType(entry.type);
    if (entry.count() == 0)
        return at::empty(entry.shape, type);
    const uchar *data = bytes(entry);
    if (reinterpret_cast<std::uintptr_t>(data) % static_cast<std::uintptr_t>(elementBytes(entry.type)) != 0) {
        at::Tensor copy =
            entry.isContiguous() ? at::empty(entry.shape, type) : at::empty_strided(entry.shape, entry.strides, type);
        std::memcpy(copy.data_ptr(), data, static_cast<std::size_t>(entry.end - entry.begin));
        return copy;
    }
    // libtorch has no view of constant memory; every user of the model treats it as immutable.
    void *view = const_cast<uchar *>(data);
    const auto keep = [file = m_file](void *) {};
    return entry.isContiguous() ? at::from_blob(view, entry.shape, keep, at::dtype(type))
                                : at::from_blob(view, entry.shape, entry.strides, keep, at::dtype(type));
}

} // namespace cw
