"""Whether a line is a person's name and nothing else, or says what somebody's work is, told by its first word.

A name alone on a line is a signature, a byline or a heading; where it stands decides that, which is for heuristics. Here
are only the word lists: given names as the Arabic press prints them, the titles that stand before a name, and the work of
those who write.
"""

import re
from typing import Final

from ingest.script import fold

# Who sells pictures, or where they were found, as a pattern for folded text.
PICTURE_AGENCIES: Final = fold(
    "أرشيف(?:ية)?|رويترز|أ ?ف ?ب|فرانس برس|الفرنسية|أسوشيتد برس|أ ?ب|غيتي(?: إيميجز)?|جيتي(?: إيمدجز)?|الأناضول|و ?م ?ع|"
    "الأوروبية|إ ?ب ?أ|د ?ب ?أ|مواقع التواصل(?: الاجتماعي)?|(?:ال)?إنترنت|من المصدر|شا?تر ?ستوك|آ?ي ?ستوك|إكس|تويتر|فيسبوك|واس|وام|"
    "سانا|كونا|شينخوا|تاس|سبوتنيك"
)
# Owners that stand behind a copyright sign; not folded, since sentences are cut before folding.
PICTURE_OWNERS: Final = (
    "رويترز|أ ?ف ?ب|أسوشيتد برس|الأناضول|فرانس ?24|فرانس برس|مونت كارلو الدولية|(?i:reuters|afp|ap|epa|getty images)"
)
FEWEST: Final = 2  # words; a given name alone may be anything
MOST: Final = 4
LONGEST: Final = 60  # code points of one
LONGEST_WORD: Final = 11  # code points

