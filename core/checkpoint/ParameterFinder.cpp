// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FamilyReader.h"

#include "core/engine/ParameterShapes.h"

#include <ATen/core/Tensor.h>
#include <algorithm>
#include <optional>
#include <unordered_map>

namespace cw {
namespace {

std::vector<std::string> alternatives(const std::string &names)
{
    std::vector<std::string> result;
    std::size_t begin = 0;
    for (std::size_t end = names.find('|'); end != std::string::npos; end = names.find('|', begin)) {
        result.push_back(names.substr(begin, end - begin));
        begin = end + 1;
    }
    result.push_back(names.substr(begin));
    return result;
}

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
                findAtLayer(name, std::to_string(layer));
        }
        return std::move(m_found);
    }

private:
    /// One stored tensor that a parameter may lie in, with its file.
    struct Place {
        std::string stored;
        std::shared_ptr<const TensorFile> file;
    };

    static std::string with(std::string name, char mark, const std::string &number)
    {
        for (std::size_t place = name.find(mark); place != std::string::npos; place = name.find(mark))
            name.replace(place, 1, number);
        return name;
    }

    std::string firstFile() const { return m_files.files().front()->path().toStdString(); }

    [[noreturn]] void refuseMissing(const std::string &stored) const
    {
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 has no tensor %2: it is not complete or not what config.json says."),
                    {firstFile(), stored});
    }

    /// The prefix under which the family's first parameter, the embedding, stands.
    std::string prefix() const
    {
        const std::string embedding = m_family.parameters.front().stored + std::string(".weight");
        for (const char *tried : m_family.prefixes)
            if (m_files.fileOf(tried + embedding))
                return tried;
        refuseMissing(m_family.prefixes.front() + embedding);
    }

    /// The first of some names that is stored; norms of BERT's time end in gamma and beta.
    std::optional<Place> place(const std::vector<std::string> &names, const std::vector<std::string> &ends) const
    {
        for (const std::string &name : names) {
            for (const std::string &end : ends) {
                const auto found = m_files.tensors().find(name + end);
                if (found != m_files.tensors().end())
                    return Place{found->first, found->second};
            }
        }
        return std::nullopt;
    }

    bool wantsBias(BiasRule rule) const
    {
        switch (rule) {
        case BiasRule::Always: return true;
        case BiasRule::Never: return false;
        case BiasRule::Attention: return m_attentionBias;
        case BiasRule::Mlp: return m_mlpBias;
        }
        return false;
    }

    void findAtLayer(const ParameterName &name, const std::string &layer)
    {
        const std::string canonical = with(name.canonical, '#', layer);
        const std::string stored = with(name.stored, '#', layer);
        if (canonical.find('@') == std::string::npos)
            return findOne(name, canonical, stored);
        for (int head = 0; m_shapes.count(with(canonical, '@', std::to_string(head))) > 0; ++head)
            findOne(name, with(canonical, '@', std::to_string(head)), with(stored, '@', std::to_string(head)));
    }

    void findOne(const ParameterName &name, const std::string &canonical, const std::string &stored)
    {
        // What the model has no use for is not looked up: a tied head is the embedding, stored once or twice.
        if (m_shapes.count(canonical) == 0)
            return;
        std::vector<std::string> names = alternatives(stored);
        for (std::string &each : names)
            each = (name.outside ? std::string() : m_prefix) + each;
        const bool whole = name.kind == ParameterName::Whole;
        take(canonical, names, whole ? Ends{""} : Ends{".weight", ".gamma"}, name.kind);
        const std::string bias = canonical + ".bias";
        if (m_shapes.count(bias) > 0 && wantsBias(name.bias))
            take(bias, names, {".bias", ".beta"}, ParameterName::Plain);
    }

    using Ends = std::vector<std::string>;

    void take(const std::string &canonical, const std::vector<std::string> &names, const Ends &ends,
              ParameterName::Kind kind)
    {
        const std::optional<Place> found = place(names, ends);
        if (!found)
            refuseMissing(names.front() + ends.front());
        check(*found, storedShape(m_shapes.at(canonical), kind));
        m_found.push_back({canonical, found->stored, found->file, kind});
    }

    static std::vector<std::int64_t> storedShape(std::vector<std::int64_t> shape, ParameterName::Kind kind)
    {
        if (kind == ParameterName::Transposed)
            std::reverse(shape.begin(), shape.end());
        if (kind == ParameterName::FirstHalf || kind == ParameterName::SecondHalf)
            shape.front() *= 2;
        return shape;
    }

    static void check(const Place &place, const std::vector<std::int64_t> &shape)
    {
        const TensorEntry &entry = place.file->entries().at(place.stored);
        const std::string path = place.file->path().toStdString();
        if (!isFloatingPoint(entry.type))
            throw Error(
                Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 has the type %3; weights must be floating point."),
                {path, place.stored, name(entry.type)});
        if (entry.shape != shape)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1: the tensor %2 has the shape %3, but config.json asks for %4."),
                        {path, place.stored, shapeText(entry.shape), shapeText(shape)});
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

bool isHalf(ParameterName::Kind kind)
{
    return kind == ParameterName::FirstHalf || kind == ParameterName::SecondHalf;
}

std::vector<std::string> storedNames(const Family &family, const std::string &canonical)
{
    std::vector<std::string> names;
    for (const ParameterName &name : family.parameters)
        if (name.canonical == canonical)
            for (const std::string &each : alternatives(name.stored))
                names.push_back(each);
    return names;
}

std::vector<StoredParameter> findParameters(const Family &family, const ModelSpec &spec, const ConfigReader &config,
                                            const TensorFiles &files)
{
    return ParameterFinder(family, spec, config, files).find();
}

} // namespace cw
