// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FreeMemory.h"

#include <algorithm>
#include <dlfcn.h>
#include <fstream>
#include <limits>
#include <sstream>

namespace cw {
namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
/// Control groups of version 1 write a number near 2^63 for no limit.
constexpr std::int64_t noLimit = std::int64_t{1} << 60;

/// The number behind a key at the beginning of a line; the first one for an empty key.
std::optional<std::int64_t> number(const std::string &path, const std::string &key)
{
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        std::string word;
        std::int64_t value = 0;
        if (!key.empty() && (!(words >> word) || word != key))
            continue;
        return words >> value ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

/// How the files of a version of control groups are called.
struct GroupFiles {
    const char *limit;
    const char *used;
    const char *reclaimable; ///< pages of files, which the system takes back when it needs room
};

std::int64_t roomOf(const std::string &folder, const GroupFiles &files)
{
    const auto limit = number(folder + files.limit, {});
    const auto used = number(folder + files.used, {});
    if (!limit || !used || *limit >= noLimit)
        return unlimited;
    const std::int64_t reclaimable = number(folder + "/memory.stat", files.reclaimable).value_or(0);
    return std::max(std::int64_t{0}, *limit - *used + reclaimable);
}

/// The narrowest of a group and all around it. A container may see the group's path, but its folder as the root.
std::int64_t roomAround(const std::string &folder, std::string path, const GroupFiles &files)
{
    std::int64_t room = roomOf(folder, files);
    while (!path.empty() && path != "/") {
        room = std::min(room, roomOf(folder + path, files));
        path.erase(path.rfind('/'));
    }
    return room;
}

std::int64_t groupRoom(const std::string &root)
{
    constexpr GroupFiles first{"/memory.limit_in_bytes", "/memory.usage_in_bytes", "total_inactive_file"};
    constexpr GroupFiles second{"/memory.max", "/memory.current", "inactive_file"};
    std::ifstream groups(root + "/proc/self/cgroup");
    std::string line; // "0::/path", "4:memory:/path"
    std::int64_t room = unlimited;
    while (std::getline(groups, line)) {
        const std::size_t begin = line.find(':');
        const std::size_t end = line.find(':', begin + 1);
        if (begin == std::string::npos || end == std::string::npos)
            continue;
        const std::string controllers = ',' + line.substr(begin + 1, end - begin - 1) + ',';
        const std::string path = line.substr(end + 1);
        if (path.empty() || path[0] != '/')
            continue;
        if (controllers == ",,")
            room = std::min(room, roomAround(root + "/sys/fs/cgroup", path, second));
        else if (controllers.find(",memory,") != std::string::npos)
            room = std::min(room, roomAround(root + "/sys/fs/cgroup/memory", path, first));
    }
    return room;
}

} // namespace

std::int64_t freeMemory(const std::string &root)
{
    const auto available = number(root + "/proc/meminfo", "MemAvailable:");
    return std::min(available ? *available * 1024 : unlimited, groupRoom(root));
}

std::optional<std::int64_t> freeDeviceMemory(c10::Device device)
{
    // A build needs no CUDA toolkit, so its runtime is asked as libtorch has loaded it.
    using SetDevice = int (*)(int);
    using MemGetInfo = int (*)(std::size_t *, std::size_t *);
    const auto setDevice = reinterpret_cast<SetDevice>(dlsym(RTLD_DEFAULT, "cudaSetDevice"));
    const auto memGetInfo = reinterpret_cast<MemGetInfo>(dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    std::size_t free = 0;
    std::size_t total = 0;
    if (!device.is_cuda() || !setDevice || !memGetInfo || setDevice(std::max<int>(0, device.index())) != 0 ||
        memGetInfo(&free, &total) != 0)
        return std::nullopt;
    return static_cast<std::int64_t>(free);
}

std::int64_t freeMemoryOf(c10::Device device)
{
    return device.is_cpu() ? freeMemory() : freeDeviceMemory(device).value_or(unlimited);
}

} // namespace cw
