// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/families/Families.h"

namespace cw {
namespace {

constexpr BiasRule always = BiasRule::Always;
constexpr BiasRule never = BiasRule::Never;
constexpr ParameterName::Kind plain = ParameterName::Plain;
constexpr ParameterName::Kind whole = ParameterName::Whole;

void refuseOtherPositions(const ConfigReader &config)
{
    if (config.has("position_embedding_type") && config.text("position_embedding_type") != "absolute")
        config.refuse("position_embedding_type", "only \"absolute\" is known");
}

void refineBert(const ConfigReader &config, ModelSpec &spec)
{
    refuseOtherPositions(config);
    spec.headActivation = spec.activation;
}

/// RoBERTa's positions count from the padding token's id + 1, and its config counts the rows before that too.
void refineRoberta(const ConfigReader &config, ModelSpec &spec)
{
    refuseOtherPositions(config);
    const std::int64_t offset = std::int64_t{config.has("pad_token_id") ? config.count("pad_token_id") : 1} + 1;
    if (offset >= spec.context)
        config.refuse("max_position_embeddings", "it must exceed the padding token's id + 1");
    spec.positionOffset = static_cast<int>(offset);
    spec.context -= spec.positionOffset;
}

void refineElectra(const ConfigReader &config, ModelSpec &)
{
    refuseOtherPositions(config);
}

/// What all models in BERT's form share; the names are those of its encoder.
Family encoder()
{
    Family family;
    family.switches.masked = true;
    family.switches.normPlace = NormPlace::After;
    family.switches.normEpsilon = 1e-12;
    family.switches.finalNorm = false;
    family.switches.embedNorm = true;
    family.switches.headTransform = true;
    family.switches.headBias = true;
    family.sizes = usualSizes(false);
    family.sizes.push_back({&ModelSpec::tokenTypes, "type_vocab_size", nullptr, 2});
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "layer_norm_eps";
    family.activationKey = "hidden_act";
    family.activation = "gelu";
    family.parameters = {{"embed", "embeddings.word_embeddings"},
                         {"pos", "embeddings.position_embeddings"},
                         {"types", "embeddings.token_type_embeddings"},
                         {"embed.norm", "embeddings.LayerNorm", always},
                         {"layers.#.attn.q", "encoder.layer.#.attention.self.query", always},
                         {"layers.#.attn.k", "encoder.layer.#.attention.self.key", always},
                         {"layers.#.attn.v", "encoder.layer.#.attention.self.value", always},
                         {"layers.#.attn.out", "encoder.layer.#.attention.output.dense", always},
                         {"layers.#.norm1", "encoder.layer.#.attention.output.LayerNorm", always},
                         {"layers.#.mlp.in", "encoder.layer.#.intermediate.dense", always},
                         {"layers.#.mlp.out", "encoder.layer.#.output.dense", always},
                         {"layers.#.norm2", "encoder.layer.#.output.LayerNorm", always}};
    return family;
}

void addHead(Family &family, const std::vector<ParameterName> &names)
{
    family.parameters.insert(family.parameters.end(), names.begin(), names.end());
}

} // namespace

Family bert()
{
    Family family = encoder();
    family.modelType = "bert";
    family.architectures = {"BertForMaskedLM", "BertForPreTraining"};
    family.refine = refineBert;
    family.prefixes = {"bert.", ""};
    addHead(family, {{"head.transform", "cls.predictions.transform.dense", always, plain, true},
                     {"head.norm", "cls.predictions.transform.LayerNorm", always, plain, true},
                     {"head", "cls.predictions.decoder", never, plain, true},
                     {"head.bias", "cls.predictions.bias|cls.predictions.decoder.bias", never, whole, true}});
    return family;
}

Family roberta()
{
    Family family = encoder();
    family.modelType = "roberta";
    family.architectures = {"RobertaForMaskedLM"};
    family.refine = refineRoberta;
    family.prefixes = {"roberta.", ""};
    addHead(family, {{"head.transform", "lm_head.dense", always, plain, true},
                     {"head.norm", "lm_head.layer_norm", always, plain, true},
                     {"head", "lm_head.decoder", never, plain, true},
                     {"head.bias", "lm_head.bias|lm_head.decoder.bias", never, whole, true}});
    return family;
}

Family distilBert()
{
    Family family = encoder();
    family.modelType = "distilbert";
    family.architectures = {"DistilBertForMaskedLM"};
    family.sizes = {{&ModelSpec::layers, "n_layers"},
                    {&ModelSpec::width, "dim"},
                    {&ModelSpec::heads, "n_heads"},
                    {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads, 1},
                    {&ModelSpec::hidden, "hidden_dim"},
                    {&ModelSpec::vocabulary, "vocab_size"},
                    {&ModelSpec::context, "max_position_embeddings"}};
    family.epsilonKey = nullptr;
    family.activationKey = "activation";
    family.refine = refineBert;
    family.prefixes = {"distilbert.", ""};
    family.parameters = {{"embed", "embeddings.word_embeddings"},
                         {"pos", "embeddings.position_embeddings"},
                         {"embed.norm", "embeddings.LayerNorm", always},
                         {"layers.#.attn.q", "transformer.layer.#.attention.q_lin", always},
                         {"layers.#.attn.k", "transformer.layer.#.attention.k_lin", always},
                         {"layers.#.attn.v", "transformer.layer.#.attention.v_lin", always},
                         {"layers.#.attn.out", "transformer.layer.#.attention.out_lin", always},
                         {"layers.#.norm1", "transformer.layer.#.sa_layer_norm", always},
                         {"layers.#.mlp.in", "transformer.layer.#.ffn.lin1", always},
                         {"layers.#.mlp.out", "transformer.layer.#.ffn.lin2", always},
                         {"layers.#.norm2", "transformer.layer.#.output_layer_norm", always}};
    addHead(family, {{"head.transform", "vocab_transform", always, plain, true},
                     {"head.norm", "vocab_layer_norm", always, plain, true},
                     {"head", "vocab_projector", never, plain, true},
                     {"head.bias", "vocab_projector.bias", never, whole, true}});
    return family;
}

Family electra()
{
    Family family = encoder();
    family.modelType = "electra";
    family.architectures = {"ElectraForMaskedLM"};
    family.switches.projectsAtEnd = true;
    family.sizes.push_back({&ModelSpec::embedWidth, "embedding_size", &ModelSpec::width, 1});
    family.refine = refineElectra;
    family.prefixes = {"electra.", ""};
    addHead(family, {{"embed.project", "embeddings_project", always},
                     {"head.transform", "generator_predictions.dense", always, plain, true},
                     {"head.norm", "generator_predictions.LayerNorm", always, plain, true},
                     {"head", "generator_lm_head", never, plain, true},
                     {"head.bias", "generator_lm_head.bias", never, whole, true}});
    return family;
}

} // namespace cw
