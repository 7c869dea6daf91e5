// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/MapWatch.h"

#include "core/engine/Error.h"

#include <QFile>
#include <algorithm>
#include <mutex>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace cw {

/// The addresses of one map. A node of a list that only grows, as a signal may walk it at any time; nodes of maps that
/// are gone are used again.
struct MapWatch::Pages {
    std::atomic<std::uintptr_t> begin = 0;
    std::atomic<std::uintptr_t> end = 0;
    std::atomic_bool isLost = false; ///< some could no longer be read
    Pages *next = nullptr;
};

std::atomic<MapWatch::Pages *> MapWatch::s_first = nullptr;

namespace {

// Of the process, as its signals are.
std::mutex mutex; // guards what follows
std::vector<const MapWatch *> watches;

} // namespace

#ifdef Q_OS_UNIX

namespace {

struct sigaction previous;

} // namespace

void MapWatch::catchBusErrors()
{
    // Only what may be called within a signal: it comes of the very instruction that read the map.
    const auto handle = [](int, siginfo_t *info, void *) {
        const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
        for (Pages *pages = s_first; pages; pages = pages->next) {
            const std::uintptr_t end = pages->end;
            if (address < pages->begin || address >= end)
                continue;
            const std::uintptr_t page = address - address % static_cast<std::uintptr_t>(getpagesize());
            pages->isLost = true;
            if (mmap(reinterpret_cast<void *>(page), end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
                     0) != MAP_FAILED)
                return;
        }
        sigaction(SIGBUS, &previous, nullptr); // none of ours: the instruction meets it once more
    };
    struct sigaction action = {};
    action.sa_sigaction = handle;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, &previous);
}

MapWatch::Stamp MapWatch::stampOf(int handle)
{
    struct stat now = {};
    if (fstat(handle, &now) != 0)
        return {};
#ifdef Q_OS_DARWIN
    const timespec &written = now.st_mtimespec;
#else
    const timespec &written = now.st_mtim;
#endif
    return {now.st_size, written.tv_sec, written.tv_nsec};
}

#else

// Elsewhere a file that is mapped cannot be written to.
void MapWatch::catchBusErrors() {}

MapWatch::Stamp MapWatch::stampOf(int)
{
    return {};
}

#endif

MapWatch::MapWatch(const QFile &file, QByteArrayView map)
    : m_path(file.fileName()), m_handle(file.handle()), m_opened(stampOf(m_handle))
{
    static std::once_flag once;
    std::call_once(once, catchBusErrors);
    const std::lock_guard lock(mutex);
    m_pages = freePages();
    const auto begin = reinterpret_cast<std::uintptr_t>(map.data());
    m_pages->isLost = false;
    m_pages->begin = begin;
    m_pages->end = begin + static_cast<std::uintptr_t>(map.size());
    watches.push_back(this);
}

MapWatch::~MapWatch()
{
    const std::lock_guard lock(mutex);
    m_pages->end = 0;
    m_pages->begin = 0;
    watches.erase(std::find(watches.begin(), watches.end(), this));
}

MapWatch::Pages *MapWatch::freePages()
{
    for (Pages *pages = s_first; pages; pages = pages->next) {
        if (pages->end == 0)
            return pages;
    }
    auto *pages = new Pages;
    pages->next = s_first;
    s_first = pages;
    return pages;
}

bool MapWatch::hasChanged() const
{
    return m_pages->isLost || stampOf(m_handle) != m_opened;
}

void requireUnchangedMaps()
{
    const std::lock_guard lock(mutex);
    for (const MapWatch *watch : watches) {
        if (watch->hasChanged())
            throw Error(Error::Kind::File,
                        QT_TRANSLATE_NOOP("Error", "%1 has been written to since it was opened, so what is computed of "
                                                   "it may be wrong. Open it again."),
                        {watch->path().toStdString()});
    }
}

} // namespace cw
