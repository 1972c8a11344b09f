"""Words that stand in printed dates: data for `dates.py`, nothing else.

Tables are keyed by a language tag, or by a number of days, and hold words in their true spelling; `dates.py`
folds them, so hamza, marks and case need no second spelling here. In the tables of months and weekdays `|`
parts the twelve or seven values and `/` the spellings of one; elsewhere `|` parts the words.

A word may stand in several tables (`mar` is a March and a Tuesday): the reader decides by what stands beside
it. Left out are words that are first of all something else: Libya's الصيف, الطير, الماء, الفاتح and ناصر,
Afghanistan's months after the zodiac, the bare weekdays أحد and اثنين.
"""

from collections.abc import Mapping
from typing import Final, Literal

# One row a custom of naming; a press may mix them (`شباط/ فبراير`), so the reader does too.
GREGORIAN: Final = {
    # Egypt, Sudan, the Gulf, Yemen, the agencies.
    "ar": "يناير | فبراير/فبرائر | مارس | أبريل | مايو | يونيو/يونيه | يوليو/يوليه"
    " | أغسطس/أوغسطس/أغسطوس | سبتمبر/سيبتمبر | أكتوبر/اوكتوبر | نوفمبر/نوفنبر | ديسمبر/دسمبر",
    # Syria, Lebanon, Jordan, Palestine, Iraq.
    "ar-SY": "كانون الثاني/كانون ثاني/كانون ثان | شباط | آذار | نيسان | أيار | حزيران | تموز | آب"
    " | أيلول | تشرين الأول/تشرين أول | تشرين الثاني/تشرين ثاني/تشرين ثان | كانون الأول/كانون أول",
    "ar-DZ": "جانفي | فيفري | مارس | أفريل | ماي | جوان | جويلية/جويليا/جوييه | أوت | سبتمبر | أكتوبر | نوفمبر | ديسمبر",
    "ar-MA": "يناير | فبراير | مارس | أبريل | ماي | يونيو | يوليوز | غشت/أغشت | شتنبر | أكتوبر | نونبر | دجنبر",
    # Libya under Gaddafi, as far as the names are not everyday words.
    "ar-LY": "أي النار | النوار | | | | | | هانيبال | | التمور | الحرث | الكانون",
    "en": "january/jan | february/feb | march/mar | april/apr | may | june/jun | july/jul | august/aug"
    " | september/sept/sep | october/oct | november/nov | december/dec",
    "fr": "janvier/janv | février/févr/fév | mars | avril/avr | mai | juin | juillet/juil | août"
    " | septembre/sept | octobre/oct | novembre/nov | décembre/déc",
    "es": "enero/ene | febrero/feb | marzo/mar | abril/abr | mayo/may | junio/jun | julio/jul"
    " | agosto/ago | septiembre/setiembre/sept/sep/set | octubre/oct | noviembre/nov | diciembre/dic",
    "pt": "janeiro/jan | fevereiro/fev | março/mar | abril/abr | maio/mai | junho/jun | julho/jul"
    " | agosto/ago | setembro/set | outubro/out | novembro/nov | dezembro/dez",
    "de": "januar/jänner/jan | februar/feb | märz/mär/mrz | april/apr | mai | juni/jun | juli/jul"
    " | august/aug | september/sept/sep | oktober/okt | november/nov | dezember/dez",
    "it": "gennaio/gen | febbraio/feb | marzo/mar | aprile/apr | maggio/mag | giugno/giu | luglio/lug"
    " | agosto/ago | settembre/sett/set | ottobre/ott | novembre/nov | dicembre/dic",
    "tr": "ocak/oca | şubat/şub | mart | nisan/nis | mayıs | haziran/haz | temmuz/tem | ağustos/ağu"
    " | eylül/eyl | ekim/eki | kasım/kas | aralık/ara",
    "fa": "ژانویه/جنوری | فوریه/فبروری | مارس/مارچ | آوریل/اپریل | مه/می | ژوئن/جون | ژوئیه/جولای/ژولای"
    " | اوت/آگوست/اگست | سپتامبر/سپتمبر | اکتبر/اکتوبر | نوامبر/نومبر | دسامبر/دسمبر",
    "ur": "جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر",
    "ru": "января/янв | февраля/фев | марта/мар | апреля/апр | мая | июня/июн | июля/июл | августа/авг"
    " | сентября/сент/сен | октября/окт | ноября/нояб/ноя | декабря/дек",
    "he": "ינואר | פברואר | מרץ/מרס | אפריל | מאי | יוני | יולי | אוגוסט | ספטמבר | אוקטובר | נובמבר | דצמבר",
}
HIJRI: Final = {
    "ar": "محرم/المحرم/محرم الحرام | صفر/صفر الخير | ربيع الأول/ربيع أول/ربيع الأنور"
    " | ربيع الآخر/ربيع الثاني/ربيع آخر/ربيع ثاني/ربيع ثان"
    " | جمادى الأولى/جمادى الأول/جمادى أولى/جماد الأولى/جماد الأول"
    " | جمادى الآخرة/جمادى الآخر/جمادى الثانية/جمادى الثاني/جمادى آخرة/جماد الآخر/جماد الثاني/جماد الآخرة"
    " | رجب/رجب المرجب/رجب الفرد | شعبان/شعبان المعظم | رمضان/رمضان المبارك | شوال/شوال المكرم"
    " | ذو القعدة/ذي القعدة/ذوالقعدة"
    " | ذو الحجة/ذي الحجة/ذوالحجة",
    "fa": "محرم | صفر | ربیع‌الاول | ربیع‌الثانی | جمادی‌الاول/جمادی‌الاولی | جمادی‌الثانی/جمادی‌الثانیه"
    " | رجب | شعبان | رمضان | شوال | ذی‌القعده/ذیقعده | ذی‌الحجه/ذیحجه",
    "ur": "محرم الحرام | صفر المظفر | ربیع الاول | ربیع الثانی | جمادی الاول | جمادی الثانی | رجب المرجب"
    " | شعبان المعظم | رمضان المبارک | شوال المکرم | ذیقعد | ذوالحج",
}
JALALI: Final = {
    "fa": "فروردین | اردیبهشت | خرداد | تیر | مرداد/امرداد | شهریور | مهر | آبان | آذر | دی | بهمن | اسفند",
}

