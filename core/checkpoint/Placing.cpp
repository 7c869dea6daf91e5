// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Placing.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Error.h"
#include "core/engine/FreeMemory.h"
#include "core/jobs/Attempt.h"

#include <ATen/Context.h>
#include <ATen/ops/empty.h>
#include <QRegularExpression>

namespace cw {
namespace {

at::Device deviceNamed(const QString &name)
{
    const int devices = static_cast<int>(at::hasCUDA() ? at::getNumGPUs() : 0);
    if (name == QLatin1String("cpu") || (name == QLatin1String("auto") && devices == 0))
        return at::kCPU;
    static const QRegularExpression cuda(QStringLiteral("^cuda(?::([0-9]{1,3}))?$"));
    const QRegularExpressionMatch match = cuda.match(name);
    if (name != QLatin1String("auto") && !match.hasMatch())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The device must be auto, cpu, cuda or cuda:N, not %1."),
                    {name.toStdString()});
    const int index = match.captured(1).toInt();
    if (index >= devices)
        throw Error(Error::Kind::Device,
                    QT_TRANSLATE_NOOP("Error", "There is no device %1 here (CUDA devices: %2); choose cpu or auto."),
                    {name.toStdString(), std::to_string(devices)});
    return {at::kCUDA, static_cast<at::DeviceIndex>(index)};
}

/// Whether the weights fit a device in fp32 with a fifth more to work in; asked for by trying.
bool fitsInFp32(const Checkpoint &checkpoint, at::Device device)
{
    const std::int64_t bytes = checkpoint.parameterCount() / 5 * 6 * 4;
    return attempt([&] { at::empty({bytes}, at::device(device).dtype(at::kByte)); }).has_value();
}

at::ScalarType typeNamed(const QString &name, const Checkpoint &checkpoint, at::Device device)
{
    if (name == QLatin1String("auto"))
        return device.is_cpu() || fitsInFp32(checkpoint, device) ? at::kFloat : at::kBFloat16;
    if (name == QLatin1String("fp32"))
        return at::kFloat;
    if (name == QLatin1String("bf16"))
        return at::kBFloat16;
    if (name != QLatin1String("fp16"))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The type must be auto, fp32, bf16 or fp16, not %1."),
                    {name.toStdString()});
    if (device.is_cpu())
        throw Error(
            Error::Kind::Unsupported,
            QT_TRANSLATE_NOOP("Error", "The CPU cannot compute in fp16; choose fp32 or bf16, or a CUDA device."));
    return at::kHalf;
}

} // namespace

Placement placementFor(const Checkpoint &checkpoint, const QString &device, const QString &type)
{
    Placement placement;
    placement.device = deviceNamed(device);
    placement.type = typeNamed(type, checkpoint, placement.device);
    // The rest is for activations. Layers beyond that are converted at each use.
    placement.budget = freeMemoryOf(placement.device) / 4 * 3;
    return placement;
}

QString deviceName(const Placement &placement)
{
    return QString::fromStdString(placement.device.str());
}

QString typeName(const Placement &placement)
{
    switch (placement.type) {
    case at::kHalf: return QStringLiteral("fp16");
    case at::kBFloat16: return QStringLiteral("bf16");
    default: return QStringLiteral("fp32");
    }
}

} // namespace cw
