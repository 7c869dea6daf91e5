// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/ConfigReader.h"
#include "core/checkpoint/Family.h"
#include "core/checkpoint/TensorFiles.h"

namespace cw {

/// A parameter of a model and where it lies.
struct StoredParameter {
    std::string canonical;
    std::string stored;
    std::shared_ptr<const TensorFile> file;
    ParameterName::Kind kind = ParameterName::Plain;
};

/// Whether what is stored holds two parameters.
bool isHalf(ParameterName::Kind kind);
/// The names, without prefix and ending, under which a family stores a parameter of this canonical name.
std::vector<std::string> storedNames(const Family &family, const std::string &canonical);

/// The family a config belongs to by its model_type, else by its architectures. Throws Error of kind Unsupported that
/// lists those known.
const Family &familyOf(const ConfigReader &config);

/// Fills a ModelSpec from a config. Throws Error (Format, Unsupported) naming the file and the key.
ModelSpec readSpec(const Family &family, const ConfigReader &config);

/// Fills the rotary part of a spec whose heads and context are read.
void readRotary(const Family &family, const ConfigReader &config, ModelSpec &spec);

/// Finds every parameter of a model in its files and checks type and shape without reading it; what the model does not
/// use, such as stored masks, is left out. Throws Error of kind Format naming the tensor and both shapes.
std::vector<StoredParameter> findParameters(const Family &family, const ModelSpec &spec, const ConfigReader &config,
                                            const TensorFiles &files);

} // namespace cw
