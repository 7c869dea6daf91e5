# Where things go with `cmake --install`. The files that the program reads stand beside it as ordinary files.
include(GNUInstallDirs)
install(TARGETS counterweight RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/counterweight
    PATTERN desktop EXCLUDE PATTERN icons EXCLUDE PATTERN sql EXCLUDE
    PATTERN "*.qrc" EXCLUDE PATTERN screenshot.png EXCLUDE)
install(FILES resources/desktop/counterweight.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/desktop/counterweight-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
    RENAME counterweight.xml)
install(FILES resources/desktop/counterweight.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/counterweight)
