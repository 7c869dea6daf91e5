// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"

#include "core/checkpoint/ChangedTensors.h"
#include "core/checkpoint/FolderFile.h"
#include "core/checkpoint/JsonFile.h"
#include "core/checkpoint/TensorDigest.h"
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Monitor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <mutex>
#include <set>

namespace cw {

struct Checkpoint::Parts {
    QString folder;
    QByteArray configBytes;
    QJsonObject config;
    QJsonObject generation;
    ModelSpec spec;
    TensorFiles files;
    std::vector<StoredParameter> parameters;
    std::vector<std::string> headNames; ///< under which a head is stored, without prefix and ending

    mutable std::mutex contentsMutex;
    mutable std::map<std::string, QByteArray> contents; ///< hashes of what was read, so that it is read once

    mutable std::mutex tokenizerMutex;
    mutable std::shared_ptr<const Tokenizer> tokenizer;

    const TensorEntry &entry(const StoredParameter &parameter) const
    {
        return parameter.file->entries().at(parameter.stored);
    }

    QByteArray knownContent(const std::string &tensor) const
    {
        const std::lock_guard<std::mutex> lock(contentsMutex);
        const auto known = contents.find(tensor);
        return known == contents.end() ? QByteArray() : known->second;
    }

    QByteArray contentOf(const TensorFile &file, const std::string &tensor, bool finite, const BytesRead &read) const
    {
        if (const QByteArray known = knownContent(tensor); !known.isEmpty()) {
            read(file.entries().at(tensor).bytes()); // without the lock: it may pause for another job
            return known;
        }
        const QByteArray content = contentHash(file, tensor, finite, read);
        const std::lock_guard<std::mutex> lock(contentsMutex);
        contents[tensor] = content;
        return content;
    }

    QJsonValue special(const QString &key) const
    {
        const QJsonValue value = generation.value(key);
        return value.isUndefined() || value.isNull() ? config.value(key) : value;
    }
};

namespace {

/// generation_config.json only adds ids of special tokens: a broken one is no reason to refuse the weights.
QJsonObject readGenerationConfig(const QString &folder)
{
    QFile file(fileInFolder(folder, QStringLiteral("generation_config.json")));
    constexpr qint64 limit = 1 << 20;
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(limit)).object() : QJsonObject();
}

/// Adds up the bytes that were read and tells the monitor.
class ReadProgress {
public:
    ReadProgress(Monitor &monitor, std::int64_t total) : m_monitor(monitor), m_total(total)
    {
        m_monitor.step(0, total);
    }
    void operator()(std::int64_t bytes) { m_monitor.step(m_done += bytes, m_total); }

private:
    Monitor &m_monitor;
    std::int64_t m_done = 0;
    std::int64_t m_total;
};

} // namespace

Checkpoint::Checkpoint(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Checkpoint::~Checkpoint() = default;

std::shared_ptr<const Checkpoint> Checkpoint::open(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 does not exist."), {folder.toStdString()});
    if (!info.isDir())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 is no folder; name the folder that holds config.json."),
                    {folder.toStdString()});
    const QString configPath = fileInFolder(folder, QStringLiteral("config.json"));
    auto parts = std::make_unique<Parts>();
    parts->folder = folder;
    parts->configBytes = readSmallFile(configPath);
    parts->config = parseJsonObject(parts->configBytes, configPath);
    const ConfigReader config(parts->config, configPath);
    const Family &family = familyOf(config);
    parts->spec = readSpec(family, config);
    parts->files = TensorFiles::open(folder);
    parts->parameters = findParameters(family, parts->spec, config, parts->files);
    parts->headNames = storedNames(family, "head");
    parts->generation = readGenerationConfig(folder);
    return std::shared_ptr<const Checkpoint>(new Checkpoint(std::move(parts)));
}

QString Checkpoint::folder() const
{
    return m_parts->folder;
}

const ModelSpec &Checkpoint::spec() const
{
    return m_parts->spec;
}

