# The files that stand beside the program as ordinary files. A build tree sees the folder of the sources through a link,
# laid out as an installation is, so that the program looks for them in one way.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share)
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/resources ${CMAKE_BINARY_DIR}/share/counterweight SYMBOLIC)
