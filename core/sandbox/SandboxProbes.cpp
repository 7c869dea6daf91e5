// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/SandboxProbes.h"

#include "core/engine/Error.h"
#include "core/sandbox/Sandbox.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cw {
namespace {

constexpr const char *network = R"(
import socket
assert all(name == 'lo' for _, name in socket.if_nameindex())
try:
    socket.create_connection(('127.0.0.1', outside['port']), 2)
except OSError:
    pass
else:
    raise AssertionError('connected')
)";

constexpr const char *files = R"(
import os
assert not os.path.exists(outside['file'])
for folder in ['/', '/dev', '/dev/shm', '/etc', '/usr', '/var/tmp', '/run', '/proc', '/sys', '/home', '/root',
               outside['folder']]:
    if folder.rstrip('/') == '/tmp':
        continue
    try:
        open(os.path.join(folder, 'counterweight-probe'), 'w').close()
    except OSError:
        continue
    os.remove(os.path.join(folder, 'counterweight-probe'))
    raise AssertionError(folder)
)";

constexpr const char *disk = R"(
import os
block = bytes(1 << 16)
written = 0
names = []
for name in range(8):
    names.append('probe-%d' % name)
    try:
        with open(names[-1], 'wb', buffering=0) as file:
            while written <= 2 * limits['disk']:
                count = file.write(block)
                if count == 0:
                    break
                written += count
    except OSError:
        pass
for name in names:
    if os.path.exists(name):
        os.remove(name)
assert 0 < written <= limits['disk'], written
)";

constexpr const char *memory = R"(
import os
try:
    os.close(os.memfd_create('probe'))
except OSError:
    pass
else:
    raise AssertionError('memfd')
step = 1 << 24
blocks = []
try:
    while len(blocks) * step <= limits['memory']:
        blocks.append(bytearray(step))
except MemoryError:
    blocks.clear()
else:
    blocks.clear()
    raise AssertionError('memory')
)";

constexpr const char *processes = R"(
import os, time
count = 1
for _ in range(4 * limits['processes']):
    try:
        child = os.fork()
    except OSError:
        break
    if child == 0:
        time.sleep(3)
        os._exit(0)
    count += 1
assert 1 < count <= limits['processes'], count
)";

constexpr const char *view = R"(
import os
others = [name for name in os.listdir('/proc') if name.isdigit()]
assert len(others) <= 3, others
for name, inside in outside['namespaces'].items():
    assert os.readlink('/proc/self/ns/' + name) != inside, name
)";

constexpr const char *rights = R"(
import os
assert 0 not in (os.getuid(), os.geteuid(), os.getgid(), os.getegid())
known = ('PATH', 'HOME', 'LANG', 'LC_CTYPE', 'PWD', 'PYTHONHASHSEED')
assert all(name in known for name in os.environ), list(os.environ)
status = dict(line.rstrip().split(':', 1) for line in open('/proc/self/status'))
assert int(status['CapEff'], 16) == int(status['CapBnd'], 16) == 0
assert status['NoNewPrivs'].strip() == '1' and status['Seccomp'].strip() == '2'
)";

/// The facts as Python reads them: JSON of texts and whole numbers is written alike.
QByteArray facts(const char *name, const QJsonObject &values)
{
    return QByteArray(name) + " = " + QJsonDocument(values).toJson(QJsonDocument::Compact) + "\n";
}

QByteArray allFacts(const SandboxLimits &limits, const SandboxOutside &outside)
{
    QJsonObject namespaces;
    for (const char *name : {"ipc", "mnt", "net", "pid", "user", "uts"}) {
        const QString link = QStringLiteral("/proc/self/ns/") + QString::fromLatin1(name);
        namespaces[QString::fromLatin1(name)] = QFileInfo(link).symLinkTarget().section(u'/', -1);
    }
    return facts("limits", {{QStringLiteral("disk"), static_cast<qint64>(limits.disk)},
                            {QStringLiteral("memory"), static_cast<qint64>(limits.memory)},
                            {QStringLiteral("processes"), limits.processes}}) +
           facts("outside", {{QStringLiteral("port"), outside.port},
                             {QStringLiteral("file"), outside.file},
                             {QStringLiteral("folder"), outside.folder},
                             {QStringLiteral("namespaces"), namespaces}});
}

} // namespace

std::vector<SandboxProbe> sandboxProbes(const SandboxLimits &limits, const SandboxOutside &outside)
{
    std::vector<SandboxProbe> probes{
        {"network",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox can reach the network here, so that none is run: %1"),
         network},
        {"files",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox can reach files outside of it here, so that none is run: "
                                    "%1"),
         files},
        {"disk",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox can fill more than its folder here, so that none is run: "
                                    "%1"),
         disk},
        {"memory",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox can take more memory than it may here, so that none is "
                                    "run: %1"),
         memory},
        {"processes",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox can start more processes than it may here, so that none "
                                    "is run: %1"),
         processes},
        {"view",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox can see other processes here, so that none is run: %1"),
         view},
        {"rights",
         QT_TRANSLATE_NOOP("Error", "A program in the sandbox has rights here that it must not have, so that none is "
                                    "run: %1"),
         rights},
    };
    for (SandboxProbe &probe : probes)
        probe.program = allFacts(limits, outside) + probe.program + Sandbox::ending();
    return probes;
}

} // namespace cw
