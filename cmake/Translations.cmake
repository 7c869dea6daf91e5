# Included at the end of app/CMakeLists.txt: the program carries its translations. The strings of all layers are in one
# file per language; scripts/translations brings it up to date.
set(sources)
foreach(target engine core widgets app counterweight)
    get_target_property(own ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    foreach(source ${own})
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${folder})
        list(APPEND sources ${source})
    endforeach()
endforeach()
list(FILTER sources INCLUDE REGEX "\\.(h|cpp)$")
list(SORT sources)

qt_add_translations(app
    TS_FILES ${CMAKE_SOURCE_DIR}/translations/counterweight_zh_CN.ts
    SOURCES ${sources}
    INCLUDE_DIRECTORIES ${CMAKE_SOURCE_DIR}
    RESOURCE_PREFIX /translations
    LUPDATE_OPTIONS -silent -no-obsolete -locations none
        -disable-heuristic sametext -disable-heuristic similartext -disable-heuristic number
    LRELEASE_OPTIONS -silent
)