# From Monday on, as `datetime.date.weekday` counts.
WEEKDAYS: Final = {
    "ar": "الاثنين/الإثنين/الأثنين | الثلاثاء/الثلثاء | الأربعاء/الاربعا | الخميس | الجمعة | السبت | الأحد",
    "en": "monday/mon | tuesday/tue/tues | wednesday/wed | thursday/thu/thur/thurs | friday/fri | saturday/sat | sunday/sun",
    "fr": "lundi/lun | mardi/mar | mercredi/mer | jeudi/jeu | vendredi/ven | samedi/sam | dimanche/dim",
    "es": "lunes/lun | martes/mar | miércoles/mié | jueves/jue | viernes/vie | sábado/sáb | domingo/dom",
    "pt": "segunda-feira/segunda/seg | terça-feira/terça/ter | quarta-feira/quarta/qua"
    " | quinta-feira/quinta/qui | sexta-feira/sexta/sex | sábado/sáb | domingo/dom",
    "de": "montag/mo | dienstag/di | mittwoch/mi | donnerstag/do | freitag/fr | samstag/sonnabend/sa | sonntag/so",
    "it": "lunedì/lun | martedì/mar | mercoledì/mer | giovedì/gio | venerdì/ven | sabato/sab | domenica/dom",
    "tr": "pazartesi/pzt | salı | çarşamba/çar | perşembe/per | cuma | cumartesi/cmt | pazar/paz",
    "fa": "دوشنبه/دو شنبه | سه‌شنبه/سه شنبه | چهارشنبه/چهار شنبه | پنجشنبه/پنج شنبه | جمعه | شنبه | یکشنبه/یک شنبه",
    "ur": "پیر/سوموار | منگل | بدھ | جمعرات | جمعہ | ہفتہ | اتوار",
    "ru": "понедельник/пн | вторник/вт | среда/ср | четверг/чт | пятница/пт | суббота/сб | воскресенье/вс",
    "he": "יום שני/שני | יום שלישי/שלישי | יום רביעי/רביעי | יום חמישי/חמישי | יום שישי/שישי | שבת/יום שבת | יום ראשון/ראשון",
}

