"""Scores: what counts as right and wrong, which gold is refused, and what switching off a rule changes."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ingest import cli
from ingest.ablate import Switch, ablate, switches, without
from ingest.cleaning import clean
from ingest.edit import cut
from ingest.gold import Gold, Part, read_gold
from ingest.model import Cleaning, Document, Record, Removal, Span
from ingest.packs import Loaded
from ingest.read.files import InputError
from ingest.rulebook import Rules, load_rules
from ingest.score import RENDERING, Judged, figures, judge, judge_all
from ingest.scoreboard import by_file, by_label, by_language, by_rule, by_site, worst
from tests.test_cases import CASES

STORY = "أعلن الوزير في بيان صدر اليوم أن الحكومة ستبدأ العمل على الخطة الجديدة بعد أيام قليلة من الآن."
PACK = """
rules:
  - id: {id}
    label: source_attribution
    why: The source line.
    match: {{label: [{word}], value: any}}
    removes: ["{word}: رويترز"]
    keeps: [وقال مصدر في الشركة.]
"""


def gold(*parts: tuple[str, str], name: str = "a", file: str = "g", **fields: str) -> Gold:
    """A text of some parts with their labels, one below the other."""
    spans, text = [], ""
    for part, label in parts:
        spans.append(Part(len(text), len(text) + len(part), label))
        text += part + "\n"
    return Gold(file, Document(id=name, text=text[:-1], **fields), tuple(spans))  # type: ignore[arg-type]


def judged(one: Gold, *taken: str, status: str = "cleaned") -> Judged:
    """The gold after a cleaning that took some pieces of its text, each by a rule named by its number."""
    text, at, removals = one.document.text, 0, []
    for n, piece in enumerate(taken):
        at = text.index(piece, at)
        removals.append(Removal(at, at + len(piece), "other", f"r{n}", None, piece))
        at += len(piece)
    left = text if status == "review" else cut(text, [Span(removal.start, removal.end) for removal in removals])
    return judge(one, Record("a", left, Cleaning(status, "", "", tuple(removals))))  # type: ignore[arg-type]


TITLE, BODY, NOISE = ("The old wall", "title"), ("One two three.", "body"), ("Share this", "social")
COPY = ("The old wall", "duplicate_headline")


@pytest.mark.parametrize(
    ("parts", "taken", "lost", "left"),
    [
        pytest.param([BODY, NOISE], ["Share this"], "", "", id="all noise and nothing else"),
        pytest.param([BODY, NOISE], [], "", "Share this", id="noise that is left"),
        pytest.param([BODY, NOISE], ["Share"], "", "this", id="half of it is left"),
        pytest.param([BODY, NOISE], ["One", "Share this"], "One", "", id="a word of the article is lost"),
        pytest.param([BODY, NOISE], ["three.", "Share this"], "three .", "", id="a mark is a word"),
        pytest.param([BODY, NOISE], ["hree", "Share this"], "three", "", id="a word that is cut into is gone"),
        pytest.param([BODY, NOISE], [" ", "\nShare this"], "", "", id="blank space is no word"),
        pytest.param([TITLE, BODY], [], "", "", id="a title that stays"),
        pytest.param([TITLE, BODY], ["The old wall"], "", "", id="a title that goes"),
        pytest.param([BODY, ("So or so", "neutral")], ["So or"], "", "", id="neutral either way"),
        pytest.param([TITLE, BODY, COPY], ["The old wall", "The old wall"], "", "", id="both copies taken"),
        pytest.param([TITLE, BODY, COPY], ["three.\nThe old wall"], "three .", "", id="the second copy taken, and more"),
        pytest.param([TITLE, BODY, COPY], ["The old wall"], "", "", id="the first copy taken, the second kept"),
        pytest.param([TITLE, BODY, COPY], [], "", "The old wall", id="both kept"),
        pytest.param([("The wall", "title"), BODY, COPY], ["The wall"], "", "The old wall", id="no copy word for word"),
        pytest.param([("A b.", "body"), BODY, ("A b.", "duplicate_text")], ["A b."], "", "", id="a paragraph printed twice"),
        pytest.param([("A b.", "body"), BODY, ("A b.", "tags")], ["A b."], "A b .", "A b .", id="a copy of another label"),
        pytest.param([COPY, TITLE, BODY], ["The old wall"], "", "", id="the copy stands first"),
    ],
)
def test_right_and_wrong(parts: list[tuple[str, str]], taken: list[str], lost: str, left: str) -> None:
    one = judged(gold(*parts), *taken)
    assert " ".join(word.text for word, taker in one.wrong if taker) == lost
    assert " ".join(word.text for word, taker in one.wrong if not taker) == left


def test_what_is_only_proposed_is_not_taken() -> None:
    assert [word.text for word, _ in judged(gold(BODY, NOISE), "One", "Share this", status="review").wrong] == ["Share", "this"]


def test_what_no_span_covers_does_not_count() -> None:
    one = gold(BODY, NOISE)
    one = Gold("g", one.document, one.parts[:1])
    assert not judged(one).wrong
    assert figures([judged(one, "Share this")]).invented == 0


@pytest.mark.parametrize(
    ("taken", "invented"),
    [
        pytest.param(["Share this"], 0, id="whole words"),
        pytest.param(["hree"], 1, id="a rest of a word"),
        pytest.param([" ", " "], 1, id="words run together"),
    ],
)
def test_invented_words(taken: list[str], invented: int) -> None:
    assert judged(gold(BODY, NOISE), *taken).invented == invented


def test_parts_that_meet_inside_a_word() -> None:
    one = Gold("g", Document(id="a", text="wallShare"), (Part(0, 4, "body"), Part(4, 9, "social")))
    assert (judged(one, "Share").wrong, judged(one, "Share").invented) == ((), 0)
    assert [word.text for word, _ in judged(one).wrong] == ["Share"]


def test_figures() -> None:
    tags = ("wall, city", "tags")
    found = figures(
        [
            judged(gold(BODY, NOISE, tags), "One", "Share this", "wall"),  # of 4 words one lost, of 2 + 3 of noise two left
            judged(gold(BODY, NOISE), "Share this"),
            judged(gold(("A b.", "body"))),
        ]
    )
    assert found.documents == 3
    assert found.recall == pytest.approx(5 / 7)
    assert found.precision == pytest.approx(5 / 6)
    assert found.f1 == pytest.approx(10 / 13)
    assert found.loss == pytest.approx(1 / 11)
    assert found.perfect == pytest.approx(2 / 3)
    assert found.kinds == pytest.approx((1 + 1 / 3) / 2)
    assert found.invented == 0


def test_figures_where_there_is_nothing_to_find() -> None:
    assert figures([judged(gold(BODY))]) == (1, 1, 1, 1, 0, 1, 0, 1)
    spoilt = figures([judged(gold(BODY), "One two three.")])
    assert (spoilt.recall, spoilt.precision, spoilt.f1, spoilt.loss, spoilt.perfect) == (1, 0, 0, 1, 0)


# Markup


def test_markup_is_aligned_with_what_it_was_rendered_to(tmp_path: Path) -> None:
    pack = tmp_path / "p.yaml"
    pack.write_text(PACK.format(id="t.source", word="المصدر"), encoding="utf-8")
    one = gold(
        ("<p>", "markup"), (STORY, "body"), ("</p><p>", "markup"), ("المصدر: رويترز", "source_attribution"), ("</p>", "markup")
    )
    record = clean(one.document, load_rules(pack, shipped=False))
    assert record.cleaning.rendered
    assert judge(one, record).wrong == ()
    assert set(judge(one, record).takers) == {RENDERING, None, "t.source"}
    left = judge(one, clean(one.document, Rules(lambda: Loaded(())))).wrong
    assert [word.text for word, _ in left] == ["المصدر", ":", "رويترز"]


# Gold


def line(raw: object = "One. Tags", spans: object = (), **more: object) -> str:
    return json.dumps({"raw": raw, "spans": spans, **more}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "the line is JSON, but not an object"),
        ('{"spans": []}', "no text under 'raw'"),
        (line(raw=7), "no text under 'raw'"),
        ('{"raw": "One."}', "no list under 'spans'"),
        (line(spans={"body": [0, 4]}), "no list under 'spans'"),
        (line(spans=[[0, 4]]), "a span is written [start, end, label], not [0, 4]"),
        (line(spans=[[0, "4", "body"]]), "a span is written [start, end, label]"),
        (line(spans=[[False, True, "body"]]), "a span is written [start, end, label]"),
        (line(spans=[[0, 4, "bodi"]]), "the span [0, 4, bodi]: there is no label 'bodi'; did you mean 'body'?"),
        (
            line(spans=[[0, 4, "xyz"]]),
            "the span [0, 4, xyz]: there is no label 'xyz'; the labels are body, title, neutral, duplicate_headline",
        ),
        (line(spans=[[0, 4, "body"], [5, 10, "tags"]]), "the span [5, 10, tags] ends outside the text, which has 9 code points"),
        (line(spans=[[-1, 4, "body"]]), "the span [-1, 4, body] holds nothing"),
        (line(spans=[[4, 4, "body"]]), "the span [4, 4, body] holds nothing"),
        (line(spans=[[4, 9, "tags"], [0, 5, "body"]]), "two spans overlap: [0, 5, body] and [4, 9, tags]"),
    ],
)
def test_faulty_gold(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "g.jsonl"
    file.write_text(f"{line()}\n\n{text}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        list(read_gold([str(file)]))
    assert str(error.value).startswith(f"{file}:3: {message}")


def test_gold_that_breaks_off(tmp_path: Path) -> None:
    file = tmp_path / "g.jsonl.gz"
    file.write_bytes(b"\x1f\x8b\x08")
    with pytest.raises(InputError, match="reading stopped"):
        list(read_gold([str(file)]))


def test_gold_is_read(tmp_path: Path) -> None:
    file = tmp_path / "g.jsonl"
    spans = [[5, 9, "tags"], [0, 4, "body"]]
    file.write_text(
        line(raw="📰نبأ الخبر", spans=spans, id=7, title="نبأ", lang="ar-EG", url="https://www.example.com/7"), encoding="utf-8"
    )
    (one,) = read_gold([str(file)])
    document = one.document
    assert (document.id, document.title, document.language, document.site) == ("7", "نبأ", "ar", "example.com")
    assert [(word.text, word.label) for word in one.words] == [("📰", "body"), ("نبأ", "body"), ("الخب", "tags")]
    (one,) = read_gold([str(file)], with_title=False)
    assert one.document.title is None


# Tables


def test_tables() -> None:
    some = [
        judged(gold(BODY, NOISE, name="x", file="g1", site="a.org", language="en"), "One", "Share"),
        judged(gold(BODY, NOISE, name="y", file="g2"), "Share this"),
    ]
    assert [row[:2] for row in by_file(some).rows] == [("g1", 1), ("g2", 1), ("all", 2)]
    assert [row[0] for row in by_file(some[:1]).rows] == ["g1"]
    assert [row[:2] for row in by_site(some).rows] == [("?", 1), ("a.org", 1)]
    assert [row[:2] for row in by_language(some).rows] == [("?", 2)]
    assert by_label(some).rows == (("body", 8, 1, 0.125), ("social", 4, 3, 0.75))
    assert by_rule(some).rows == (("r0", 2, 1, 0.6667), ("r1", 1, 0, 1.0))
    assert worst(some, 5).rows == (("x", 1, "lost", 1, "body", "r0", "One"), ("x", 2, "left", 1, "social", "", "this"))
    assert worst(some, 0).rows == ()


def test_rules_that_took_only_what_does_not_count_have_no_precision() -> None:
    assert by_rule([judged(gold(TITLE, BODY), "The old wall")]).rows == ()


# Ablation


def packs(folder: Path, **words: str) -> Rules:
    for name, word in words.items():
        (folder / f"{name}.yaml").write_text(PACK.format(id=f"t.{name}", word=word), encoding="utf-8")
    return load_rules(folder, shipped=False)


def naively(golds: Sequence[Gold], rules: Rules, switch: Switch) -> tuple[int, object]:
    pairs = list(zip(judge_all(golds, rules), judge_all(golds, without(rules, switch)), strict=True))
    return sum(one.takers != other.takers for one, other in pairs), figures(other for _, other in pairs)


def test_every_heuristic_and_pack_can_be_switched_off(tmp_path: Path) -> None:
    rules = packs(tmp_path, one="المصدر", two="نقلا عن")
    names = [switch.name for switch in switches(rules)]
    assert "headline.title" in names
    assert names[-2:] == [str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")]
    for switch in switches(rules):
        assert {rule.id for rule in rules.rules} - {rule.id for rule in without(rules, switch).rules} == switch.ids
    over = load_rules(tmp_path, _disabling(tmp_path / "over.yml", "headline.title"), shipped=False)
    assert "headline.title" not in [switch.name for switch in switches(over)]
    assert not any("headline.title" in {rule.id for rule in without(over, switch).rules} for switch in switches(over))


def _disabling(path: Path, name: str) -> Path:
    path.write_text(f"disable: [{name}]\n", encoding="utf-8")
    return path


def test_what_a_pack_is_worth(tmp_path: Path) -> None:
    rules = packs(tmp_path, one="المصدر", two="المصدر", three="نقلا عن")
    golds = [
        gold((STORY, "body"), ("المصدر: رويترز", "source_attribution")),
        gold((STORY, "body"), ("نقلا عن: رويترز", "source_attribution")),
        gold((STORY, "body"), ("نقلا عن: شهود", "body")),
    ]
    base, *effects = ablate(golds, rules, switches(rules))
    found = {Path(effect.name).stem: (effect.changed, effect.figures.perfect, effect.figures.loss > 0) for effect in effects}
    assert (base.figures.perfect, base.figures.loss > 0) == (pytest.approx(2 / 3), True)
    assert found["one"] == (1, pytest.approx(2 / 3), True)  # the other takes it, whose claim had been hidden
    assert found["two"] == (0, pytest.approx(2 / 3), True)
    assert found["three"] == (2, pytest.approx(2 / 3), False)
    assert found["headline"] == (0, pytest.approx(2 / 3), True)


def test_a_pack_that_only_cuts_a_flattened_line(tmp_path: Path) -> None:
    """Its phrase claims nothing below the text, but sets free what the other pack takes."""
    for name, phrase, guard in (("one", "اقرأ المزيد", "where: {zone: head}"), ("two", "تابعونا على فيسبوك", "")):
        text = f"rules:\n- id: t.{name}\n  label: social\n  why: A test.\n  match: {{line: [{phrase}]}}\n  {guard}\n"
        (tmp_path / f"{name}.yaml").write_text(text + f"  removes: [{phrase}]\n  keeps: [نص آخر]\n", encoding="utf-8")
    rules = load_rules(tmp_path, shipped=False)
    whole = gold((f"{STORY} {STORY} تابعونا على فيسبوك اقرأ المزيد", "body"))
    (off,) = [switch for switch in switches(rules) if switch.ids == {"t.one"}]
    _, effect = ablate([whole], rules, [off])
    assert (effect.changed, effect.figures) == naively([whole], rules, off)
    assert effect.changed == 1


def test_the_shortcut_changes_nothing() -> None:
    """Heuristics look at what packs found, and rounds at what rounds left: only what cannot matter may be passed over."""
    golds = [gold((case.text, "body"), name=case.name) for case in CASES if any(kind in case.name for kind in _KINDS)]
    rules = load_rules()
    off = [switch for switch in switches(rules) if switch.name in _SOME]
    assert len(off) == len(_SOME)
    for effect, switch in zip(list(ablate(golds, rules, off))[1:], off, strict=True):
        assert (effect.changed, effect.figures) == naively(golds, rules, switch)


_KINDS = ("flat", "glued", "repeat", "group")
_SOME = ("headline.copies", "furniture.above", "rules/ar/related.yaml", "rules/ar/date.yaml", "rules/common/markup.yaml")


# The command


Run = Callable[..., tuple[object, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, in a folder with gold and a pack."""
    monkeypatch.chdir(tmp_path)
    text = f"{STORY}\nالمصدر: رويترز\nنقلا عن: رويترز"
    spans = [
        [0, len(STORY), "body"],
        [len(STORY) + 1, len(STORY) + 15, "source_attribution"],
        [len(STORY) + 16, len(text), "other"],
    ]
    Path("g.jsonl").write_text(line(raw=text, spans=spans, id="x", site="a.org") + "\n", encoding="utf-8")
    Path("p.yaml").write_text(PACK.format(id="t.source", word="المصدر"), encoding="utf-8")

    def run(*args: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as end:
            cli.main(["score", *args, "--no-shipped-rules", "--rules", "p.yaml"])
        return (end.value.code, *capsys.readouterr())

    return run


def test_the_command(run: Run) -> None:
    code, out, err = run("g.jsonl", "--by", "rule", "--by", "label", "--worst", "3", "--ablate")
    assert (code, err) == (0, "")
    figures_, rule, label, wrong, ablation = (table.splitlines() for table in out.split("\n\n"))
    assert figures_ == [
        "gold\tdocuments\trecall\tprecision\tf1\tloss\tperfect\tinvented\tkinds",
        "g.jsonl\t1\t0.4286\t1\t0.6\t0\t0\t0\t0.5",
    ]
    assert rule == ["rule\tnoise\tbody\tprecision", "t.source\t3\t0\t1"]
    assert label == ["label\twords\tgone\tshare", "body\t19\t0\t0", "other\t4\t0\t0", "source_attribution\t3\t3\t1"]
    assert wrong == ["id\tline\tfate\twords\tlabel\trule\ttext", "x\t3\tleft\t4\tother\t\tنقلا عن: رويترز"]
    assert ablation[:2] == ["without\tchanged\tperfect\tloss\tkinds", "p.yaml\t1\t0\t0\t-0.5"]


def test_json(run: Run) -> None:
    code, out, _ = run("g.jsonl", "--by", "site", "--worst", "1", "--ablate", "--json")
    found = json.loads(out)
    assert (code, list(found)) == (0, ["gold", "site", "worst", "without"])
    assert found["gold"][0]["recall"] == 0.4286
    assert found["site"][0]["site"] == "a.org"
    assert found["worst"][0]["text"] == "نقلا عن: رويترز"
    assert found["without"][0] == {"without": "p.yaml", "changed": 1, "perfect": 0.0, "loss": 0.0, "kinds": -0.5}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (line(spans=[[0, 99, "body"]]), "bad.jsonl:1: the span [0, 99, body] ends outside the text"),
        ("", "bad.jsonl: no gold in it"),
    ],
)
def test_faulty_gold_is_not_measured(run: Run, content: str, message: str) -> None:
    Path("bad.jsonl").write_text(content, encoding="utf-8")
    code, out, err = run("bad.jsonl")
    assert (code, out) == (2, "")
    assert err.startswith(message)


def test_without_the_title(run: Run) -> None:
    """A copy of the headline that only a given title can tell."""
    title = "الحكومة تبدأ العمل على الخطة الجديدة"
    text = f"{STORY}\n{title}\n{STORY}!"
    spans = [[0, len(STORY), "body"], [len(STORY) + 1, len(STORY) + 1 + len(title), "duplicate_headline"]]
    Path("t.jsonl").write_text(line(raw=text, spans=spans, title=title), encoding="utf-8")
    recalls = [json.loads(run("t.jsonl", "--json", *more)[1])["gold"][0]["recall"] for more in ((), ("--without-title",))]
    assert recalls == [1.0, 0.0]
