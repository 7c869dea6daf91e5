// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace cw {

class ProtoReader;

/// What is used of a SentencePiece model (Kudo and Richardson 2018).
struct SentencePieceModel {
    enum class Type { Unigram = 1, BytePairs = 2 };

    struct Piece {
        enum class Role { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };

        QString text;
        double score = 0;
        Role role = Role::Normal;
    };

    /// Throws Error of kind File, Format or Unsupported naming the file.
    static SentencePieceModel read(const QString &path);

    std::vector<Piece> pieces;
    Type type = Type::Unigram;
    qint64 unknownId = 0;
    QString unknownPiece = QStringLiteral("<unk>");
    bool hasByteFallback = false;
    QByteArray charsMap; ///< empty where nothing is replaced
    bool addsDummyPrefix = true;
    bool removesExtraSpaces = true;
    bool escapesSpaces = true;

private:
    void readPiece(ProtoReader piece);
    void readTrainer(ProtoReader trainer, const QString &path);
    void readNormalizer(ProtoReader normalizer);
};

} // namespace cw