# Half days and "o'clock": behind a number they make a time of it.
HALF_DAYS: Final = {
    "ar": "ص | م | صباحا | مساء | ظهرا | عصرا | فجرا | ليلا | قبل الظهر | بعد الظهر",
    "en": "am | pm | a.m. | p.m. | a.m | p.m | a. m. | p. m. | o'clock",
    "es pt": "h | hs | hrs | horas",
    "fr": "h | heures",
    "de": "uhr",
    "fa": "ق.ظ | ب.ظ | صبح | بعدازظهر",
    "ur": "بجے | بجکر | شام",
    "ru": "утра | вечера | часов",
}
# In front of a number they make a time of it.
HOURS: Final = {
    "ar": "الساعة | على الساعة | في الساعة | في تمام الساعة | ساعة | الوقت | توقيت",
    "en": "time",
    "fr": "à | heure",
    "es pt": "a las | a la | hora",
    "pt": "às | hora",
    "de": "um",
    "it": "ore | alle | alle ore | ora",
    "tr": "saat | saati",
    "fa": "ساعت",
    "ur": "وقت",
    "ru": "в | время",
    "he": "בשעה | שעה",
}
# "In the time of ...": they take the next word with them, whichever city it names. Only with a time before
# them.
ZONE_OF: Final = {
    "ar": "بتوقيت | بالتوقيت | توقيت | حسب توقيت | بحسب توقيت | التوقيت | بتوقيت أبو",
    "fa": "به وقت",
    "es pt": "hora de",
}
ZONES: Final = {
    "en": "gmt | utc | ksa | uae | msk | tsi | cest | cet | eest | eet | mez | mesz",
    "ru": "мск",
    "ar": "غرينتش | جرينتش | جرينيتش | غرينيتش | مكة المكرمة | المكرمة | المحلي",
}
# Everyday words elsewhere (French `et` and `est`), so zones only right behind a time.
ZONES_BEHIND_A_TIME: Final = {
    "en": "et | est | edt | ct | cst | cdt | mt | mst | mdt | pt | pst | pdt | bst | ist | pkt | ast | gst | wat | eat | cat | "
    "sast | aest | aedt | nzst | nzdt | wib",
    "es": "ar | arg | col | mx",  # of the Infobae kind: `10:41 p.m. AR`
}
ERAS: Final = {"ar": "م | ميلادي | ميلادية | للميلاد", "ru": "г. | г | года | год", "he": "לספירה"}
HIJRI_ERAS: Final = {
    "ar": "هـ | هـ. | هجري | هجرية | للهجرة",
    "fa": "ه.ق | ه ق | قمری | هجری قمری",
    "en": "ah",
}
JALALI_ERAS: Final = {"fa": "ش | ه.ش | ه ش | شمسی | خورشیدی | هجری شمسی | هجری خورشیدی"}

# Between the parts of one date: `12 من يناير لعام 2025`, `1 de dezembro de 2025`.
INNER: Final = {
    "ar": "من | شهر | لعام | لسنة | عام | سنة | العام",
    "en": "of | the",
    "es pt": "de | del | do",
    "he": "ב",
    "fa": "ماه | سال",
}
# Round a date and between its twins; no evidence by themselves.
GLUE: Final = {
    "ar": "في | يوم | اليوم | ليوم | الموافق | موافق | الموافقة | الموافق لـ | المصادف | الواقع | بتاريخ | مساء يوم | صباح يوم | و",
    "en": "on | at | in | the | from | and | day | corresponding to",
    "fr": "le | à | ce | du | et",
    "es pt": "el | a las | a | al | y | de | em | e | às | aos",
    "de": "am | den | dem | der | vom | um | und | im",
    "it": "il | del | alle | ore | e",
    "tr": "günü | saat | tarihinde",
    "fa": "روز | مورخ | به تاریخ | برابر با | مطابق با | مصادف با | مطابق | در",
    "ur": "بروز | بتاریخ | بوقت | کو | بمطابق",
    "ru": "в | от | и",
    "he": "ב | ביום | ה | יום | בתאריך",
}
# Between the ends of a range: kept apart from the glue, for a day in a range is not the day of publication.
RANGES: Final = {
    "ar": "إلى | حتى | لغاية",
    "en": "to | until | till | through",
    "fr": "au | jusqu'au",
    "de": "bis",
    "fa": "تا",
    "ru": "до",
}

