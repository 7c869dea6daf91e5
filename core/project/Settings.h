// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace cw {

/// A key of the settings file, with the value it has until it is set.
template <class T> struct Setting {
    const char *key;
    T usual;
};

namespace setting {

inline const Setting<int> recentCount{"recent/count", 10};
inline const Setting<QStringList> recentProjects{"recent/projects", {}};
inline const Setting<QStringList> recentModels{"recent/models", {}};
/// Of the hub that models are downloaded from; empty: usualHub().
inline const Setting<QString> hubAddress{"hub/address", {}};
/// Where downloaded models are put; empty: a folder in the home folder.
inline const Setting<QString> modelFolder{"hub/folder", {}};
/// The folder of data sets that measures read.
inline const Setting<QString> dataFolder{"measure/data", {}};
/// What the live scores are of, as JSON.
inline const Setting<QByteArray> probeSet{"preview/probeSet", {}};
inline const Setting<QString> language{"view/language", {}};
inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> windowState{"window/state", {}};

} // namespace setting

/// What a person has set up for all projects, kept in a file.
class Settings : public QObject {
    Q_OBJECT

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    QString path() const { return m_file.fileName(); }

    template <class T> T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_file.value(QLatin1String(setting.key));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : setting.usual;
    }
    template <class T> void set(const Setting<T> &setting, const T &value)
    {
        put(setting.key, QVariant::fromValue(value));
    }

    /// Puts a path first in a list of recent ones and cuts the list at recentCount.
    void addRecent(const Setting<QStringList> &list, const QString &path);
    /// The paths of a list that still exist.
    QStringList recent(const Setting<QStringList> &list) const;

Q_SIGNALS:
    void changed(const QString &key);

private:
    void put(const char *key, const QVariant &value);

    QSettings m_file;
};

} // namespace cw