# Names that are words of everyday too: such a first name counts only with a given name behind it that is no adjective, or `بن`.
_EVERYDAY: Final = frozenset(
    fold(
        "أمل رمضان أمين سعيد كريم جميل شعبان رجب عزيز نور وفاء رجاء خميس جمعة حبيب لطيف بدر إقبال أحلام أماني آمال جمال كمال "
        "خيرية زين سيف صفاء ضحى غالية كامل مبارك محفوظ صادق واثق راضي نسيم الطاهر الطيب البشير الصادق الحبيب المختار الحسن "
        "الحسين شيخة سلامة ربيع جلال"
    ).split()
)
_ADJECTIVES: Final = frozenset(
    fold("عادل نادر ماجد مجدي كامل صادق هادي زاهر باهر سالم خالد حسن جميل وحيد فريد رشيد شريف عفيف منير نبيل باسم مستمر").split()
)
# Given names that are nothing else.
_GIVEN: Final = frozenset(
    fold(
        "أحمد محمد محمود حامد حمد حمدان حميد حمود مصطفى علي عمر عمرو عثمان حسن حسين حسان حسام حسني محسن إحسان سالم "
        "سليم سلمان سليمان إبراهيم إسماعيل إسحاق يعقوب يوسف موسى عيسى هارون داود زكريا يحيى إدريس أيوب يونس صالح صلاح "
        "صبري خالد خليل خلفان خلف وليد ماجد مجدي أمجد عماد عادل عدنان عصام عاصم عامر عمار عمران عبدالله عبدالرحمن "
        "عبدالعزيز عبدالكريم عبدالمجيد عبدالحميد عبدالسلام عبدالقادر عبدالرزاق عبدالوهاب عبدالفتاح عبدالناصر "
        "عبدالمنعم عبدالهادي عبداللطيف عبدالحكيم عبدالملك عبدالإله عبدالباري عبدالخالق عبدالرحيم عبدالرؤوف عبدالستار "
        "عبدالعظيم عبدالغني عبدالجبار عبدالجليل عبدالحق عبدالمحسن عبدالواحد عبده فهد فيصل فارس فراس فادي فؤاد فايز "
        "فوزي فاروق فتحي فريد فرج قاسم قيس كاظم لؤي مازن مالك مأمون منصور منير معاذ مروان مشعل مطلق مساعد مسعود مهدي "
        "مهند نبيل نادر ناصر نايف نواف نزار نضال نعيم هاني هاشم هشام هيثم همام وائل وسام وسيم ياسر ياسين يزيد يزن "
        "زياد زيد زهير زاهر راشد رائد رامي رضا رضوان رشاد رشيد رفعت رمزي شادي شوقي ضياء طارق طاهر طلال طه ظافر "
        "غازي غسان غالب غانم جابر جاسم جاسر جعفر جواد جورج الياس باسم باسل بسام بلال بندر بشار بشير بكر بهاء "
        "تامر تركي توفيق تيسير ثامر أسامة أسعد أشرف أكرم أنس أنور أيمن إياد إيهاب آدم أديب أنيس إلياس حاتم حازم حمزة "
        "حيدر داوود دريد ذياب سامي سامر سعد سعود سعدون سلوم سمير سهيل شهاب عارف عايض عباس عبدو عزت عوض عوني قصي لطفي "
        "ماهر مؤيد مؤمن مبروك متعب محيي محب مختار مرزوق مشاري مصعب معتز معن مفلح مقداد ممدوح منذر مهران ميشال ميشيل "
        "بيار بيير طوني جوزيف إيلي أنطوان شربل مارون كميل نقولا حنا نجيب نديم نوري نوح هادي هيكل وجدي وحيد ونيس يحي "
        "يسري رحاب رشا رنا رنيم روان ريم ريما زينب زهراء زهرة سارة سعاد سلمى سمر سمية سميرة سناء سوسن سحر سهى سهير "
        "شيماء شيرين عائشة عبير عفاف غادة فاطمة فاتن فدوى كوثر لمى لمياء لينا ليلى لبنى لطيفة مريم منى منال مها مي "
        "ميساء ميسون نادية نجلاء نسرين نهى نهلة نورة نورا هالة هبة هند ياسمين إيمان أسماء آمنة بثينة تهاني خديجة خلود "
        "داليا دانا دلال دينا رانيا راوية "
        # Lebanon, Syria, Palestine, Jordan
        "روزيت ريتا ريمون رينيه جبران جوليا جومانا جيهان خولة ديما رولا سوزان كارلا كارول كريستين لجين لميس مايا ميرنا نادين "
        "نازك نزيه هيفاء يارا يعرب قتيبة معاوية ناجي ناظم "
        # Egypt, Sudan, Iraq
        "طلعت علاء قدري ميثم معمر ميرفت ناهد هويدا يسرى إيناس أروى أسيل أميمة سلوى صفوان مروة ميادة نوال فادية فوزية "
        # The Gulf
        "راكان سطام هزاع مسفر معيض مضاوي موضي عواد "
        # The Maghreb
        "بوعلام بوجمعة بلقاسم بوبكر أبوبكر لحسن لحبيب لخضر لمين حورية نزهة مليكة فتيحة نعيمة نورالدين عبدالعالي "
        "عبدالصمد عبدالنبي عبدالنور وهيبة يمينة رقية كلثوم أنيسة جلول رشيدة زهية سفيان "
        "عياش فضيل لويزة محند مراد مسعودة منية مهدية نبيلة "
        # Rarer ones, everywhere
        "آلاء أدهم أكثم أوس إسراء بطرس بهجت بولس بيتر تالا تماضر جاك جرجس جودت جورجيت جوزف حذيفة حفيظ حليم "
        "ديالا رانية رباب ربى رزان رغد رمزية رهام رهف روجيه رولى ريان ريناد زاهي زكي زهرا ساطع سامية سندس "
        "سوزي سيرين شاكر شذى شكري شوكت صفية ضرغام طلعة عاصي عاطف عايدة عبدالباقي عبدالحي عبدالرازق عبدالرضا "
        "عبدالسميع عبدالعليم عبدالغفار عبدالقيوم عبدالمطلب عبدالمعطي عبدالمولى عبدالودود عبلة عدي عزام عفيف "
        "عقيل علوان علياء غياث فراج فهمي فيحاء فيروز فيليب قحطان كارم كريستينا لارا لانا لبيب لوقا مؤنس ماجدة "
        "مارسيل ماري ماريا مايكل متولي محجوب مدحت مرتضى مروى معتصم معين منتصر منيب منيرة مهنا مولاي ميري ميسم "
        "ميشلين مينا ناديا ناصيف نبراس نجوان نجوى ندى نشوى نهاد نوارة نورهان هاجر هالا هديل هنادي وجيه وداد "
        "وديع وصفي وضاح وفيق ياسمينا يوحنا يوسرا "
        # More of them, everywhere
        "أريج ابتسام بديعة بلقيس حسنين سنان سنية شاهر شفيق فرات محروس مدين مرام منجي ساجدة سعدي عجلان عطا فرحات فوزان "
        "مخلد يامن بكري مكي أسمهان ألفت إجلال إيثار بشارة بهية بهيج ثريا جمانة ديمة رضوى سلاف شذا عصماء غدير فدا فياض "
        "لقمان ليان ماجدولين مشعان مكرم ميثاء ميرال نرجس نسيبة نعمان هدير همسة واصف وهيب لعربي أبرار أفنان أناهيد أنسام "
        "أيهم باهر بسيوني بنان بوران توجان توحيدة حسونة خزامى راغدة رافد رسلان رغدة ريهام ريتاج زبيدة زغلول زكرياء سابرين "
        "سجى سدرة سمران سهاد شاهيناز شفيقة شهلا صابرين صهيب طلحة طراد عاتكة عاكف عفت غيداء فتحية فخري فريال فهيمة كايد "
        "كندة ليث مجدولين مجيد مديحة مسلط مناور منصف منهل ميار نازلي نائل نائلة نبيهة نجية نسيمة نصيرة نصار نعمات نعمت "
        "نورس هزار هناء هيام هيلة وئام يونان سامح شاهين هدى حليمة جاد جبريل صابر صبحي خلدون نوف عبود علام عبيدة عفان تميم "
        "عطية يمنى جمعان جودي رأفت حكمت رامز شهرزاد إلهام شريف "
        # Kurdish and Berber ones
        "آزاد بيمان جوانا دلشاد دلير ريبوار زانا زيلان سربست سروة شفان شيرزاد شيركو كاوا هفال هوشنك هيمن هيوا بختيار "
        "إيدير تسعديت ماسينيسا يوغرطة سيليا كهينة ججيقة زوينة فطيمة ميلود محجوبة لزهر زبير نسيب بابكر "
        # Of French and other make
        "تمارا جاسمين سالي سوزانا ساندرا سيرج كلود ليا ألبير ألكسندر ليندا كاميليا لورا لوسي ميراي ميريام نيفين نيرمين "
        "هايدي نيكول رولان جوزفين جيزيل دوللي ريشار روبير رينا غابي فكتور كلوديا مارلين ميرا ناتالي هنرييت يولا أنطوانيت "
        "إدمون جورجينا أنجي إميل إيفا إيفون شارلي كاترين كارين غريس سيمون إدوار جان مارك فرانسوا لويس هنري أندريه شارل "
        "لوران ألفريد برهان دارين رائف أيسر محمدن أحمدو محمدو مهرة موزة العنود الجوهرة لولوة بدرية نوير شمسة"
    ).split()
)
_TITLE: Final = re.compile(
    "^(?:"
    + fold(
        "د|أ[ .]?د|م|الدكتور|الدكتورة|المهندس|المهندسة|الأستاذ|الأستاذة|الشيخ|المحامي|المحامية|اللواء|العميد|العقيد|القس|"
        "الصحفي|الصحفية|الصحافي|الصحافية"
    )
    + r")[. /]+(?:د[. /]+)?"
)
# Two words that print one given name.
_JOINED: Final = re.compile(fold("^(?:عبد|أبو)") + " ")
_HOUSE: Final = re.compile(fold("آل") + " ")
_SON: Final = frozenset(fold("بن ولد بنت آل").split())
_ALI: Final = fold("علي")
_SERVANT: Final = fold("عبدال")  # of one of God's names, and so a given name
_PART: Final = re.compile(rf"(?:(?:{fold('عبد|أبو|آل')}) )?\S+")
_WORDS: Final = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+)*$")
# Words that no name has: a line with one of them says something.
_SAYS: Final = frozenset(
    fold(
        "في من إلى على عن مع بعد قبل أن إن قال يقول تقول كان كانت هو هي الذي التي ثم أو لا لم لن ما هل كيف لماذا متى أين يعلن أعلن "
        "يفوز يدعو يلتقي يزور يصل يؤكد يكشف يقود ينضم يغيب يعود عاد رئيسا مديرا وزيرا رئيس مدير وزير نائب سفير ضد خلال بين أمام"
    ).split()
)


