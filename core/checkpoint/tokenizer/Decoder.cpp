// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Decoder.h"

#include "core/checkpoint/tokenizer/ByteLetters.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/Growth.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Pattern.h"
#include "core/checkpoint/tokenizer/TypedParts.h"

#include <functional>
#include <numeric>
#include <optional>

namespace cw {
namespace {

class Steps final : public Decoder {
public:
    explicit Steps(const JsonPart &part) : m_steps(readSteps(part.at(QStringLiteral("decoders")), readDecoder)) {}
    QStringList apply(const QStringList &tokens) const override
    {
        QStringList result = tokens;
        const qsizetype before = sizeOf(tokens);
        for (const auto &step : m_steps) {
            result = step->apply(result);
            requireTotalGrowth(before, sizeOf(result));
        }
        return result;
    }

private:
    static qsizetype sizeOf(const QStringList &tokens)
    {
        return std::accumulate(tokens.begin(), tokens.end(), tokens.size(),
                               [](qsizetype sum, const QString &token) { return sum + token.size(); });
    }

    std::vector<std::unique_ptr<const Decoder>> m_steps;
};

/// Rewrites each token by itself.
class Each final : public Decoder {
public:
    using Rewrite = std::function<QString(const QString &token, bool isFirst)>;
    explicit Each(Rewrite rewrite) : m_rewrite(std::move(rewrite)) {}
    QStringList apply(const QStringList &tokens) const override
    {
        QStringList result;
        for (const QString &token : tokens)
            result += m_rewrite(token, result.isEmpty());
        return result;
    }

private:
    Rewrite m_rewrite;
};

class Fuse final : public Decoder {
public:
    explicit Fuse(const JsonPart &) {}
    QStringList apply(const QStringList &tokens) const override { return {tokens.join(QString())}; }
};

class ByteLetters final : public Decoder {
public:
    explicit ByteLetters(const JsonPart &) {}
    QStringList apply(const QStringList &tokens) const override
    {
        QByteArray bytes;
        for (const QString &token : tokens)
            bytes += bytesOfToken(token);
        return {fromLossyUtf8(bytes)};
    }

private:
    /// Tokens that are not made of letters for bytes, such as added ones, stand for themselves.
    static QByteArray bytesOfToken(const QString &token)
    {
        QByteArray bytes;
        for (const QChar letter : token) {
            const int byte = byteOf(letter.unicode());
            if (byte < 0)
                return token.toUtf8();
            bytes += static_cast<char>(byte);
        }
        return bytes;
    }
};

/// Joins runs of byte tokens such as <0xE2> to characters; a run that is not UTF-8 becomes one U+FFFD per byte.
class ByteFallback final : public Decoder {
public:
    explicit ByteFallback(const JsonPart &) {}
    QStringList apply(const QStringList &tokens) const override
    {
        QStringList result;
        QByteArray run;
        const auto flush = [&] {
            if (isUtf8(run) && !run.isEmpty())
                result += fromLossyUtf8(run);
            for (qsizetype i = 0; i < run.size() && !isUtf8(run); ++i)
                result += QString(QChar(QChar::ReplacementCharacter));
            run.clear();
        };
        for (const QString &token : tokens) {
            if (const std::optional<char> byte = byteOfToken(token)) {
                run += *byte;
                continue;
            }
            flush();
            result += token;
        }
        flush();
        return result;
    }

private:
    static std::optional<char> byteOfToken(const QString &token)
    {
        if (token.size() != 6 || !token.startsWith(u"<0x") || !token.endsWith(u'>'))
            return {};
        bool isHex = false;
        const int byte = QStringView(token).mid(3, 2).toInt(&isHex, 16);
        return isHex && byte >= 0 ? std::optional(static_cast<char>(byte)) : std::nullopt;
    }
};

std::unique_ptr<const Decoder> replace(const JsonPart &part)
{
    const QString content = part.text(QStringLiteral("content"));
    return std::make_unique<Each>([pattern = Pattern::read(part.at(QStringLiteral("pattern"))),
                                   content](const QString &token, bool) { return pattern.replaced(token, content); });
}

std::unique_ptr<const Decoder> strip(const JsonPart &part)
{
    const QString content = part.text(QStringLiteral("content"));
    const int most[]{part.count(QStringLiteral("start"), 0), part.count(QStringLiteral("stop"), 0)};
    return std::make_unique<Each>([content, start = most[0], stop = most[1]](const QString &token, bool) {
        QStringView text = token;
        for (int i = 0; i < start && !content.isEmpty() && text.startsWith(content); ++i)
            text = text.mid(content.size());
        for (int i = 0; i < stop && !content.isEmpty() && text.endsWith(content); ++i)
            text.chop(content.size());
        return text.toString();
    });
}

std::unique_ptr<const Decoder> metaspace(const JsonPart &part)
{
    const QString letter = part.text(QStringLiteral("replacement"));
    const bool adds = part.flag(QStringLiteral("add_prefix_space"), true) &&
                      part.text(QStringLiteral("prepend_scheme"), QString()) != u"never";
    return std::make_unique<Each>([letter, adds](QString token, bool isFirst) {
        return token.replace(letter, isFirst && adds ? QString() : QStringLiteral(" "));
    });
}

/// English as it is written: no space before a full stop or inside a contraction.
QString tidied(QString text)
{
    static const struct {
        const char *from;
        const char *to;
    } repairs[]{{" .", "."},   {" ?", "?"},           {" !", "!"},   {" ,", ","},     {" ' ", "'"},   {" n't", "n't"},
                {" 'm", "'m"}, {" do not", " don't"}, {" 's", "'s"}, {" 've", "'ve"}, {" 're", "'re"}};
    for (const auto &repair : repairs)
        text.replace(QLatin1String(repair.from), QLatin1String(repair.to));
    return text;
}

std::unique_ptr<const Decoder> wordPieces(const JsonPart &part)
{
    const QString prefix = part.text(QStringLiteral("prefix"), QStringLiteral("##"));
    const bool tidies = part.flag(QStringLiteral("cleanup"), true);
    return std::make_unique<Each>([prefix, tidies](const QString &token, bool isFirst) {
        const QString text = isFirst                    ? token
                             : token.startsWith(prefix) ? token.mid(prefix.size())
                                                        : QString(u' ' + token);
        return tidies ? tidied(text) : text;
    });
}

/// The suffix that ends a word becomes a space, but not at the end of all.
class WordEnds final : public Decoder {
public:
    explicit WordEnds(const JsonPart &part) : m_suffix(part.text(QStringLiteral("suffix"), QStringLiteral("</w>"))) {}
    QStringList apply(const QStringList &tokens) const override
    {
        QStringList result;
        for (QString token : tokens) {
            const bool isLast = result.size() + 1 == tokens.size();
            result += token.replace(m_suffix, isLast ? QString() : QStringLiteral(" "));
        }
        return result;
    }

private:
    QString m_suffix;
};

} // namespace

std::unique_ptr<const Decoder> readDecoder(const JsonPart &part)
{
    static const TypedMaker<Decoder> makers[]{
        {"Sequence", makePart<Decoder, Steps>},
        {"BPEDecoder", makePart<Decoder, WordEnds>},
        {"ByteFallback", makePart<Decoder, ByteFallback>},
        {"ByteLevel", makePart<Decoder, ByteLetters>},
        {"Fuse", makePart<Decoder, Fuse>},
        {"Metaspace", metaspace},
        {"Replace", replace},
        {"Strip", strip},
        {"WordPiece", wordPieces},
    };
    return readTyped(part, makers);
}

} // namespace cw
