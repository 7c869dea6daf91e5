// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Confinement.h"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace cw {
namespace {

constexpr unsigned nobody = 65534;

/// Memory of these is charged to no address space; the others are doors into the kernel that no coding task needs.
constexpr unsigned refusedCalls[] = {
    SYS_shmget,
    SYS_msgget,
    SYS_semget,
    SYS_memfd_create,
    SYS_mq_open,
    SYS_io_uring_setup,
    SYS_perf_event_open,
    SYS_bpf,
    SYS_userfaultfd,
    SYS_ptrace,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_name_to_handle_at,
    SYS_open_by_handle_at,
};
constexpr std::size_t refusedCount = sizeof refusedCalls / sizeof *refusedCalls;

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
constexpr unsigned firstForeignCall = 0x40000000; // those of the x32 interface, by which the filter could be passed
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
constexpr unsigned firstForeignCall = 0xffffffff;
#else
#error "The sandbox does not know this processor's system calls."
#endif

constexpr sock_filter load(std::size_t offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset));
}

constexpr sock_filter answer(unsigned value)
{
    return BPF_STMT(BPF_RET | BPF_K, value);
}

/// A comparison that goes on with the next instruction where it holds and skips that one where it does not.
constexpr sock_filter unlessSkip(unsigned short comparison, unsigned value)
{
    return BPF_JUMP(static_cast<unsigned short>(BPF_JMP | BPF_K | comparison), value, 0, 1);
}

bool refuseCalls()
{
    constexpr unsigned refused = SECCOMP_RET_ERRNO | ENOSYS;
    sock_filter code[7 + 2 * refusedCount + 1];
    std::size_t size = 0;
    code[size++] = load(offsetof(seccomp_data, arch));
    code[size++] = BPF_JUMP(BPF_JMP | BPF_K | BPF_JEQ, architecture, 1, 0);
    code[size++] = answer(SECCOMP_RET_KILL_PROCESS);
    code[size++] = load(offsetof(seccomp_data, nr));
    code[size++] = unlessSkip(BPF_JGE, firstForeignCall);
    code[size++] = answer(refused);
    for (const unsigned call : refusedCalls) {
        code[size++] = unlessSkip(BPF_JEQ, call);
        code[size++] = answer(refused);
    }
    code[size++] = answer(SECCOMP_RET_ALLOW);
    const sock_fprog program{static_cast<unsigned short>(size), code};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

bool limit(decltype(RLIMIT_CPU) resource, std::int64_t most)
{
    rlimit present{};
    if (getrlimit(resource, &present) != 0)
        return false;
    // A limit that is lower already stays.
    const rlim_t value = static_cast<rlim_t>(most) < present.rlim_max ? static_cast<rlim_t>(most) : present.rlim_max;
    const rlimit wanted{value, value};
    return setrlimit(resource, &wanted) == 0;
}

/// The plain system calls: those of the C library tell other threads, which a child between fork and exec lacks.
bool dropRoot()
{
    if (geteuid() != 0 && getuid() != 0)
        return true;
    return syscall(SYS_setgroups, 0, nullptr) == 0 && syscall(SYS_setresgid, nobody, nobody, nobody) == 0 &&
           syscall(SYS_setresuid, nobody, nobody, nobody) == 0;
}

} // namespace

bool confine(const SandboxLimits &limits)
{
    // The memory last: this process may have more than that already, and then not even its stack can grow, as it does
    // when the dynamic linker looks up a function that is called for the first time.
    return setsid() >= 0 && dropRoot() && limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, limits.seconds + 1) &&
           limit(RLIMIT_FSIZE, limits.disk) && limit(RLIMIT_NOFILE, limits.files) && refuseCalls() &&
           limit(RLIMIT_AS, limits.memory);
}

} // namespace cw
