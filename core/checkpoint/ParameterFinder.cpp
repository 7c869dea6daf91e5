// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FamilyReader.h"

#include "core/engine/ParameterShapes.h"

#include <algorithm>
#include <unordered_map>

namespace cw {
namespace {

class ParameterFinder {
public:
    ParameterFinder(const Family &family, const ModelSpec &spec, const ConfigReader &config, const TensorFiles &files)
        : m_family(family), m_files(files), m_layers(spec.layers),
          m_attentionBias(family.attentionBias.key &&
                          config.flag(family.attentionBias.key, family.attentionBias.otherwise)),
          m_mlpBias(family.mlpBias.key && config.flag(family.mlpBias.key, family.mlpBias.otherwise)), m_prefix(prefix())
    {
        for (ParameterShape &wanted : parameterShapes(spec))
            m_shapes[std::move(wanted.name)] = std::move(wanted.shape);
    }

    std::vector<StoredParameter> find()
    {
        for (const ParameterName &name : m_family.parameters) {
            const bool perLayer = std::string(name.canonical).find('#') != std::string::npos;
            for (int layer = 0; layer < (perLayer ? m_layers : 1); ++layer)
                findOne(name, std::to_string(layer));
        }
        return std::move(m_found);
    }

private:
    static std::string atLayer(std::string name, const std::string &layer)
    {
        const std::size_t place = name.find('#');
        return place == std::string::npos ? name : name.replace(place, 1, layer);
    }

    std::string firstFile() const { return m_files.files().front()->path().toStdString(); }

    /// The prefix under which the family's first parameter, the embedding, stands.
    std::string prefix() const
    {
        const std::string embedding = m_family.parameters.front().stored + std::string(".weight");
        for (const char *tried : m_family.prefixes)
            if (m_files.fileOf(tried + embedding))
                return tried;
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 has no tensor %2: it is not complete or not what config.json says."),
                    {firstFile(), m_family.prefixes.front() + embedding});
    }

    bool hasBias(BiasRule rule) const
    {
        switch (rule) {
        case BiasRule::Always: return true;
        case BiasRule::Never: return false;
        case BiasRule::Attention: return m_attentionBias;
        case BiasRule::Mlp: return m_mlpBias;
        }
        return false;
    }

    void findOne(const ParameterName &name, const std::string &layer)
    {
        const std::string canonical = atLayer(name.canonical, layer);
        // What the model has no use for is not looked up: a tied head is the embedding, stored once or twice.
        if (m_shapes.count(canonical) == 0)
            return;
        const std::string stored = (name.outside ? std::string() : m_prefix) + atLayer(name.stored, layer);
        take(canonical, stored + ".weight", name.transposed);
        if (hasBias(name.bias))
            take(canonical + ".bias", stored + ".bias", false);
    }

    void take(const std::string &canonical, const std::string &stored, bool transposed)
    {
        const auto found = m_files.tensors().find(stored);
        if (found == m_files.tensors().end())
            throw Error(
                Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "%1 has no tensor %2: it is not complete or not what config.json says."),
                {firstFile(), stored});
        const TensorEntry &entry = found->second->entries().at(stored);
        std::vector<std::int64_t> shape = m_shapes.at(canonical);
        if (transposed)
            std::reverse(shape.begin(), shape.end());
        const std::string path = found->second->path().toStdString();
        if (!isFloatingPoint(entry.type))
            throw Error(
                Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 has the type %3; weights must be floating point."),
                {path, stored, name(entry.type)});
        if (entry.shape != shape)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 has the shape %3, but config.json asks for %4."),
                        {path, stored, shapeText(entry.shape), shapeText(shape)});
        m_found.push_back({canonical, stored, found->second, transposed});
    }

    const Family &m_family;
    const TensorFiles &m_files;
    const int m_layers;
    const bool m_attentionBias;
    const bool m_mlpBias;
    const std::string m_prefix;
    std::unordered_map<std::string, std::vector<std::int64_t>> m_shapes;
    std::vector<StoredParameter> m_found;
};

} // namespace

std::vector<StoredParameter> findParameters(const Family &family, const ModelSpec &spec, const ConfigReader &config,
                                            const TensorFiles &files)
{
    return ParameterFinder(family, spec, config, files).find();
}

} // namespace cw
