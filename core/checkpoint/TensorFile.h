// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/MappedFile.h"
#include "core/checkpoint/TensorTable.h"

#include <QByteArrayView>

namespace at {
class Tensor;
}

namespace cw {

/// A file of tensors, mapped: opening reads what describes them only, tensors are views onto the mapping.
class TensorFile {
public:
    /// Opens whatever kind of file it is by its first bytes. Throws Error (File, Format, Unsupported) naming path and
    /// what is wrong with it.
    static std::shared_ptr<const TensorFile> open(const QString &path);
    /// The same of bytes in memory; name stands for a path in messages.
    static std::shared_ptr<const TensorFile> read(const QByteArray &bytes, const QString &name);

    QString path() const { return m_file->path(); }
    qint64 fileBytes() const { return m_file->size(); }
    /// The bytes of the file that name and describe its tensors; valid as long as the file is open.
    QByteArrayView description() const;
    QByteArrayView contents() const { return {m_file->data(), m_file->size()}; }
    const std::map<std::string, TensorEntry> &entries() const { return m_table.tensors; }
    const std::map<std::string, std::string> &metadata() const { return m_table.metadata; }

    /// A view that keeps the mapping alive; it must not be written to. A tensor that does not start at a multiple of
    /// its element's size is copied. Throws Error of kind Format when there is no such name.
    at::Tensor tensor(const std::string &name) const;
    /// The bytes of a tensor in the mapping; those of a tensor with strides have gaps or another order.
    const uchar *bytes(const TensorEntry &entry) const { return m_file->data() + entry.begin; }

protected:
    TensorFile(std::shared_ptr<const MappedFile> file, TensorTable table);

private:
    static std::shared_ptr<const TensorFile> of(const std::shared_ptr<const MappedFile> &file);

    std::shared_ptr<const MappedFile> m_file;
    TensorTable m_table;
};

} // namespace cw
