// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace cw {

/// Puts an expression of Oniguruma's Ruby dialect, in which tokenizer files are written, into PCRE's. `\s`, `\w` and
/// `\h` are spelled out, since PCRE counts U+180E as a space and leaves marks out of words; classes inside classes are
/// flattened, `&&` becomes a look-ahead, and `{1,3}+` repeats where PCRE would only hold on to what it has.
class OnigurumaPattern {
public:
    explicit OnigurumaPattern(const QString &expression);

    QString pcre() const { return m_out; }
    /// What cannot be said in PCRE's dialect; empty where all can.
    QString problem() const { return m_problem; }

private:
    /// What stands between brackets or `&&`: the members, and classes whose complements belong to it too.
    struct Class {
        QString members;
        QStringList complements;

        QString atom() const;
        QString negatedAtom() const;
    };

    void step();
    void escape();
    void options();
    void repeat();
    void charClass();
    Class classPart();
    void nestedClass(Class &around);
    void posixClass(Class &around);
    void escapeInside(Class &around);
    QString property();
    void put(const QString &atom);
    bool isHere(QStringView text) const { return QStringView(m_in).mid(m_at).startsWith(text); }

    QString m_in;
    QString m_out;
    QString m_problem;
    qsizetype m_at = 0;
    qsizetype m_atom = 0; ///< where the last atom begins in m_out
    QList<qsizetype> m_groups;
};

} // namespace cw
