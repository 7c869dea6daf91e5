// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

class QCommandLineParser;

namespace cw {

/// How a setting is written on the command line. In JSON, Words and Texts are arrays of strings.
enum class FieldForm {
    Place,  ///< text at its place, without an option
    Places, ///< all texts at the remaining places: the last of a table's places
    Text,   ///< text behind an option
    Number,
    Word,  ///< a number where it is one, else a word: auto, 3s
    Words, ///< texts between commas, every space kept
    Texts  ///< texts, each as it is behind the option, which may be repeated
};

/// What a setting is called and how it is written, in JSON and on the command line.
struct FieldInfo {
    const char *key;            ///< in JSON, and behind "--"
    FieldForm form;             ///< how the command line writes it
    const char *value;          ///< what stands behind the option in --help
    const char *help;           ///< marked with QT_TRANSLATE_NOOP("Option", ...)
    const char *item = nullptr; ///< Words: an option for one text each, commas and all; may be repeated
};

/// The option or options of a setting, for --help and for reading.
void addOption(QCommandLineParser &parser, const FieldInfo &field);
/// What the command line says about a setting, if anything. places: how many Place settings stand before this one.
std::optional<QJsonValue> given(const QCommandLineParser &parser, const FieldInfo &field, int places);
/// The one value of an option. Throws Error of kind Input where it is given several times.
QString onlyValue(const QCommandLineParser &parser, const QString &option);
/// A value as arguments of the command line: what given() reads back.
QStringList argumentsFor(const FieldInfo &field, const QJsonValue &value);

/// The values a setting can be read as; each throws Error of kind Input naming key.
QString textOf(const char *key, const QJsonValue &value);
QStringList textsOf(const char *key, const QJsonValue &value);
double numberOf(const char *key, const QJsonValue &value, double least, double most);
qint64 wholeOf(const char *key, const QJsonValue &value, qint64 least, qint64 most);
/// The position of the word in names.
int choiceOf(const char *key, const QJsonValue &value, const QStringList &names);

/// Places and options as one command line, behind "--" where a place looks like an option.
QStringList joinedArguments(const QStringList &places, const QStringList &options);

/// Arguments as one line that a POSIX shell reads back as these arguments.
QString shellLine(const QStringList &arguments);

[[noreturn]] void throwUnknownSetting(const QString &key, const QStringList &known);

} // namespace cw
