# Sourced by run, test and .ci/run, in the root of the sources: what has to be there before anything is built.
# What is said goes to stderr, so that the program's own output stays clean.

say() { printf '%s\n' "$*" >&2; }

# The folders of CMAKE_PREFIX_PATH that hold a libtorch.
other_torch() {
    local prefix
    while IFS= read -r -d : prefix; do
        [ -f "$prefix/Torch/TorchConfig.cmake" ] || [ -f "$prefix/share/cmake/Torch/TorchConfig.cmake" ] &&
            printf '%s\n' "$prefix"
    done <<<"${CMAKE_PREFIX_PATH:-}:"
}

# Those packages of the groups $@ that are not installed.
missing_packages() {
    local wanted
    wanted=$(awk -v groups=" $* " 'index(groups, " " $1 " ") { print $2 }' scripts/packages.txt)
    # shellcheck disable=SC2086
    dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
        awk -v wanted="$wanted" '$2 == "installed" { have[$1] = 1 }
            END { n = split(wanted, names); for (i = 1; i <= n; ++i) if (!(names[i] in have)) print names[i] }'
}

# Installs what is missing of the groups $@, as root or with sudo; otherwise names the command and stops.
need() {
    local missing root=()
    if ! command -v dpkg-query >/dev/null; then
        return
    fi
    missing=$(missing_packages "$@" | paste -sd ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            say "Packages are missing. Install them as root and start again:"
            say "    apt-get update && apt-get install --no-install-recommends $missing"
            exit 1
        fi
        root=(sudo)
    fi
    say "Installing what is missing: $missing"
    root+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
    # shellcheck disable=SC2086
    "${root[@]}" update >&2 && "${root[@]}" install -y --no-install-recommends $missing >&2 || {
        say "apt-get could not install them: see above."
        exit 1
    }
}

# Says so when Debian's libtorch would compute with the reference BLAS.
warn_about_slow_blas() {
    local library
    library=$(ldconfig -p 2>/dev/null | awk '$1 == "libblas.so.3" { print $NF; exit }')
    case $(readlink -f "${library:-/}") in
    */blas/libblas.so*)
        say "Only the reference BLAS is in use, about forty times slower than OpenBLAS. Choose the other one with" \
            "'update-alternatives --config libblas.so.3-$(dpkg --print-architecture 2>/dev/null |
                sed 's/amd64/x86_64/; s/arm64/aarch64/')-linux-gnu'."
        ;;
    esac
}

# Installs what the groups $@ and a build need, and says which libtorch it will be.
prepare() {
    local torch
    torch=$(other_torch | head -n 1)
    if [ -n "$torch" ]; then
        need build "$@"
    else
        need build torch "$@"
        warn_about_slow_blas
    fi
}

# build PRESET [TARGET]: configures where that was not done yet, or was done with another libtorch, and builds.
build() {
    local folder=build/$1 jobs memory
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_BASEDIR=$PWD
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/prefix-path" 2>/dev/null)" != "${CMAKE_PREFIX_PATH:-}" ]; then
        cmake --fresh --preset "$1" >&2 || exit
        printf '%s\n' "${CMAKE_PREFIX_PATH:-}" >"$folder/prefix-path"
    fi
    # A compiler on libtorch's headers takes about 1.5 GB.
    memory=$(awk '$1 == "MemAvailable:" { print int($2 / 1500000) }' /proc/meminfo)
    jobs=$(nproc)
    [ "${memory:-1}" -ge "$jobs" ] || jobs=$((memory > 1 ? memory : 1))
    ninja -C "$folder" -j "$jobs" "${2:-all}" >&2 || exit
}
