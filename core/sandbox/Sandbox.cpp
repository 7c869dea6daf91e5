// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Sandbox.h"

#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <csignal>
#include <unistd.h>

namespace cw {
namespace {

constexpr char startMark = '\x01';
constexpr int unconfinedCode = 126; ///< the child could not give up what confine() takes

/// What Python runs first: the limit on processes counts those of the namespace only when it is set inside of it. The
/// mark tells a sandbox that did not start from a program that failed.
QString bootstrap(int processes)
{
    return QStringLiteral("import os, resource, sys\n"
                          "resource.setrlimit(resource.RLIMIT_NPROC, (%1, %1))\n"
                          "source = sys.stdin.buffer.read()\n"
                          "os.write(2, b'\\x01')\n"
                          "exec(compile(source, 'program', 'exec'), {'__name__': '__main__'})\n")
        .arg(processes);
}

/// Ends bubblewrap, and with it the kernel ends everything in its namespace.
void kill(QProcess &process)
{
    if (process.state() == QProcess::NotRunning || process.processId() <= 0)
        return;
    const pid_t group = static_cast<pid_t>(process.processId());
    ::kill(group, SIGKILL); // confine() may not have made the group yet
    ::kill(-group, SIGKILL);
    process.waitForFinished(-1);
}

/// Ends the process however its scope is left.
class Ending {
public:
    explicit Ending(QProcess &process) : m_process(process) {}
    ~Ending() { kill(m_process); }
    Ending(const Ending &) = delete;
    Ending &operator=(const Ending &) = delete;

private:
    QProcess &m_process;
};

void takeUpTo(QByteArray &kept, const QByteArray &read, int most)
{
    kept += read.left(std::max<qsizetype>(0, most - kept.size()));
}

} // namespace

QByteArray Sandbox::ending()
{
    return "\n__import__('os')._exit(" + QByteArray::number(passedCode) + ")\n";
}

Sandbox::Sandbox(const SandboxLimits &limits, const QStringList &folders)
    : m_limits(limits), m_bubblewrap(QStandardPaths::findExecutable(QStringLiteral("bwrap"), folders)),
      m_python(QStandardPaths::findExecutable(QStringLiteral("python3"), folders))
{
}

void Sandbox::require() const
{
    if (m_bubblewrap.isEmpty())
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "Programs that a model writes run only in a sandbox, and bubblewrap is "
                                               "missing (/usr/bin/bwrap); install the package bubblewrap."));
    if (m_python.isEmpty())
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The programs of this measure are written in Python, and "
                                               "/usr/bin/python3 is missing; install the package python3."));
}

QStringList Sandbox::arguments() const
{
    QStringList all{QStringLiteral("--unshare-all"),
                    QStringLiteral("--unshare-user"),
                    QStringLiteral("--disable-userns"),
                    QStringLiteral("--die-with-parent"),
                    QStringLiteral("--new-session"),
                    QStringLiteral("--clearenv"),
                    QStringLiteral("--cap-drop"),
                    QStringLiteral("ALL"),
                    QStringLiteral("--hostname"),
                    QStringLiteral("sandbox"),
                    QStringLiteral("--ro-bind"),
                    QStringLiteral("/usr"),
                    QStringLiteral("/usr")};
    for (const char *path : {"/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives"})
        all << QStringLiteral("--ro-bind-try") << QString::fromLatin1(path) << QString::fromLatin1(path);
    all << QStringLiteral("--proc") << QStringLiteral("/proc") << QStringLiteral("--dev") << QStringLiteral("/dev");
    all << QStringLiteral("--size") << QString::number(m_limits.disk);
    all << QStringLiteral("--tmpfs") << QStringLiteral("/tmp");
    // Both are in memory and could be filled.
    for (const char *path : {"/dev", "/"})
        all << QStringLiteral("--remount-ro") << QString::fromLatin1(path);
    all << QStringLiteral("--chdir") << QStringLiteral("/tmp");
    for (const auto &[name, value] : {std::pair{"PATH", "/usr/bin:/bin"},
                                      {"HOME", "/tmp"},
                                      {"LANG", "C.UTF-8"},
                                      // Sets are walked in the same order in every run.
                                      {"PYTHONHASHSEED", "0"}})
        all << QStringLiteral("--setenv") << QString::fromLatin1(name) << QString::fromLatin1(value);
    // -I would leave PYTHONHASHSEED out.
    all << m_python << QStringLiteral("-s") << QStringLiteral("-S") << QStringLiteral("-B") << QStringLiteral("-c");
    return all << bootstrap(m_limits.processes);
}

SandboxResult Sandbox::run(const QByteArray &program, Monitor &monitor) const
{
    require();
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setChildProcessModifier([limits = m_limits] {
        if (!confine(limits))
            _exit(unconfinedCode);
    });
    const Ending ending(process);
    process.start(m_bubblewrap, arguments());
    SandboxResult result;
    process.write(program);
    process.closeWriteChannel();
    const bool isInTime = follow(process, result, monitor);
    kill(process);
    return judged(process, std::move(result), isInTime);
}

/// Reads what the program writes until it ends; false when its time is over before.
bool Sandbox::follow(QProcess &process, SandboxResult &result, Monitor &monitor) const
{
    QElapsedTimer time;
    time.start();
    const auto take = [&] {
        takeUpTo(result.output, process.readAllStandardOutput(), m_limits.output);
        takeUpTo(result.message, process.readAllStandardError(), m_limits.output);
    };
    const qint64 most = qint64{1000} * m_limits.seconds;
    bool isRunning = true;
    while (isRunning && time.elapsed() < most) {
        isRunning = !process.waitForFinished(20) && process.state() != QProcess::NotRunning;
        take();
        monitor.step(std::min(time.elapsed(), most), most);
    }
    take();
    return !isRunning;
}

SandboxResult Sandbox::judged(const QProcess &process, SandboxResult result, bool isInTime) const
{
    if (!result.message.startsWith(startMark) && isInTime) {
        if (process.exitCode() == unconfinedCode)
            throw Error(Error::Kind::Unsupported,
                        QT_TRANSLATE_NOOP("Error", "Programs that a model writes are not run here, for the rights of "
                                                   "root cannot be given up or limits cannot be set; start as an "
                                                   "ordinary user."));
        const QByteArray said = result.message.trimmed().left(300);
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The sandbox for programs that a model writes does not start here: %1 "
                                               "User namespaces may be forbidden; allow them "
                                               "(kernel.unprivileged_userns_clone, user.max_user_namespaces)."),
                    {said.isEmpty() ? process.errorString().toStdString() + '.' : said.toStdString()});
    }
    result.message.remove(0, 1);
    if (!isInTime) {
        result.end = SandboxResult::End::TimedOut;
    } else if (process.exitStatus() == QProcess::CrashExit || process.exitCode() > 128) {
        result.end = SandboxResult::End::Killed; // 128 + the signal is how bubblewrap passes it on
    } else {
        result.exitCode = process.exitCode();
        result.end = result.exitCode == passedCode ? SandboxResult::End::Passed : SandboxResult::End::Failed;
    }
    return result;
}

} // namespace cw