def is_person(folded: str) -> bool:
    """Whether a folded line, without the marks round it, is one person's name of two to four words.

    It begins with a given name, or with one that is a word of everyday too if another given name comes behind it.

    >>> is_person("زياد عيتاني"), is_person("د. خالد عبد الرحيم"), is_person("زياد يلتقي الوزير"), is_person("محمد")
    (True, True, False, False)
    >>> is_person("كريم شوقي"), is_person("كريم الوجه")
    (True, False)
    """
    name = _TITLE.sub("", folded)
    if not _WORDS.match(name):
        return False
    parts = _JOINED.sub("", name).split(" ")
    joined = len(parts) < name.count(" ") + 1
    if not FEWEST <= name.count(" ") + 1 <= MOST + joined or not _SAYS.isdisjoint(parts):
        return False
    if not joined and parts[0] in _EVERYDAY:
        return parts[1] not in _ADJECTIVES and (parts[1] in _GIVEN or parts[1] in _SON or parts[1].startswith(_SERVANT))
    return joined or parts[0] in _GIVEN or parts[0].startswith(_SERVANT)


def name_length(folded: str) -> int:
    """How many code points of a folded text a person's name takes with which it begins; 0 where there is none.

    Names have two parts, or more where the third is a given name too: what comes behind may be the first word of a
    sentence.

    >>> name_length("مصطفي عادل تفقد المحافظ"), name_length("زياد خالد محمود اعلن"), name_length("تفقد عادل")
    (10, 15, 0)
    >>> name_length("مصطفي عادل علي بعد")
    10
    """
    title = _TITLE.match(folded)
    start = title.end() if title else 0
    parts = [match[0] for match in _PART.finditer(folded, start, start + LONGEST)]
    name = " ".join(parts[:FEWEST])
    if len(parts) < FEWEST or not folded.startswith(name, start) or not is_person(name):
        return 0
    if any(len(part) > LONGEST_WORD and " " not in part for part in parts[:FEWEST]):
        return 0  # a word of the story was run into it
    third = parts[FEWEST] if len(parts) > FEWEST else ""
    if third == _ALI:
        return start + len(name)  # folded it is also a preposition
    if third in _GIVEN or _HOUSE.match(third) or _JOINED.match(third) or third.startswith(_SERVANT):
        name += " " + third
    return start + len(name)


