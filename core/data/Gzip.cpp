// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Gzip.h"

#include "core/engine/Error.h"

#include <array>
#include <zlib.h>

namespace cw {
namespace {

/// zlib's state, given back however its scope is left.
class Inflation {
public:
    explicit Inflation(const QByteArray &bytes)
    {
        constexpr int gzipOnly = 16;
        isReady = inflateInit2(&stream, gzipOnly + MAX_WBITS) == Z_OK;
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = static_cast<uInt>(bytes.size());
    }
    ~Inflation() { inflateEnd(&stream); }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;

    z_stream stream{};
    bool isReady = false;
};

[[noreturn]] void refuse(const char *why, const QString &path)
{
    throw Error(Error::Kind::Format, why, {path.toStdString()});
}

} // namespace

bool isGzip(const QByteArray &bytes)
{
    return bytes.startsWith("\x1f\x8b");
}

QByteArray gunzipped(const QByteArray &bytes, const QString &path, qsizetype limit)
{
    Inflation inflation(bytes);
    z_stream &stream = inflation.stream;
    QByteArray unpacked;
    std::array<char, 1 << 16> piece{};
    int state = inflation.isReady ? Z_OK : Z_MEM_ERROR;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        unpacked.append(piece.data(), static_cast<qsizetype>(piece.size() - stream.avail_out));
        if (unpacked.size() > limit)
            refuse(QT_TRANSLATE_NOOP("Error", "%1 unpacks to more than such a file can hold; get it again from where "
                                              "it came from."),
                   path);
        // A file may be several that were joined.
        if (state == Z_STREAM_END && stream.avail_in > 0)
            state = inflateReset(&stream);
    }
    if (state != Z_STREAM_END)
        refuse(QT_TRANSLATE_NOOP("Error", "%1 is damaged or ends early: gzip cannot unpack it; get it again from where "
                                          "it came from."),
               path);
    return unpacked;
}

} // namespace cw