PUBLISHED: Final = {
    "ar": "نشر | نشرت | تم النشر | تم نشره | تم نشرها | تم نشر | منشور | النشر | التاريخ | تاريخ"
    " | تاريخ النشر | وقت النشر | تاريخ ووقت النشر | تاريخ نشر الخبر | تاريخ الخبر | تاريخ المقال"
    " | تاريخ الإضافة | تاريخ الإنشاء | تاريخ الإدراج | تاريخ التحرير | أضيف | أضيفت | تمت الإضافة"
    " | أدرج | حرر | حررت | كتب | كتبت | أنشئ | نشر الخبر | نشر المقال",
    "en": "published | publish date | published date | publication date | date published"
    " | first published | date | posted | post date | posted date | date posted | created | date created"
    " | added | released | release date | issued",
    "fr": "publié | publiée | date de publication | date | créé | mis en ligne | posté | rédigé | paru",
    "es pt": "publicado | publicada | fecha | fecha de publicación | creado | data | data de publicação | postado | criado",
    "de": "veröffentlicht | erstellt | datum | erschienen | stand",
    "it": "pubblicato | pubblicata | data | data di pubblicazione | creato | postato",
    "tr": "yayınlanma | yayınlanma tarihi | yayın tarihi | yayınlandı | giriş | giriş tarihi | eklenme"
    " | eklenme tarihi | oluşturulma | oluşturulma tarihi | tarih | haber tarihi | haber giriş",
    "fa": "تاریخ انتشار | منتشر شده | انتشار | زمان انتشار | تاریخ خبر | تاریخ | تاریخ درج | ارسال شده | درج شده",
    "ur": "اشاعت | تاریخ اشاعت | شائع | شائع شدہ | وقت اشاعت | پوسٹ",
    "ru": "опубликовано | дата публикации | дата | добавлено | создано | размещено",
    "he": "פורסם | תאריך | תאריך פרסום | נוצר | עלה לאתר",
}
UPDATED: Final = {
    "ar": "آخر تحديث | تحديث | آخر تعديل | تم التحديث | تم تحديثه | تم تحديثها | تم تعديله | تم التعديل"
    " | حدث | حدثت | تاريخ التحديث | تاريخ آخر تحديث | تاريخ التعديل | عدل | عدلت | آخر تحديث للخبر"
    " | تم تحديث الخبر | وقت التحديث | محدث | محدثة",
    "en": "updated | last updated | last update | update | last modified | modified | date modified"
    " | last edited | edited | last changed | last revised | revised",
    "fr": "mis à jour | mise à jour | dernière mise à jour | dernière modification | modifié | actualisé",
    "es pt": "actualizado | actualizada | actualización | última actualización | modificado | atualizado"
    " | última atualização | atualização | última modificación | atualizada",
    "de": "aktualisiert | zuletzt aktualisiert | zuletzt geändert | geändert | letzte aktualisierung"
    " | letzte änderung | bearbeitet",
    "it": "aggiornato | ultimo aggiornamento | aggiornamento | ultima modifica | modificato",
    "tr": "güncelleme | güncelleme tarihi | güncellenme | güncellenme tarihi | son güncelleme"
    " | son güncelleme tarihi | güncellendi | son güncellenme",
    "fa": "آخرین به‌روزرسانی | آخرین به روز رسانی | آخرین بروزرسانی | به‌روزرسانی | به روز رسانی"
    " | بروزرسانی | ویرایش | آخرین ویرایش | آخرین تغییر",
    "ur": "اپ ڈیٹ | آخری اپ ڈیٹ | آخری بار اپ ڈیٹ",
    "ru": "обновлено | последнее обновление | дата обновления | изменено | отредактировано",
    "he": "עודכן | עדכון אחרון | עודכן לאחרונה | עדכון",
}

