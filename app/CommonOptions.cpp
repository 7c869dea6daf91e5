// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommonOptions.h"

#include "core/engine/Error.h"
#include "core/jobs/ComputeFields.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace cw {
namespace {

struct CommonOptions {
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0;
    std::uint32_t seed = 1;
    QString project;

    static const std::vector<Field<CommonOptions>> &fields()
    {
        using S = CommonOptions;
        static const auto table = [] {
            auto all = computeFields<S>();
            all.push_back(wholeField(
                {"seed", FieldForm::Number, "N", QT_TRANSLATE_NOOP("Option", "Seed of what is drawn (default: 1).")},
                &S::seed, 0, 4294967295));
            all.push_back(
                textField({"project", FieldForm::Text, "FILE.cwp",
                           QT_TRANSLATE_NOOP("Option", "Project that keeps the run; made when it is not there.")},
                          &S::project));
            return all;
        }();
        return table;
    }
};

} // namespace

void addCommonOptions(QCommandLineParser &parser, const QStringList &taken)
{
    for (const Field<CommonOptions> &field : CommonOptions::fields())
        if (!taken.contains(QLatin1String(field.key)))
            addOption(parser, field);
    parser.addOption({QStringLiteral("json"), QCoreApplication::translate("Option", "Answers in JSON.")});
}

QString placeOf(const QCommandLineParser &parser, const QString &option)
{
    QString place = onlyValue(parser, option);
    if (place.isEmpty() && parser.isSet(option))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "--%1 names nothing: name a place, or leave it out."),
                    {option.toStdString()});
    return place;
}

void checkCommonOptions(const QCommandLineParser &parser)
{
    fromCommandLine<CommonOptions>(parser);
}

} // namespace cw
