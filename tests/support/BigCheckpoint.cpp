// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/BigCheckpoint.h"

#include "tests/support/TestFiles.h"
#include "tests/support/WordTokenizer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtEndian>
#include <algorithm>
#include <cstring>
#include <qfloat16.h>

namespace cw::test {
namespace {

constexpr float spread = 0.04F; ///< of random weights: small enough that nothing overflows in many layers

template <class T> QByteArray bytesOf(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QStringList BigCheckpoint::shapes()
{
    return {QStringLiteral("gpt2"), QStringLiteral("gpt2-fp16"), QStringLiteral("llama-500m"),
            QStringLiteral("llama-7b"), QStringLiteral("gpt2-vast")};
}

BigCheckpoint BigCheckpoint::named(const QString &shape)
{
    BigCheckpoint big;
    const auto which = shapes().indexOf(shape);
    if (which < 0)
        return big;
    const bool isVast = which == 4;
    big.m_isGpt2 = which < 2 || isVast;
    big.m_type = which == 1 ? QStringLiteral("F16") : big.m_isGpt2 ? QStringLiteral("F32") : QStringLiteral("BF16");
    const bool isLarge = which == 3;
    big.m_layers = big.m_isGpt2 ? 12 : isLarge ? 32 : 16;
    big.m_width = big.m_isGpt2 ? 768 : isLarge ? 4096 : 1024;
    big.m_hidden = big.m_isGpt2 ? 3072 : isLarge ? 11008 : 2816;
    big.m_heads = big.m_isGpt2 ? 12 : isLarge ? 32 : 16;
    big.m_vocabulary = isVast ? 200000000 : big.m_isGpt2 ? 50257 : 32000;
    big.m_context = big.m_isGpt2 ? 1024 : 2048;
    return big;
}

QVector<BigCheckpoint::Tensor> BigCheckpoint::tensors() const
{
    QVector<Tensor> all;
    const QString embedding =
        m_isGpt2 ? QStringLiteral("transformer.wte.weight") : QStringLiteral("model.embed_tokens.weight");
    all.append({embedding, {m_vocabulary, m_width}, 0, true});
    if (m_isGpt2)
        all.append({QStringLiteral("transformer.wpe.weight"), {m_context, m_width}, 0, true});
    for (int layer = 0; layer < m_layers; ++layer)
        m_isGpt2 ? addGpt2Layer(all, layer) : addLlamaLayer(all, layer);
    if (m_isGpt2) {
        all.append({QStringLiteral("transformer.ln_f.weight"), {m_width}, 1});
        all.append({QStringLiteral("transformer.ln_f.bias"), {m_width}, 0});
    } else {
        all.append({QStringLiteral("model.norm.weight"), {m_width}, 1});
        all.append({QStringLiteral("lm_head.weight"), {m_vocabulary, m_width}, 0, true});
    }
    return all;
}

void BigCheckpoint::addGpt2Layer(QVector<Tensor> &all, int layer) const
{
    const QString path = QStringLiteral("transformer.h.%1.").arg(layer);
    for (const char *norm : {"ln_1", "ln_2"}) {
        all.append({path + QLatin1String(norm) + u".weight", {m_width}, 1});
        all.append({path + QLatin1String(norm) + u".bias", {m_width}, 0});
    }
    const auto map = [&](const char *name, qint64 in, qint64 out) {
        all.append({path + QLatin1String(name) + u".weight", {in, out}, 0, true});
        all.append({path + QLatin1String(name) + u".bias", {out}, 0});
    };
    map("attn.c_attn", m_width, 3 * m_width);
    map("attn.c_proj", m_width, m_width);
    map("mlp.c_fc", m_width, m_hidden);
    map("mlp.c_proj", m_hidden, m_width);
}

void BigCheckpoint::addLlamaLayer(QVector<Tensor> &all, int layer) const
{
    const QString path = QStringLiteral("model.layers.%1.").arg(layer);
    const auto map = [&](const char *name, qint64 out, qint64 in) {
        all.append({path + QLatin1String(name) + u".weight", {out, in}, 0, true});
    };
    all.append({path + u"input_layernorm.weight", {m_width}, 1});
    all.append({path + u"post_attention_layernorm.weight", {m_width}, 1});
    for (const char *name : {"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj"})
        map(name, m_width, m_width);
    map("mlp.gate_proj", m_hidden, m_width);
    map("mlp.up_proj", m_hidden, m_width);
    map("mlp.down_proj", m_width, m_hidden);
}

QJsonObject BigCheckpoint::config() const
{
    if (m_isGpt2)
        return {{QStringLiteral("model_type"), QStringLiteral("gpt2")},
                {QStringLiteral("architectures"), QJsonArray{QStringLiteral("GPT2LMHeadModel")}},
                {QStringLiteral("n_layer"), m_layers},
                {QStringLiteral("n_embd"), m_width},
                {QStringLiteral("n_head"), m_heads},
                {QStringLiteral("vocab_size"), m_vocabulary},
                {QStringLiteral("n_positions"), m_context},
                {QStringLiteral("activation_function"), QStringLiteral("gelu_new")},
                {QStringLiteral("layer_norm_epsilon"), 1e-5}};
    return {{QStringLiteral("model_type"), QStringLiteral("llama")},
            {QStringLiteral("architectures"), QJsonArray{QStringLiteral("LlamaForCausalLM")}},
            {QStringLiteral("num_hidden_layers"), m_layers},
            {QStringLiteral("hidden_size"), m_width},
            {QStringLiteral("intermediate_size"), m_hidden},
            {QStringLiteral("num_attention_heads"), m_heads},
            {QStringLiteral("num_key_value_heads"), m_heads},
            {QStringLiteral("vocab_size"), m_vocabulary},
            {QStringLiteral("max_position_embeddings"), m_context},
            {QStringLiteral("hidden_act"), QStringLiteral("silu")},
            {QStringLiteral("rms_norm_eps"), 1e-5},
            {QStringLiteral("rope_theta"), 10000.0},
            {QStringLiteral("tie_word_embeddings"), false}};
}

qint64 BigCheckpoint::bytesOf(const Tensor &tensor) const
{
    qint64 bytes = m_type == QLatin1String("F32") ? 4 : 2;
    for (const qint64 size : tensor.shape)
        bytes *= size;
    return bytes;
}

qint64 BigCheckpoint::bytes() const
{
    qint64 sum = 0;
    for (const Tensor &tensor : tensors())
        sum += bytesOf(tensor);
    return sum;
}

QByteArray BigCheckpoint::element(float value) const
{
    quint32 bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    if (m_type == QLatin1String("F32"))
        return test::bytesOf(bits);
    if (m_type == QLatin1String("BF16"))
        return test::bytesOf(static_cast<quint16>(bits >> 16));
    const qfloat16 half(value);
    quint16 halfBits = 0;
    std::memcpy(&halfBits, &half, sizeof halfBits);
    return test::bytesOf(halfBits);
}

bool BigCheckpoint::writeShard(const QString &path, const QVector<Tensor> &tensors, Fill fill) const
{
    QJsonObject header{{QStringLiteral("__metadata__"), QJsonObject{{QStringLiteral("format"), QStringLiteral("pt")}}}};
    qint64 end = 0;
    for (const Tensor &tensor : tensors) {
        QJsonArray shape;
        for (const qint64 size : tensor.shape)
            shape.append(size);
        header[tensor.name] = QJsonObject{{QStringLiteral("dtype"), m_type},
                                          {QStringLiteral("shape"), shape},
                                          {QStringLiteral("data_offsets"), QJsonArray{end, end + bytesOf(tensor)}}};
        end += bytesOf(tensor);
    }
    QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact);
    text += QByteArray(-text.size() & 7, ' ');
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(test::bytesOf(quint64(text.size()))) != 8 ||
        file.write(text) != text.size())
        return false;
    if (fill == Fill::Holes)
        return file.resize(8 + text.size() + end);
    QByteArray random;
    QRandomGenerator draws(1);
    constexpr int many = 1000003; // a prime, so that rows differ
    for (int i = 0; i < many; ++i)
        random += element(static_cast<float>(draws.generateDouble() - 0.5) * spread);
    bool isWritten = true;
    for (const Tensor &tensor : tensors) {
        const qint64 size = bytesOf(tensor);
        const QByteArray content = tensor.isRandom ? random : element(tensor.value).repeated(many);
        for (qint64 at = 0; at < size && isWritten; at += content.size())
            isWritten = file.write(content.constData(), std::min<qint64>(content.size(), size - at)) > 0;
    }
    return isWritten;
}

bool BigCheckpoint::write(const QString &folder, Fill fill, qint64 shardBytes) const
{
    QVector<QVector<Tensor>> shards(1);
    qint64 inShard = 0;
    for (const Tensor &tensor : tensors()) {
        if (shardBytes > 0 && inShard > 0 && inShard + bytesOf(tensor) > shardBytes) {
            shards.append(QVector<Tensor>());
            inShard = 0;
        }
        shards.last().append(tensor);
        inShard += bytesOf(tensor);
    }
    QDir dir(folder);
    bool isWritten = dir.mkpath(QStringLiteral("."));
    QJsonObject map;
    for (qsizetype i = 0; i < shards.size(); ++i) {
        const QString name = shards.size() == 1 ? QStringLiteral("model.safetensors")
                                                : QStringLiteral("model-%1-of-%2.safetensors")
                                                      .arg(i + 1, 5, 10, QLatin1Char('0'))
                                                      .arg(shards.size(), 5, 10, QLatin1Char('0'));
        for (const Tensor &tensor : shards[i])
            map[tensor.name] = name;
        isWritten = isWritten && writeShard(dir.filePath(name), shards[i], fill);
    }
    if (shards.size() > 1)
        isWritten = isWritten && test::write(dir.filePath(QStringLiteral("model.safetensors.index.json")),
                                             QJsonDocument(QJsonObject{{QStringLiteral("weight_map"), map}}).toJson());
    return isWritten && test::write(dir.filePath(QStringLiteral("config.json")), QJsonDocument(config()).toJson()) &&
           test::write(dir.filePath(QStringLiteral("tokenizer.json")), wordTokenizer());
}

} // namespace cw::test
