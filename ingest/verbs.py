"""Words by which an Arabic news story shows that it begins, or goes on after something was set into it."""

from typing import Final

from ingest.late import Late
from ingest.script import fold

# Verbs in the past, without the letter that makes them feminine; then those in the present, without their first letter.
_PAST: Final = fold(
    "قال قالوا أضاف تابع أوضح أكد أشار ذكر صرح شدد لفت بين أعلن كشف أفاد أعرب نقل كتب رأى رأت اعتبر تساءل طالب دعا دعت رد نفى نفت "
    "حذر وصف أصدر شهد بدأ أظهر سجل ارتفع انخفض بلغ اختتم علق عبر نبه رحب أدان اتهم اعترف انتقد رفض وافق قرر وجه واصل استعرض "
    "تناول تطرق ناقش بحث قدم منح أدى أدت تسبب لقي أصيب اندلع تعرض أسفر أنهى أنهت اعتمد استمر استبعد توقع رجح لوح هدد جدد أبدى "
    "أبدت أقر انطلق اعتقل أوقف ضبط حضر ألقى ألقت أثار أثنى نشر أرجع عزا عزت خلص كان جاء ترأس التقى استقبل شارك زار وصل غادر عاد"
).replace(" ", "|")
_PRESENT: Final = fold(
    "ستهدف أتي شمل هدف ضم سعى عد عتبر وقع شير ؤكد قول بلغ عمل جري قام كون مثل نص واصل صب عتمد ظهر شهد شكل حتاج رى حاول حتوي سهم "
    "ساهم نتشر رتبط حظى تجاوز ستمر تراوح نطلق تضمن ستضيف متد تميز ختلف رجع ستخدم تمتع ستند تحدث قدر خطط خشى واجه عاني عود بدو"
).replace(" ", "|")
# With which a lede begins, and which are no noun, preposition or copula besides.
_LEDE: Final = fold(
    "أعلن كشف أكد أفاد أوضح أصدر حذر نفى نفت أدان اتهم قال أعرب ناقش استقبل افتتح دشن تفقد ترأس التقى اختتم انطلق أطلق نظم "
    "أجرى أجرت لقي توفي أصيب اعتقل ضبط أحال أغلق تمكن تصدر تجمع احتشد توافد طالب اعتبر استبعد توقع ارتفع انخفض تراجع اندلع "
    "تعرض أسفر استشهد اشتكى احتفل احتج تظاهر تعهد اقترب اهتدى أوصى أوصت أقر أبرم أطاح أجاز ألغى ألغت أمهل استأنف استدعى استضاف "
    "استعاد استنكر استهل استولى أنجز أنقذ انتخب انتزع انتهى انتهت انضم انعقد انفجر باشر تلقت توج حقق خسر سيطر شيع عثر فاز نجا "
    "نجح هبط يعتزم تعتزم شهدت صدرت بدأت أقامت أعادت"
).replace(" ", "|")
# Such a word opens the sentence that a story goes on with: `و` and a verb, a preposition and what it leads to, a connective;
# headlines do not hold them. The group is any verb in the present, which a long headline may hold.
RESUMES: Final = Late(
    f"(?:و(?:{_PAST})ت?|وت(?:{_PRESENT})|"
    + fold(
        "وختمت?(?= (?:ب|حديث|كلام|تصريح|بيان|قائل))|"
        "(وي[^ ]{3,})|ويرى|وبحسب|ووفقا|وحسب|وفي (?:وقت|سياق|هذا|المقابل|حين)|وردا على|و?من (?:المقرر|المتوقع)|كما|أما|"
        "وقد(?! [يت])|ولقد|"
        "و?(?:من (?:جهت|جانب|ناحيت)|بدور)(?:ه|ها|هم|هما)،?|و?بالمقابل،?|في (?:المقابل|السياق|غضون|حين)،?|إلى ذلك،?|"
        "(?:جاء|يأتي) ذلك|لكن|"
        "غير أن|إلا أن|يذكر أن|يشار إلى|جدير بالذكر|ولا [يت](?:قتصر|زال)|وعندما|وحين|وبينما|وفيما|وبسؤال(?:ه|ها|هم)|وبالنسبة|"
        "ولم [يت](?:صدر|تسن|علق|رد|كشف|وضح|حدد|علن|تضح)|"
        "وبشأن|وبخصوص)"
    )
    + r" |و(?:"
    + fold("في|عن|على|من|إلى|بعد|قبل|منذ|خلال|مع")
    + r") (?:[^\s،,.]+ ){0,4}[^\s،,.]+، "
)
# A verb with which a lede begins: no verb follows upon the verb of a prompt.
LEDE: Final = Late(rf"(?:^|(?<= ))(?:{_LEDE})ت? ")
# Any word that looks like a verb: one of those, one in the present, one that has a plural's ending.
VERB: Final = Late(rf"(?:^|(?<= ))(?:(?:{_PAST}|{_LEDE})ت?|[يت][^ ]{{3,}}|[^ ]{{3,}}وا)(?= |$)")
# Verbs that open a story and have the one behind them for their doer (in `النادي استقبل رئيس …` that one is received), and are no
# nouns: of those that are, only the form that agrees with a woman (`تراجعت`, for `تراجع` is a decline). The first take an
# object, so only somebody can be behind them; to the second figures do it too.
_ACT: Final = fold(
    "أعلن كشف أكد أفاد أوضح أصدر نفى نفت قال أعرب اختتم أطلق أجرى أجرت أوصى أوصت أقر استأنف أنهى أنهت بدأ قرر خسر فاز باشر "
    "أبدى أبدت عثر عثرت رجح استنكر أدلى أدلت أشاد استهل افتتح دشن نظمت توقعت تعهدت يبدأ تبدأ يعتزم تعتزم يستعد تستعد يواصل "
    "تواصل يشهد تشهد يستأنف تستأنف يعقد تعقد يسعى تسعى يعاني تعاني يحتفل تحتفل يطلق تطلق يخوض تخوض ينظم تنظم يشارك تشارك "
    "يترقب تترقب يستهل تستهل"
).replace(" ", "|")
_HAPPEN: Final = fold(
    "ارتفع انخفض تراجعت لقي أصيب توفي احتشد احتج احتفل نجح تمكنت تجمعت توافدت تظاهر انطلق اندلع تعرضت وصل غادر عاد"
).replace(" ", "|")
_ACTORS: Final = fold(
    "وزارة وزير وزيرة رئيس رئيسة رئاسة مدير مديرة مديرية محافظ حاكم والي أمير ملك ولي نائب عضو أعضاء مجلس لجنة لجان هيئة شركة "
    "شركات بنك بلدية نادي منتخب فريق مدرب لاعب اتحاد رابطة نقابة جمعية منظمة منظمات حزب حركة كتلة جيش قوات شرطة أجهزة سلطات "
    "حكومة برلمان محكمة نيابة شعبة إدارة دائرة مؤسسة وكالة مصدر مصادر خبير خبراء باحثون علماء مسؤول مسؤولون متحدث متحدثة ناطق "
    "أمانة سفارة سفير بعثة نجم نجمة فنان فنانة كاتب ممثل مصالح عناصر أعوان فرقة فرق وحدات عمال مواطنون سكان أهالي طلاب تلاميذ "
    "مزارعون متظاهرون محتجون صيادو عائلات جامعة"
).replace(" ", "|")
_AMOUNTS: Final = fold(
    "عشرات مئات آلاف عدد صافي أسعار سعر مؤشر مؤشرات أرباح ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة شخص شخصان أشخاص"
).replace(" ", "|")
# A verb and whoever did it: where the two come together an Arabic story begins.
OPENS: Final = Late(rf"(?:^|(?<= ))(?:(?:{_ACT}|{_HAPPEN})ت? (?:ال)?(?:{_ACTORS})|(?:{_HAPPEN})ت? (?:ال)?(?:{_AMOUNTS}))(?!\w)")
# A verb in the present with nobody behind it who does it: that stands before it.
PRESENT: Final = Late(rf"[يت](?:{_PRESENT}) (?!ال|(?:{_ACTORS}|{_AMOUNTS})(?!\w))")
