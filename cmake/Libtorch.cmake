# libtorch as one target. A wheel or an archive from pytorch.org, named by CMAKE_PREFIX_PATH, is taken as it lies: its own
# CMake package wants a CUDA toolkit that nothing here is compiled with, and prefers the system's libtorch.so to its own.
add_library(libtorch INTERFACE)

set(prefixes "$ENV{CMAKE_PREFIX_PATH}")
string(REPLACE ":" ";" prefixes "${prefixes}")
foreach(prefix ${CMAKE_PREFIX_PATH} ${prefixes})
    foreach(candidate ${prefix} ${prefix}/../..)
        if(NOT root AND EXISTS ${candidate}/share/cmake/Torch/TorchConfig.cmake AND EXISTS ${candidate}/lib/libtorch.so)
            get_filename_component(root ${candidate} REALPATH)
        endif()
    endforeach()
endforeach()

if(root)
    file(STRINGS ${root}/share/cmake/Torch/TorchConfig.cmake old_abi REGEX "_GLIBCXX_USE_CXX11_ABI=0")
    if(old_abi)
        message(FATAL_ERROR "${root} was built for the C++ ABI of before 2011, which Qt cannot be linked with: "
            "take a wheel of 2.6 or newer, or the archive that is marked cxx11 ABI.")
    endif()
    file(GLOB libraries ${root}/lib/libtorch.so ${root}/lib/libtorch_cpu.so ${root}/lib/libtorch_cuda.so
        ${root}/lib/libc10.so ${root}/lib/libc10_cuda.so)
    # Nothing refers to the CUDA libraries by name: they announce themselves when they are loaded.
    target_link_options(libtorch INTERFACE -Wl,--no-as-needed)
    set(TORCH_INCLUDE_DIRS ${root}/include ${root}/include/torch/csrc/api/include)
    set(TORCH_LIBRARIES ${libraries})
    message(STATUS "libtorch: ${root}")
else()
    find_package(Torch REQUIRED)
endif()

# Torch's own target would bring its compile options along: only headers, as system headers, and libraries are taken.
target_include_directories(libtorch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(libtorch INTERFACE ${TORCH_LIBRARIES})
