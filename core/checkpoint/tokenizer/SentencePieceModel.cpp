// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SentencePieceModel.h"

#include "core/checkpoint/tokenizer/ProtoReader.h"
#include "core/checkpoint/tokenizer/TokenizerFile.h"
#include "core/engine/Error.h"

#include <cmath>

namespace cw {
namespace {

// Numbers of the fields in SentencePiece's messages.
enum ModelField { Pieces = 1, Trainer = 2, Normalizer = 3 };
enum PieceField { PieceText = 1, PieceScore = 2, PieceRole = 3 };
enum TrainerField { ModelType = 3, ByteFallback = 35, UnknownId = 40, UnknownPiece = 45 };
enum NormalizerField { CharsTable = 2, DummyPrefix = 3, ExtraSpaces = 4, EscapedSpaces = 5 };

constexpr qsizetype longestPiece = 512;

[[noreturn]] void fail(const char *message, const QString &path, const QString &detail)
{
    throw Error(Error::Kind::Format, message, {path.toStdString(), detail.toStdString()});
}

} // namespace

void SentencePieceModel::readPiece(ProtoReader piece)
{
    Piece result;
    while (piece.next()) {
        if (piece.field() == PieceText)
            result.text = piece.text();
        else if (piece.field() == PieceScore)
            result.score = static_cast<double>(piece.real());
        else if (piece.field() == PieceRole)
            result.role = static_cast<Piece::Role>(piece.number());
    }
    pieces.push_back(result);
}

void SentencePieceModel::readTrainer(ProtoReader trainer, const QString &path)
{
    while (trainer.next()) {
        if (trainer.field() == ModelType) {
            const qint64 number = trainer.number();
            if (number != static_cast<qint64>(Type::Unigram) && number != static_cast<qint64>(Type::BytePairs))
                throw Error(Error::Kind::Unsupported,
                            QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" cannot be used: its model is of type "
                                                       "%2; this program knows 1 (unigram) and 2 (byte pairs)."),
                            {path.toStdString(), std::to_string(number)});
            type = static_cast<Type>(number);
        } else if (trainer.field() == ByteFallback) {
            hasByteFallback = trainer.number() != 0;
        } else if (trainer.field() == UnknownId) {
            unknownId = trainer.number();
        } else if (trainer.field() == UnknownPiece) {
            unknownPiece = trainer.text();
        }
    }
}

void SentencePieceModel::readNormalizer(ProtoReader normalizer)
{
    while (normalizer.next()) {
        if (normalizer.field() == CharsTable)
            charsMap = normalizer.bytes().toByteArray();
        else if (normalizer.field() == DummyPrefix)
            addsDummyPrefix = normalizer.number() != 0;
        else if (normalizer.field() == ExtraSpaces)
            removesExtraSpaces = normalizer.number() != 0;
        else if (normalizer.field() == EscapedSpaces)
            escapesSpaces = normalizer.number() != 0;
    }
}

SentencePieceModel SentencePieceModel::read(const QString &path)
{
    const QByteArray bytes = readTokenizerFile(path);
    SentencePieceModel model;
    for (ProtoReader reader(bytes, path); reader.next();) {
        if (reader.field() == Pieces)
            model.readPiece(reader.message());
        else if (reader.field() == Trainer)
            model.readTrainer(reader.message(), path);
        else if (reader.field() == Normalizer)
            model.readNormalizer(reader.message());
    }
    if (model.pieces.empty())
        fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is no SentencePiece model: it holds no pieces."),
             path, {});
    for (const Piece &piece : model.pieces) {
        if (piece.text.size() > longestPiece)
            fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: the piece \"%2\" is longer than a "
                                            "token can be."),
                 path, QString(piece.text.left(20) + u'…'));
        if (!std::isfinite(piece.score))
            fail(QT_TRANSLATE_NOOP("Error",
                                   "The tokenizer file \"%1\" is unusable: the score of the piece \"%2\" is no "
                                   "number."),
                 path, piece.text);
    }
    if (model.unknownId < 0 || model.unknownId >= static_cast<qint64>(model.pieces.size()))
        fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: %2 is not the id of a token."), path,
             QString::number(model.unknownId));
    return model;
}

} // namespace cw
