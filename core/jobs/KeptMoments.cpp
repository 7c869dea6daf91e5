// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptMoments.h"

#include "core/analysis/SecondMoment.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/checkpoint/TensorFile.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadedModel.h"

#include <ATen/ATen.h>
#include <QCryptographicHash>
#include <QElapsedTimer>

namespace cw {
namespace {

using Corpus = std::vector<std::vector<std::int64_t>>;

constexpr std::size_t textsAtOnce = 32;
constexpr qint64 keptEvery = 20000; ///< ms
constexpr char format[] = "1";
constexpr qint64 most = qint64{4} << 30; ///< bytes of the user's folder

// Names in the files.
const std::string sum = "sum";
const std::string tokens = "tokens";
const std::string texts = "texts";

/// What the numbers depend on, but for the layer.
QString keyOf(const LoadedModel &model, const Corpus &corpus, Monitor &monitor)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(format));
    addModel(hash, model, monitor);
    for (const std::vector<std::int64_t> &text : corpus) {
        const auto bytes = static_cast<qsizetype>(text.size()) * qsizetype{sizeof(std::int64_t)};
        hash.addData(QByteArray::number(bytes));
        hash.addData({reinterpret_cast<const char *>(text.data()), bytes});
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// The texts from first on that are read together.
Corpus part(const Corpus &corpus, std::size_t first)
{
    const std::size_t end = std::min(corpus.size(), first + textsAtOnce);
    return {corpus.begin() + static_cast<std::ptrdiff_t>(first), corpus.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::int64_t number(const TensorFile &file, const std::string &key)
{
    return QString::fromStdString(file.metadata().at(key)).toLongLong();
}

} // namespace

/// Of one layer, and over how many texts of the corpus.
struct KeptMoments::Gathered {
    SecondMoment moment;
    std::size_t texts = 0;
};

KeptMoments::KeptMoments(const CacheFolder &folder) : m_folder(folder) {}

KeptMoments KeptMoments::usual()
{
    return KeptMoments(CacheFolder(CacheFolder::usual(QStringLiteral("moments")), most));
}

Moments KeptMoments::of(const LoadedModel &model, const std::vector<int> &layers, const Corpus &corpus,
                        Monitor &monitor) const
{
    const QString key = keyOf(model, corpus, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading what should stay"));
    Moments moments;
    for (const int layer : layers) {
        const QString name = QStringLiteral("%1-%2").arg(key).arg(layer);
        Gathered gathered = read(name, layer, model.model->spec().hidden);
        PartMonitor within(monitor, static_cast<std::int64_t>(moments.size()), 1,
                           static_cast<std::int64_t>(layers.size()));
        gather(gathered, name, *model.model, corpus, within);
        moments[layer] = gathered.moment.mean();
    }
    return moments;
}

void KeptMoments::gather(Gathered &gathered, const QString &name, const Model &model, const Corpus &corpus,
                         Monitor &monitor) const
{
    if (gathered.texts == corpus.size())
        return;
    QElapsedTimer sinceKept;
    sinceKept.start();
    try {
        while (gathered.texts < corpus.size()) {
            const Corpus next = part(corpus, gathered.texts);
            PartMonitor within(monitor, static_cast<std::int64_t>(gathered.texts),
                               static_cast<std::int64_t>(next.size()), static_cast<std::int64_t>(corpus.size()));
            gathered.moment.add(model, next, within);
            gathered.texts += next.size();
            if (sinceKept.hasExpired(keptEvery)) {
                write(name, gathered);
                sinceKept.restart();
            }
        }
    } catch (const Error &) {
        write(name, gathered);
        throw;
    }
    write(name, gathered);
}

/// What is not there, damaged or of another width is gathered anew.
KeptMoments::Gathered KeptMoments::read(const QString &name, int layer, int hidden) const
{
    try {
        if (const auto file = m_folder.open(name)) {
            SecondMoment moment(layer, hidden, {file->tensor(sum).clone(), number(*file, tokens)});
            return {std::move(moment), static_cast<std::size_t>(number(*file, texts))};
        }
    } catch (const Error &) {
    } catch (const std::out_of_range &) {
    }
    return {SecondMoment(layer, hidden), 0};
}

void KeptMoments::write(const QString &name, const Gathered &gathered) const
{
    if (gathered.texts == 0)
        return;
    SafetensorsWriter writer;
    writer.add(sum, gathered.moment.state().sum);
    writer.setMetadata(tokens, std::to_string(gathered.moment.state().count));
    writer.setMetadata(texts, std::to_string(gathered.texts));
    m_folder.write(name, writer);
}

} // namespace cw
