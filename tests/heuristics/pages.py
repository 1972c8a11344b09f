"""Lines of made-up pages, and what a heuristic takes out of them."""

from ingest.model import Document, Find
from ingest.view import View

FIRST = "ارتفعت أسعار الذهب في الأسواق العالمية اليوم الثلاثاء بعد قرار البنك المركزي خفض الفائدة بربع نقطة."
SECOND = "وقال محللون إن المستثمرين يترقبون بيانات التضخم التي تصدر نهاية الأسبوع الجاري في عدد من الدول الكبرى."
HEADLINE = "الذهب يرتفع في الأسواق بعد قرار البنك"
VERSE = [
    "على قدر أهل العزم تأتي العزائم",
    "وتأتي على قدر الكرام المكارم",
    "وتعظم في عين الصغير صغارها",
    "وتصغر في عين العظيم العظائم",
]


def found(
    find: Find,
    lines: list[str],
    noise: dict[int, str] | None = None,
    title: str | None = None,
    *,
    flat: bool = False,
    site: str | None = None,
) -> list[str]:
    """The texts a heuristic takes out of these lines; flat ones are run together and cut where they began."""
    text = (" " if flat else "\n").join(lines)
    cuts = [sum(len(line) + 1 for line in lines[:n]) for n in range(1, len(lines))] if flat else []
    view = View(Document(id="x", text=text, title=title, site=site), cuts, flat=flat).knowing(noise or {})
    return [text[hit.start : hit.end] for hit in find(view)]
