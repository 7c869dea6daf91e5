// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void chineseIsSpokenInChina();
    void englishIsSpokenWhereThereIsNoTranslation();
};

namespace {

QString interrupted()
{
    return QCoreApplication::translate("Error", "Interrupted.");
}

} // namespace

void TestLanguage::cleanup()
{
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
    QLocale::setDefault(QLocale::c());
}

void TestLanguage::chineseIsSpokenInChina()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    cw::speakUserLanguage(*QCoreApplication::instance());
    QCOMPARE(interrupted(), QStringLiteral(u"已中断。"));
}

void TestLanguage::englishIsSpokenWhereThereIsNoTranslation()
{
    QLocale::setDefault(QLocale(QLocale::Icelandic));
    cw::speakUserLanguage(*QCoreApplication::instance());
    QCOMPARE(interrupted(), QStringLiteral("Interrupted."));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "TestLanguage.moc"
