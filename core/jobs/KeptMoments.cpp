// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/KeptMoments.h"

#include "core/analysis/SecondMoment.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/checkpoint/TensorFile.h"
#include "core/engine/Error.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/LoadedModel.h"

#include <ATen/ATen.h>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

namespace cw {
namespace {

using Corpus = std::vector<std::vector<std::int64_t>>;

constexpr std::size_t textsAtOnce = 32;
constexpr qint64 keptEvery = 20000; ///< ms
constexpr char format[] = "1";

// Names in the files.
const std::string sum = "sum";
const std::string tokens = "tokens";
const std::string texts = "texts";

/// What the numbers depend on, but for the layer.
QString keyOf(const LoadedModel &model, const Corpus &corpus, Monitor &monitor)
{
    const Placement &placement = model.model->placement();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(format));
    hash.addData(model.checkpoint->hash(model.checkpoint->changedTensors(*model.model), monitor).toLatin1());
    hash.addData((typeName(placement) + QString::fromStdString(placement.device.str())).toLatin1());
    for (const std::vector<std::int64_t> &text : corpus) {
        const auto bytes = static_cast<qsizetype>(text.size() * sizeof(std::int64_t));
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

KeptMoments::KeptMoments(const QString &folder, qint64 most) : m_folder(folder), m_most(most) {}

QString KeptMoments::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/moments");
}

Moments KeptMoments::of(const LoadedModel &model, const std::vector<int> &layers, const Corpus &corpus,
                        Monitor &monitor) const
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading what should stay"));
    const QString key = keyOf(model, corpus, monitor);
    Moments moments;
    for (const int layer : layers) {
        const QString path = QDir(m_folder).filePath(QStringLiteral("%1-%2.safetensors").arg(key).arg(layer));
        Gathered gathered = read(path, layer, model.model->spec().hidden);
        PartMonitor within(monitor, static_cast<std::int64_t>(moments.size()), 1,
                           static_cast<std::int64_t>(layers.size()));
        gather(gathered, path, *model.model, corpus, within);
        moments[layer] = gathered.moment.mean();
    }
    return moments;
}

void KeptMoments::gather(Gathered &gathered, const QString &path, const Model &model, const Corpus &corpus,
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
                write(path, gathered);
                sinceKept.restart();
            }
        }
    } catch (const Error &) {
        write(path, gathered);
        throw;
    }
    write(path, gathered);
}

/// What is not there, damaged or of another width is gathered anew.
KeptMoments::Gathered KeptMoments::read(const QString &path, int layer, int hidden) const
{
    try {
        if (QFileInfo::exists(path)) {
            const auto file = TensorFile::open(path);
            SecondMoment moment(layer, hidden, {file->tensor(sum).clone(), number(*file, tokens)});
            return {std::move(moment), static_cast<std::size_t>(number(*file, texts))};
        }
    } catch (const Error &) {
    } catch (const std::out_of_range &) {
    }
    return {SecondMoment(layer, hidden), 0};
}

void KeptMoments::write(const QString &path, const Gathered &gathered) const
{
    if (gathered.texts == 0 || !QDir().mkpath(m_folder))
        return;
    SafetensorsWriter writer;
    writer.add(sum, gathered.moment.state().sum);
    writer.setMetadata(tokens, std::to_string(gathered.moment.state().count));
    writer.setMetadata(texts, std::to_string(gathered.texts));
    try {
        writer.write(path);
        makeRoom();
    } catch (const Error &) {
        // A full disk or a folder of another user: then it is computed again next time.
    }
}

void KeptMoments::makeRoom() const
{
    qint64 bytes = 0;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) {
        bytes += file.size();
        if (bytes > m_most)
            QFile::remove(file.filePath());
    }
}

} // namespace cw
