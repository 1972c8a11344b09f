"""Pages of HTML in the layouts that news sites have, for tests."""

TITLE = "بلدية الميناء تبدأ صيانة السور القديم"
LEAD = "تستمر الأعمال ثلاثة أشهر، وتبقى البوابة الشمالية مفتوحة أمام الزوار."
FIRST = "أعلنت بلدية الميناء أمس أن أعمال صيانة السور القديم ستبدأ مطلع الأسبوع المقبل، بعد عامين من الدراسات."
SECOND = "وقالت المهندسة ليلى مراد إن الفريق انتهى من دراسة الأساسات، وإن الحجارة التي سقطت في الشتاء ستعاد إلى مواضعها."
THIRD = "ويعود السور إلى القرن الثاني عشر، وقد رمم آخر مرة قبل سبعين عاما، حين ضربت المدينة عاصفة شديدة من الغرب."
FOURTH = "وخصصت الوزارة للمشروع مبلغا يكفي لعامين، على أن يعرض التصميم النهائي على سكان المدينة في اجتماع مفتوح."
BODY = (FIRST, SECOND, THIRD, FOURTH)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(article: str, head: str = "", around: str = "", *, lang: str = "ar") -> str:
    """A page with a menu, an article and a footer."""
    menu = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(("الرئيسية", "سياسة", "اقتصاد", "رياضة")))
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{TITLE} - صحيفة الساحل</title>{head}</head>'
        f"<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{TITLE}</h1>{article}</article></main>{around}"
        '<footer><p>جميع الحقوق محفوظة لصحيفة الساحل</p><ul><li><a href="/about">من نحن</a></li></ul></footer></body></html>'
    )
