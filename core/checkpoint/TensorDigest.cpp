// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorDigest.h"

#include "core/engine/Error.h"

#include <ATen/core/Tensor.h>
#include <QCryptographicHash>
#include <algorithm>
#include <cstring>

namespace cw {
namespace {

constexpr std::int64_t chunkBytes = std::int64_t{4} << 20;

/// A floating point number is NaN or infinite when all bits of its exponent are set.
template <class Bits> bool exponentsAreFinite(const uchar *data, std::int64_t count, Bits exponent)
{
    bool finite = true;
    for (std::int64_t i = 0; i < count; ++i) {
        Bits bits;
        std::memcpy(&bits, data + i * static_cast<std::int64_t>(sizeof(Bits)), sizeof(Bits));
        finite &= (bits & exponent) != exponent;
    }
    return finite;
}

template <class F> void forChunks(const uchar *data, std::int64_t bytes, const F &f)
{
    for (std::int64_t at = 0; at < bytes; at += chunkBytes)
        f(data + at, std::min(chunkBytes, bytes - at));
}

template <class F> void forChunks(const TensorFile &file, const std::string &tensor, const F &f)
{
    const TensorEntry &entry = file.entries().at(tensor);
    // The content of a tensor is its numbers in row-major order, however they lie in the file.
    const at::Tensor ordered = entry.isContiguous() ? at::Tensor() : file.tensor(tensor).contiguous();
    const uchar *data = ordered.defined() ? static_cast<const uchar *>(ordered.data_ptr()) : file.bytes(entry);
    forChunks(data, entry.bytes(), f);
}

void requireFinite(const TensorFile &file, const std::string &tensor, const uchar *data, std::int64_t bytes,
                   ElementType type)
{
    if (!allFinite(data, bytes / elementBytes(type), type))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 holds NaN or infinity; the checkpoint is damaged."),
                    {file.path().toStdString(), tensor});
}

} // namespace

bool allFinite(const uchar *data, std::int64_t count, ElementType type)
{
    switch (type) {
    case ElementType::F64: return exponentsAreFinite<std::uint64_t>(data, count, 0x7ff0000000000000U);
    case ElementType::F32: return exponentsAreFinite<std::uint32_t>(data, count, 0x7f800000U);
    case ElementType::F16: return exponentsAreFinite<std::uint16_t>(data, count, 0x7c00U);
    case ElementType::BF16: return exponentsAreFinite<std::uint16_t>(data, count, 0x7f80U);
    default: return true;
    }
}

QByteArray contentHash(const TensorFile &file, const std::string &tensor, bool finite, const BytesRead &read)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const ElementType type = file.entries().at(tensor).type;
    forChunks(file, tensor, [&](const uchar *data, std::int64_t bytes) {
        if (finite)
            requireFinite(file, tensor, data, bytes, type);
        hash.addData(QByteArrayView(data, static_cast<qsizetype>(bytes)));
        read(bytes);
    });
    return hash.result().toHex();
}

QByteArray contentHash(const at::Tensor &values, const BytesRead &read)
{
    const at::Tensor ordered = values.to(at::kCPU).contiguous();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    forChunks(static_cast<const uchar *>(ordered.data_ptr()), static_cast<std::int64_t>(ordered.nbytes()),
              [&hash, &read](const uchar *data, std::int64_t bytes) {
                  hash.addData(QByteArrayView(data, static_cast<qsizetype>(bytes)));
                  read(bytes);
              });
    return hash.result().toHex();
}

} // namespace cw
