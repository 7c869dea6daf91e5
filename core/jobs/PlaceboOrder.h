// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

/// What an edit can be compared with (statistics: placebos).
enum class PlaceboKind {
    Content,   ///< the same place with the targets of others
    Moved,     ///< the same change on other rows, columns or weights, matched on norm
    Relocated, ///< the whole recipe again at another place with the same budget
    WrongText  ///< the whole recipe on nouns that are no occupations
};

/// "content", "moved", "relocated", "wrong-text".
QString name(PlaceboKind kind);

/// Which of the kinds that a method has; Auto is its first.
enum class PlaceboChoice { Auto, All, Content, Moved, Relocated, WrongText };

/// The kinds that a method has, the usual one first.
struct OwnPlacebos {
    QString method; ///< in messages
    std::vector<PlaceboKind> kinds;
};

/// What settings say of placebos.
struct PlaceboOrder {
    /// Of any settings with members of these names.
    template <class S> PlaceboOrder(const S &s)
        : count(s.placebo), choice(s.placeboKind), seed(s.seed), own(s.placebos())
    {
    }

    int count; ///< of each kind
    PlaceboChoice choice;
    std::uint32_t seed;
    OwnPlacebos own;

    /// Those that are asked for. Throws Error of kind Input that names what the method has, where it lacks one.
    std::vector<PlaceboKind> kinds() const;
    /// Whether any is to be drawn of a kind.
    bool asksFor(PlaceboKind kind) const;
    /// Of a draw, counted from 0: that of the order itself is the edit's.
    std::uint32_t seedOf(int draw) const { return seed + static_cast<std::uint32_t>(draw) + 1; }
    /// Nouns that are no occupations, in an order of the draw's own. Throws Error of kind File where there are none.
    QStringList nouns(int draw) const;
};

/// The fields of settings that a PlaceboOrder can be made of, but for the seed.
template <class S> std::vector<Field<S>> placeboFields()
{
    return {
        wholeField({"placebo", FieldForm::Number, "N",
                    QT_TRANSLATE_NOOP("Option", "Placebos of each kind that the edit is compared with (default: 0; 5 % "
                                                "needs 19).")},
                   &S::placebo, 0, 100000),
        choiceField({"placebo-kind", FieldForm::Word, "auto|all|content|moved|relocated|wrong-text",
                     QT_TRANSLATE_NOOP("Option", "Targets of others, the change moved elsewhere, the whole recipe "
                                                 "elsewhere or on other nouns (default: auto, the method's first).")},
                    &S::placeboKind,
                    {QStringLiteral("auto"), QStringLiteral("all"), QStringLiteral("content"), QStringLiteral("moved"),
                     QStringLiteral("relocated"), QStringLiteral("wrong-text")}),
    };
}

} // namespace cw
