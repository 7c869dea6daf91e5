# Proves that the layers test can fail: each small tree breaks one rule, and the test must name the file and the rule.
# Usage: cmake -DSCRIPT=<tests/layers.cmake> -DWORK=<folder to write in> -P tests/layersRefuse.cmake
cmake_minimum_required(VERSION 3.25)

function(judge result said)
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK}/tree -P ${SCRIPT}
        RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
    file(REMOVE_RECURSE ${WORK}/tree)
    string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
    set(${result} ${status} PARENT_SCOPE)
    set(${said} "${errors}" PARENT_SCOPE)
endfunction()

# refuse(FILE TEXT WHY): a tree with this file alone fails and says why.
function(refuse file text why)
    file(WRITE ${WORK}/tree/${file} "${text}")
    judge(status said)
    string(FIND "${said}" "${file}: ${why}" position)
    if(status EQUAL 0 OR position LESS 0)
        message(SEND_ERROR "${file} with '${text}' was not refused as '${why}': ${said}")
    endif()
endfunction()

# accept(FILE TEXT): a tree with this file alone passes.
function(accept file text)
    file(WRITE ${WORK}/tree/${file} "${text}")
    judge(status said)
    if(NOT status EQUAL 0)
        message(SEND_ERROR "${file} with '${text}' was refused: ${said}")
    endif()
endfunction()

accept(core/engine/Norm.cpp "#include <ATen/ATen.h>\nQT_TRANSLATE_NOOP\n")
accept(core/jobs/Job.h "#include <QObject>\nQImageless x;\n")
accept(core/jobs/TraceJob.cpp "#include <ATen/ATen.h>\nat::Tensor x;\n")
accept(core/store/Store.cpp "#include <QSqlDatabase>\n")
accept(core/checkpoint/Tensors.h "#include <ATen/ATen.h>\n")
accept(widgets/views/MapView.h "#include <QWidget>\nstd::at::x; // that::is fine\n")
accept(app/main.cpp "#include \"widgets/views/MapView.h\"\n")

refuse(core/engine/Norm.cpp "#include <QString>\n" "the engine knows no Qt")
refuse(core/analysis/Trace.h "QString name;\n" "the engine knows no Qt")
refuse(core/engine/Norm.cpp "#include \"core/jobs/Job.h\"\n" "looks up from the engine")
refuse(core/jobs/Job.h "#include \"widgets/views/MapView.h\"\n" "looks up from core")
refuse(core/data/Csv.cpp "#include <QColor>\n" "core has no QtGui")
refuse(core/project/Project.h "#include <QtWidgets/QWidget>\n" "core has no QtGui")
refuse(core/jobs/Job.cpp "#include <QSqlQuery>\n" "SQL stays in core/store and core/project")
refuse(core/data/Csv.cpp "#include <sqlite3.h>\n" "SQL stays in core/store and core/project")
refuse(core/store/Store.cpp "#include <ATen/ATen.h>\n" "the store knows no tensor")
refuse(core/project/Project.h "at::Tensor x;\n" "a header of this folder shows no tensor")
refuse(core/jobs/Job.h "#include <c10/util/Half.h>\n" "a header of this folder shows no tensor")
refuse(widgets/views/MapView.h "#include \"app/MainWindow.h\"\n" "looks up from widgets")
refuse(widgets/models/RunModel.cpp "#include <QSqlQueryModel>\n" "widgets see no SQL")
refuse(widgets/views/MapView.cpp "#include <torch/script.h>\n" "widgets see no tensor")

file(WRITE ${WORK}/tree/core/engine/Model.h "#include <ATen/core/Tensor.h>\n")
file(WRITE ${WORK}/tree/core/checkpoint/Checkpoint.h "#include \"core/engine/Model.h\"\n")
refuse(widgets/panels/ModelPanel.h "#include \"core/checkpoint/Checkpoint.h\"\n" "widgets see no tensor")

file(WRITE ${WORK}/tree/widgets/views/Plot.h "#include <qcustomplot.h>\n")
refuse(widgets/views/Map.h "#include <qcustomplot.h>\n" "qcustomplot.h is included by one header alone")
file(WRITE ${WORK}/tree/core/engine/Adam.cpp "#include <torch/torch.h>\n")
refuse(core/engine/Train.cpp "#include <torch/torch.h>\n" "torch/torch.h costs half a minute")

string(REPEAT "\n" 121 text)
accept(app/main.cpp "${text}")
refuse(app/MainWindow.h "${text}" "has 121 lines, more than 120")
string(REPEAT "\n" 401 text)
refuse(app/MainWindow.cpp "${text}" "has 401 lines, more than 400")