_WORK: Final = frozenset(
    fold(
        "كاتب كاتبة صحفي صحفية صحافي صحافية إعلامي إعلامية باحث باحثة محلل محللة أستاذ أستاذة أكاديمي أكاديمية خبير خبيرة "
        "ناشط ناشطة مدون مدونة شاعر شاعرة روائي روائية قاص قاصة ناقد ناقدة محرر محررة مراسل مراسلة مترجم مترجمة مفكر "
        "مفكرة مؤرخ مؤرخة مستشار مستشارة حقوقي حقوقية محام محامي محامية طبيب طبيبة مهندس مهندسة دبلوماسي دبلوماسية "
        "اقتصادي اقتصادية زميل زميلة محاضر محاضرة مخرج مخرجة مصور مصورة طالب طالبة متخصص متخصصة مختص مختصة مؤلف مؤلفة "
        "رئيس رئيسة مدير مديرة عضو عضوة سفير وزير"
    ).split()
)
_IS: Final = re.compile(fold(r"^(?:هو|هي)") + " ")


def tells_work(folded: str) -> bool:
    """Whether a folded line, without the marks round it, begins with what somebody who writes is by trade.

    >>> tells_work("كاتب وباحث من تونس"), tells_work("هي طبيبه"), tells_work("الكاتب غايب")
    (True, True, False)
    """
    return re.split(r"\W", _IS.sub("", folded), maxsplit=1)[0] in _WORK
