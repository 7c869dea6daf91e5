// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Settings.h"

#include <QFileInfo>
#include <algorithm>

namespace cw {

Settings::Settings(const QString &file, QObject *parent) : QObject(parent), m_file(file, QSettings::IniFormat) {}

void Settings::addRecent(const Setting<QStringList> &list, const QString &path)
{
    QStringList paths = value(list);
    const QString full = QFileInfo(path).absoluteFilePath();
    paths.removeAll(full);
    paths.prepend(full);
    set(list, QStringList(paths.mid(0, std::max(1, value(setting::recentCount)))));
}

QStringList Settings::recent(const Setting<QStringList> &list) const
{
    QStringList paths = value(list);
    paths.erase(
        std::remove_if(paths.begin(), paths.end(), [](const QString &path) { return !QFileInfo::exists(path); }),
        paths.end());
    return paths;
}

void Settings::put(const char *key, const QVariant &value)
{
    const QString name = QLatin1String(key);
    if (m_file.value(name) == value)
        return;
    m_file.setValue(name, value);
    Q_EMIT changed(name);
}

} // namespace cw