# How long ago. Days of each unit: 0 for what is shorter than a day, -1 and -2 for months and years, which have no fixed number.
UNITS: Final = {
    0: "ثانية | ثواني | ثوان | دقيقة | دقائق | دقيقه | ساعة | ساعات | لحظات | لحظة | second | seconds"
    " | sec | secs | s | minute | minutes | min | mins | m | hour | hours | hr | hrs | h | seconde"
    " | secondes | heure | heures | segundo | segundos | minuto | minutos | hora | horas | sekunde"
    " | sekunden | minuten | std | stunde | stunden | secondi | minuti | ora | ore | saniye | dakika"
    " | dk | saat | sa | ثانیه | دقیقه | ساعت | سیکنڈ | منٹ | گھنٹہ | گھنٹے | گھنٹا | секунд | секунды"
    " | секунду | минут | минуты | минуту | мин | час | часа | часов | שניות | דקות | דקה | שעות | שעה",
    1: "يوم | أيام | يوما | day | days | d | jour | jours | día | días | dia | dias | tag | tage | tagen"
    " | giorno | giorni | gün | روز | دن | день | дня | дней | ימים | יום",
    7: "أسبوع | أسابيع | أسبوعا | week | weeks | wk | wks | w | semaine | semaines | semana | semanas"
    " | woche | wochen | settimana | settimane | hafta | هفته | ہفتے | неделю | недели | недель | שבוע"
    " | שבועות",
    -1: "شهر | أشهر | شهور | شهرا | month | months | mo | mois | mes | meses | mês | monat | monate | monaten | mese | mesi | ay"
    " | ماه | ماہ | مہینے | مہینہ | месяц | месяца | месяцев | חודש | חודשים",
    -2: "سنة | سنوات | سنين | عام | أعوام | عاما | year | years | yr | yrs | y | an | ans | année | año | años | anos | ano"
    " | jahr | jahre | jahren | anno | anni | yıl | سال | год | года | лет | שנה | שנים",
}
# One unit without a number (`منذ يوم`), two of it in one word (`قبل يومين`): the days they make.
ALONE: Final = {
    0: "ثانية | دقيقة | ساعة | لحظات | ثانيتين | دقيقتين | ساعتين | שעתיים | שעה | דקה | час | минуту",
    1: "يوم | день",
    2: "يومين | יומיים",
    7: "أسبوع | неделю | שבוע",
    14: "أسبوعين | שבועיים",
    -1: "شهر | شهرين | سنة | سنتين | عام | عامين | חודשיים | שנתיים | месяц | год",
}
# Plurals that say no number: `منذ ساعات`.
UNCOUNTED: Final = {"ar": "ثواني | ثوان | دقائق | ساعات | أيام | أسابيع | أشهر | شهور | سنوات"}
# The number one, spelled.
ONE: Final = {
    "en": "a | an | one",
    "fr": "un | une",
    "es pt": "un | una | uno | um | uma",
    "de": "ein | eine | einem | einer",
    "tr": "bir",
    "fa": "یک",
    "ur": "ایک",
}
ABOUT: Final = {
    "ar": "حوالي | نحو",
    "en": "about | almost | over",
    "fr": "environ",
    "es pt": "unos | unas | cerca de",
    "de": "etwa",
    "it": "circa",
    "ru": "около",
}
AGO_BEFORE: Final = {
    "ar": "منذ | قبل | مضى",
    "fr": "il y a",
    "es pt": "hace | há",
    "de": "vor",
    "he": "לפני",
}
AGO_BEHIND: Final = {
    "ar": "مضت",
    "en": "ago",
    "it": "fa",
    "es pt": "atrás",
    "tr": "önce",
    "fa": "پیش | قبل",
    "ur": "پہلے | قبل",
    "ru": "назад",
}
# Days that are named from today on: how many days ago they are.
DAYS_FROM_TODAY: Final = {
    0: "اليوم | today | aujourd'hui | heute | hoy | hoje | oggi | bugün | امروز | آج | сегодня | היום",
    1: "أمس | البارحة | يوم أمس | امبارح | yesterday | hier | gestern | ayer | ontem | ieri | dün | دیروز | вчера | אתמול",
    2: "أول أمس | أمس الأول | avant-hier | vorgestern | anteayer | anteontem | پریروز | позавчера | שלשום",
}

# What a word can say. Where columns or keys have no number to give, the number means nothing.
Kind = Literal[
    "gregorian", "hijri", "jalali", "weekday", "half_day", "hour", "zone_of", "zone", "late_zone",
    "era", "hijri_era", "jalali_era", "inner", "glue", "range", "published", "updated",
    "unit", "alone", "uncounted", "one", "about", "ago_before", "ago_behind", "from_today",
]  # fmt: skip
WORDS: Final[dict[Kind, Mapping[str, str] | Mapping[int, str]]] = {
    "gregorian": GREGORIAN,
    "hijri": HIJRI,
    "jalali": JALALI,
    "weekday": WEEKDAYS,
    "half_day": HALF_DAYS,
    "hour": HOURS,
    "zone_of": ZONE_OF,
    "zone": ZONES,
    "late_zone": ZONES_BEHIND_A_TIME,
    "era": ERAS,
    "hijri_era": HIJRI_ERAS,
    "jalali_era": JALALI_ERAS,
    "inner": INNER,
    "glue": GLUE,
    "range": RANGES,
    "published": PUBLISHED,
    "updated": UPDATED,
    "unit": UNITS,
    "alone": ALONE,
    "uncounted": UNCOUNTED,
    "one": ONE,
    "about": ABOUT,
    "ago_before": AGO_BEFORE,
    "ago_behind": AGO_BEHIND,
    "from_today": DAYS_FROM_TODAY,
}