std::shared_ptr<const Tokenizer> Checkpoint::tokenizer() const
{
    const std::lock_guard<std::mutex> lock(m_parts->tokenizerMutex);
    if (!m_parts->tokenizer)
        m_parts->tokenizer = Tokenizer::open(m_parts->folder);
    return m_parts->tokenizer;
}

std::vector<std::int64_t> Checkpoint::endIds() const
{
    const QJsonValue value = m_parts->special(QStringLiteral("eos_token_id"));
    std::vector<std::int64_t> ids;
    for (const QJsonValue id : value.isArray() ? value.toArray() : QJsonArray{value})
        if (id.isDouble())
            ids.push_back(id.toInteger());
    return ids;
}

std::optional<std::int64_t> Checkpoint::beginId() const
{
    const QJsonValue value = m_parts->special(QStringLiteral("bos_token_id"));
    return value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt;
}

QString Checkpoint::storageType() const
{
    std::set<ElementType> types;
    for (const StoredParameter &parameter : m_parts->parameters)
        types.insert(m_parts->entry(parameter).type);
    if (types.size() != 1)
        return QStringLiteral("mixed");
    switch (*types.begin()) {
    case ElementType::F16: return QStringLiteral("fp16");
    case ElementType::BF16: return QStringLiteral("bf16");
    case ElementType::F64: return QStringLiteral("fp64");
    default: return QStringLiteral("fp32");
    }
}

std::int64_t Checkpoint::parameterCount() const
{
    std::int64_t count = 0;
    for (const StoredParameter &parameter : m_parts->parameters)
        count += m_parts->entry(parameter).count() / (isHalf(parameter.kind) ? 2 : 1);
    return count;
}

std::int64_t Checkpoint::fileBytes() const
{
    std::int64_t bytes = 0;
    for (const auto &file : m_parts->files.files())
        bytes += file->fileBytes();
    return bytes;
}

QString Checkpoint::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_parts->configBytes);
    for (const auto &file : m_parts->files.files()) {
        hash.addData(file->description());
        hash.addData(QByteArray::number(file->fileBytes()));
    }
    return QString::fromLatin1(hash.result().toHex());
}

std::shared_ptr<const Model> Checkpoint::model(const Placement &placement) const
{
    if (placement.type == at::kHalf && placement.device.is_cpu())
        throw Error(
            Error::Kind::Unsupported,
            QT_TRANSLATE_NOOP("Error", "The CPU cannot compute in fp16; choose fp32 or bf16, or a CUDA device."));
    Parameters parameters;
    for (const StoredParameter &parameter : m_parts->parameters) {
        const at::Tensor tensor = parameter.file->tensor(parameter.stored);
        parameters[parameter.canonical] = seenAs(parameter.kind, tensor);
    }
    return std::make_shared<const Model>(m_parts->spec, std::move(parameters), placement);
}

const TensorFiles &Checkpoint::tensorFiles() const
{
    return m_parts->files;
}

StoredTensors Checkpoint::changedTensors(const Model &model) const
{
    return cw::changedTensors(m_parts->files, m_parts->parameters, m_parts->headNames, model);
}

QString Checkpoint::hash(const StoredTensors &changed, Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Hashing the weights"));
    std::set<std::string> used;
    for (const StoredParameter &parameter : m_parts->parameters)
        used.insert(parameter.stored);
    std::int64_t bytes = 0;
    for (const auto &[name, file] : m_parts->files.tensors())
        bytes += file->entries().at(name).bytes();
    ReadProgress progress(monitor, bytes);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[name, file] : m_parts->files.tensors()) {
        const TensorEntry &entry = file->entries().at(name);
        const auto other = changed.find(name);
        const QByteArray content = other == changed.end()
                                       ? m_parts->contentOf(*file, name, used.count(name) > 0, std::ref(progress))
                                       : contentHash(other->second, std::ref(progress));
        const std::string line = name + '\n' + cw::name(entry.type) + '\n' + shapeText(entry.shape) + '\n';
        hash.addData(QByteArray(QByteArray::fromStdString(line) + content + '\n'));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace cw
