// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/Normalizer.h"

#include <algorithm>
#include <optional>

namespace cw {
namespace {

using Change = AlignedText::Change;

/// The reference's tables: what came later has no forms and is no mark there.
constexpr QChar::UnicodeVersion tables = QChar::Unicode_9_0;

int combiningClass(char32_t c)
{
    return QChar::unicodeVersion(c) <= tables ? QChar::combiningClass(c) : 0;
}

std::vector<char32_t> codePoints(const QString &text)
{
    std::vector<char32_t> result;
    for (qsizetype i = 0; i < text.size(); i += unitsOf(result.back()))
        result.push_back(codePointAt(text, i));
    return result;
}

/// The fully decomposed text, marks in canonical order. The first part of each code point stands for it.
std::vector<Change> decomposed(const QString &text, QString::NormalizationForm form)
{
    std::vector<Change> result;
    std::size_t pending = 0;
    const auto sortPending = [&] {
        std::stable_sort(result.begin() + static_cast<std::ptrdiff_t>(pending), result.end(),
                         [](const Change &a, const Change &b) { return combiningClass(a.c) < combiningClass(b.c); });
    };
    for (const char32_t c : codePoints(text)) {
        int change = 0;
        for (const char32_t part :
             c < 0x80 ? std::vector<char32_t>{c} : codePoints(textOf(c).normalized(form, tables))) {
            const bool isStarter = combiningClass(part) == 0;
            if (isStarter)
                sortPending();
            result.push_back({part, change});
            if (isStarter)
                pending = result.size();
            change = 1;
        }
    }
    sortPending();
    return result;
}

std::optional<char32_t> primaryComposite(char32_t first, char32_t second)
{
    if (first < 0x80 && second < 0x80)
        return {};
    const std::vector<char32_t> both =
        codePoints(QString(textOf(first) + textOf(second)).normalized(QString::NormalizationForm_C, tables));
    return both.size() == 1 ? std::optional(both.front()) : std::nullopt;
}

/// Canonical composition (Unicode Annex 15, D117). A composite stands for all that went into it.
std::vector<Change> composed(const std::vector<Change> &parts)
{
    std::vector<Change> result;
    std::optional<std::size_t> starter;
    int lastClass = -1;
    for (const Change &part : parts) {
        const int combining = combiningClass(part.c);
        const bool isBlocked = lastClass >= 0 && lastClass >= combining;
        if (starter && !isBlocked) {
            Change &base = result[*starter];
            if (const auto composite = primaryComposite(base.c, part.c)) {
                base = {*composite, base.change + part.change - 1};
                continue;
            }
        }
        if (combining == 0) {
            starter = result.size();
            lastClass = -1;
        } else if (starter) {
            lastClass = combining;
        }
        result.push_back(part);
    }
    return result;
}

class UnicodeForm final : public Normalizer {
public:
    explicit UnicodeForm(QString::NormalizationForm form) : m_form(form) {}
    void apply(AlignedText &text, bool) const override
    {
        if (text.text.normalized(m_form, tables) == text.text)
            return;
        const bool isCompatible = m_form == QString::NormalizationForm_KC || m_form == QString::NormalizationForm_KD;
        const bool composes = m_form == QString::NormalizationForm_C || m_form == QString::NormalizationForm_KC;
        const std::vector<Change> parts =
            decomposed(text.text, isCompatible ? QString::NormalizationForm_KD : QString::NormalizationForm_D);
        text.transform(composes ? composed(parts) : parts);
    }

private:
    QString::NormalizationForm m_form;
};

class Lowercase final : public Normalizer {
public:
    void apply(AlignedText &text, bool) const override
    {
        std::vector<Change> changes;
        for (const char32_t c : codePoints(text.text)) {
            if (c < 0x80) {
                changes.push_back({QChar::toLower(c), 0});
                continue;
            }
            int change = 0;
            for (const char32_t lower : codePoints(textOf(c).toLower())) {
                changes.push_back({lower, change});
                change = 1;
            }
        }
        text.transform(changes);
    }
};

bool isAccent(char32_t c)
{
    if (c == 0x1CF2 || c == 0x1CF3) // letters since
        return true;
    return QChar::isMark(c) && QChar::unicodeVersion(c) <= tables && c != 0x111C9;
}

class StripAccents final : public Normalizer {
public:
    void apply(AlignedText &text, bool) const override
    {
        text.rewriteEach([](char32_t c, Span from, AlignedText &out) {
            if (!isAccent(c))
                out.append(c, from);
        });
    }
};

} // namespace

std::unique_ptr<const Normalizer> unicodeForm(QString::NormalizationForm form)
{
    return std::make_unique<UnicodeForm>(form);
}

std::unique_ptr<const Normalizer> lowercase()
{
    return std::make_unique<Lowercase>();
}

std::unique_ptr<const Normalizer> stripAccents()
{
    return std::make_unique<StripAccents>();
}

} // namespace cw
