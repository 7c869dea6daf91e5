# One interface target that carries the flags of every target of the project.
add_library(flags INTERFACE)
target_compile_options(flags INTERFACE
    -Wall -Wextra -Wpedantic -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wshadow
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> # else ccache cannot see what is in a precompiled header
    $<$<BOOL:${CW_WERROR}>:-Werror>
    # With sanitizers gcc sees uninitialized values in tl::expected where there are none.
    $<$<BOOL:${CW_SANITIZE}>:-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        -Wno-maybe-uninitialized>)
# All functions are looked up at the start: a child between fork and exec (core/sandbox) may not do so any more.
target_link_options(flags INTERFACE -fuse-ld=lld -Wl,-z,now
    $<$<BOOL:${CW_SANITIZE}>:-fsanitize=address,undefined>)
target_compile_definitions(flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CW_VERSION="${PROJECT_VERSION}")
target_include_directories(flags INTERFACE ${CMAKE_SOURCE_DIR})
