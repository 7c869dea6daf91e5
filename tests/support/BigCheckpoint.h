// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>

namespace cw::test {

/// Writes checkpoints of real sizes without holding them in memory: random weights, or nothing but holes in the files,
/// which take no room on the disk and read as zeros. The tokenizer is wordTokenizer().
class BigCheckpoint {
public:
    enum class Fill { Random, Holes };

    /// "gpt2" and "gpt2-fp16" (the small one), "llama-500m" and "llama-7b" (bf16), and "gpt2-vast", whose
    /// vocabulary no memory holds; empty where there is no such shape.
    static BigCheckpoint named(const QString &shape);
    static QStringList shapes();

    bool isEmpty() const { return m_layers == 0; }
    qint64 bytes() const; ///< of all tensors
    /// Writes shards of at most shardBytes, if that is above 0; returns false where something cannot be written.
    bool write(const QString &folder, Fill fill, qint64 shardBytes = 0) const;

private:
    struct Tensor {
        QString name;
        QVector<qint64> shape;
        float value = 0; ///< of every element
        bool isRandom = false;
    };

    QVector<Tensor> tensors() const;
    void addGpt2Layer(QVector<Tensor> &all, int layer) const;
    void addLlamaLayer(QVector<Tensor> &all, int layer) const;
    QJsonObject config() const;
    qint64 bytesOf(const Tensor &tensor) const;
    QByteArray element(float value) const;
    bool writeShard(const QString &path, const QVector<Tensor> &tensors, Fill fill) const;

    bool m_isGpt2 = false;
    QString m_type;
    int m_layers = 0;
    qint64 m_width = 0;
    qint64 m_hidden = 0;
    int m_heads = 0;
    qint64 m_vocabulary = 0;
    qint64 m_context = 0;
};

} // namespace cw::test
