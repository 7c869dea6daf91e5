// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/ParityRecords.h"

#include <QJsonDocument>

namespace cw {
namespace {

QString keyOf(const QString &fingerprint, const QString &device, const QString &dtype, const QString &library)
{
    return QStringList{fingerprint, device, dtype, library}.join(u'|');
}

} // namespace

ParityRecords::ParityRecords(const QString &file) : m_file(file, QSettings::IniFormat) {}

std::optional<ParityReport> ParityRecords::find(const QString &fingerprint, const QString &device, const QString &dtype,
                                                const QString &library) const
{
    const QByteArray text = m_file.value(keyOf(fingerprint, device, dtype, library)).toByteArray();
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    return object.isEmpty() ? std::nullopt : std::optional(parityFromJson(object));
}

void ParityRecords::keep(const ParityReport &report)
{
    m_file.setValue(keyOf(report.fingerprint, report.device, report.dtype, report.library),
                    QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact));
}

} // namespace cw
