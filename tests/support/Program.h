// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace cw::test {

/// What the program said and how it ended; code -1: it crashed, was killed or did not end.
struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonObject error() const { return QJsonDocument::fromJson(err).object()[QLatin1String("error")].toObject(); }
};

/// Starts the program without a display, as a script does.
inline void start(QProcess &process, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(display));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("CW_PROGRAM"), arguments);
}

inline Answer ended(QProcess &process)
{
    constexpr int patience = 240000; // ms: with sanitizers and beside other work programs take their time
    if (!process.waitForFinished(patience))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline Answer ask(const QStringList &arguments)
{
    QProcess process;
    start(process, arguments);
    return ended(process);
}

} // namespace cw::test
