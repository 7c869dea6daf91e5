// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"

#include <QDir>
#include <QFile>
#include <QString>

namespace cw::test {

/// A file or folder of tests/data.
inline QString fixture(const QString &name)
{
    return QDir(qEnvironmentVariable("CW_TEST_FIXTURES")).filePath(name);
}

inline QString demoModel()
{
    return QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model"));
}

/// A file or folder of the data outside the repository; empty when COUNTERWEIGHT_TEST_DATA is not set.
inline QString outsideData(const QString &name)
{
    const QString folder = qEnvironmentVariable("COUNTERWEIGHT_TEST_DATA");
    return folder.isEmpty() ? QString() : QDir(folder).filePath(name);
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Copies the files of a folder into a new one.
inline bool copyFolder(const QString &from, const QString &to)
{
    bool copied = QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files))
        copied = QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)) && copied;
    for (const QString &name : QDir(to).entryList(QDir::Files))
        QFile::setPermissions(QDir(to).filePath(name), QFile::ReadOwner | QFile::WriteOwner);
    return copied;
}

/// What f throws as "Kind: sentence"; empty when it throws nothing.
template <class F> QString thrown(F &&f)
{
    try {
        f();
    } catch (const Error &error) {
        return QString::fromUtf8(name(error.kind())) + QStringLiteral(": ") + QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace cw::test
