// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ForeignFile.h"

#include "core/engine/Error.h"

#include <array>
#include <string_view>

namespace cw {
namespace {

constexpr const char *convert =
    QT_TRANSLATE_NOOP("Error", "%1 is a file of %2, which is not read; take the same model as safetensors.");
constexpr const char *unpack = QT_TRANSLATE_NOOP("Error", "%1 is an archive (%2); unpack it and name the folder.");
constexpr const char *pointer =
    QT_TRANSLATE_NOOP("Error", "%1 is only a pointer of Git LFS to the weights; fetch them with git lfs pull.");
constexpr const char *page = QT_TRANSLATE_NOOP(
    "Error", "%1 is a web page (%2) that a server sent in place of the weights; download the file again.");
constexpr const char *answer =
    QT_TRANSLATE_NOOP("Error", "%1 is a text (%2), not weights; if it came from a server, download the file again.");

struct Foreign {
    std::string_view first;
    const char *message;
    const char *what;
};

using namespace std::string_view_literals;

constexpr std::array known{
    Foreign{"GGUF"sv, convert, "llama.cpp (GGUF)"},
    Foreign{"FUGG"sv, convert, "llama.cpp (GGUF)"},
    Foreign{"lmgg"sv, convert, "llama.cpp (GGML)"},
    Foreign{"fmgg"sv, convert, "llama.cpp (GGML)"},
    Foreign{"tjgg"sv, convert, "llama.cpp (GGML)"},
    Foreign{"algg"sv, convert, "llama.cpp (GGML)"},
    Foreign{"\x89HDF\r\n\x1a\n"sv, convert, "Keras (HDF5)"},
    Foreign{"\x93NUMPY"sv, convert, "NumPy"},
    Foreign{"version https://git-lfs"sv, pointer, "Git LFS"},
    Foreign{"\x1f\x8b"sv, unpack, "gzip"},
    Foreign{"BZh"sv, unpack, "bzip2"},
    Foreign{"\xfd"
            "7zXZ"sv,
            unpack, "xz"},
    Foreign{"\x28\xb5\x2f\xfd"sv, unpack, "zstd"},
    Foreign{"7z\xbc\xaf\x27\x1c"sv, unpack, "7z"},
    Foreign{"PK\x05\x06"sv, unpack, "zip"},
    Foreign{"\x80\x02"sv, convert, "Python (pickle)"},
    Foreign{"\x80\x03"sv, convert, "Python (pickle)"},
    Foreign{"\x80\x04"sv, convert, "Python (pickle)"},
    Foreign{"\x80\x05"sv, convert, "Python (pickle)"},
};

/// The beginning of a text in lower case, without white space and the mark of its encoding in front.
QByteArray beginningOfText(QByteArrayView file)
{
    constexpr qsizetype enough = 512;
    QByteArray text = file.first(std::min(file.size(), enough)).toByteArray();
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    return text.trimmed().toLower();
}

/// ONNX: a protobuf message whose first field is a small version, followed by the producer's name or another field.
bool isOnnx(QByteArrayView file)
{
    return file.size() > 4 && file[0] == 8 && file[1] > 0 && file[1] < 32 && (file[2] == 0x12 || file[2] == 0x3a) &&
           file[3] != 0;
}

/// TensorFlow's index of a checkpoint is a table of LevelDB, which ends with this number.
bool isTensorFlow(QByteArrayView file)
{
    return file.endsWith("\x57\xfb\x80\x8b\x24\x75\x47\xdb");
}

/// Flax: a map of MessagePack whose first key is a name.
bool isFlax(QByteArrayView file)
{
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(file[i]); };
    return file.size() > 3 && at(0) > 0x80 && at(0) < 0x90 && at(1) > 0xa0 && at(1) < 0xc0 && at(2) >= 'a' &&
           at(2) <= 'z';
}

[[noreturn]] void refuse(const Foreign &foreign, const QString &path)
{
    throw Error(Error::Kind::Unsupported, foreign.message, {path.toStdString(), foreign.what});
}

void refuseText(QByteArrayView file, const QString &path)
{
    const QByteArray text = beginningOfText(file);
    if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head"))
        refuse({{}, page, "HTML"}, path);
    if (text.startsWith("<?xml") || text.startsWith("<error"))
        refuse({{}, page, "XML"}, path);
    if (text.startsWith("{\"") || text.startsWith("[{") || text == "{}")
        refuse({{}, answer, "JSON"}, path);
}

} // namespace

void refuseForeignFile(QByteArrayView file, const QString &path)
{
    for (const Foreign &foreign : known)
        if (file.startsWith(QByteArrayView(foreign.first.data(), static_cast<qsizetype>(foreign.first.size()))))
            refuse(foreign, path);
    constexpr qsizetype tarMark = 257;
    if (file.size() > tarMark + 5 && file.sliced(tarMark).startsWith("ustar"))
        refuse({{}, unpack, "tar"}, path);
    if (isTensorFlow(file))
        refuse({{}, convert, "TensorFlow"}, path);
    if (isOnnx(file))
        refuse({{}, convert, "ONNX"}, path);
    if (isFlax(file))
        refuse({{}, convert, "Flax (MessagePack)"}, path);
    refuseText(file, path);
}

} // namespace cw
