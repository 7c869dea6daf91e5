// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/ModelFacts.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/Tokenizer.h"

#include <QDir>

namespace cw {

ModelFacts factsOf(const LoadedModel &model)
{
    ModelFacts facts;
    if (!model.checkpoint || !model.model)
        return facts;
    const Checkpoint &checkpoint = *model.checkpoint;
    const ModelSpec &spec = checkpoint.spec();
    facts.folder = checkpoint.folder();
    facts.name = QDir(facts.folder).dirName();
    facts.fingerprint = checkpoint.fingerprint();
    facts.family = QString::fromStdString(spec.family);
    facts.storageType = checkpoint.storageType();
    facts.device = deviceName(model.model->placement());
    facts.dtype = typeName(model.model->placement());
    facts.masked = spec.masked;
    facts.layers = spec.layers;
    facts.width = spec.width;
    facts.vocabulary = spec.vocabulary;
    facts.context = spec.context;
    facts.parameters = checkpoint.parameterCount();
    facts.bytes = checkpoint.fileBytes();
    facts.tokenizer = checkpoint.tokenizer();
    if (facts.masked && facts.tokenizer->maskId())
        facts.mask = facts.tokenizer->token(*facts.tokenizer->maskId());
    return facts;
}

} // namespace cw
