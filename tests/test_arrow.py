"""Tables in and out: the same records as from the command, the same columns for every input."""

import datetime
import json

import pyarrow
import pytest

from ingest import Document, Rules, clean, load_rules
from ingest.arrow import clean_table, output_schema
from ingest.read.fields import Fields
from tests.pages import BODY, TITLE, page, paragraphs

TEXT = f"{TITLE}\nتاريخ النشر: 3 مارس 2025\n" + "\n".join(BODY) + "\nالمصدر: رويترز"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def test_a_row_is_a_record(rules: Rules) -> None:
    table = pyarrow.table({"id": [7], "text": [TEXT], "url": ["https://www.x.example/7"], "score": [0.5]})
    found = clean_table(table, rules)
    assert found.schema.equals(output_schema())
    (row,) = found.to_pylist()
    record = clean(Document(id="7", text=TEXT), rules)
    assert (row["id"], row["text"], row["title"], row["site"]) == ("7", record.text, TITLE, "x.example")
    assert (row["date_published"], row["credits"], row["rejected"]) == (datetime.date(2025, 3, 3), ["رويترز"], None)
    assert json.loads(row["metadata"]) == {"score": 0.5}
    assert [removal["rule"] for removal in row["cleaning"]["removals"]] == [removal.rule for removal in record.cleaning.removals]


def test_rows_that_are_no_documents_say_why(rules: Rules) -> None:
    table = pyarrow.table({"id": ["1", "2", None], "text": ["نعم", None, ""]})
    found = clean_table(table, rules).to_pylist()
    assert [(row["id"], row["text"], row["rejected"]) for row in found[:2]] == [
        ("1", "نعم", None),
        ("2", None, "the field 'text' is null, not text"),
    ]
    assert (found[2]["text"], found[2]["rejected"]) == ("", None)


def test_other_names_and_whole_pages(rules: Rules) -> None:
    table = pyarrow.table({"html": [page(paragraphs(*BODY)), "<html></html>"], "nr": ["a", "b"]})
    one, two = clean_table(table, rules, Fields(html="html", title="", id="nr")).to_pylist()
    assert (one["id"], one["text"], one["title"]) == ("a", "\n".join(BODY), TITLE)
    assert (two["id"], two["rejected"]) == ("b", "the document b: there is no article in this page")


def test_batches_and_empty_tables(rules: Rules) -> None:
    table = pyarrow.table({"text": ["نعم"]})
    assert clean_table(table.to_batches()[0], rules).num_rows == 1
    assert clean_table(table.slice(0, 0), rules).schema.equals(output_schema())


def test_split(rules: Rules) -> None:
    second = "أمطار غزيرة على الساحل الشمالي مساء اليوم"
    pasted = (
        "توقعت هيئة الأرصاد أمطارا غزيرة على الساحل الشمالي تبدأ مساء اليوم وتستمر حتى صباح الغد في أكثر المناطق.\n"
        "ودعت الهيئة سكان الساحل إلى تجنب مجاري السيول حتى انتهاء الحالة الجوية في نهاية الأسبوع."
    )
    table = pyarrow.table({"id": ["7"], "text": [f"{TEXT}\nإقرأ أيضاً:\n{second}\n{pasted}"]})
    rows = clean_table(table, rules, split=True).to_pylist()
    assert [(row["id"], row["parent_id"]) for row in rows] == [("7", None), ("7#1", "7")]
    assert len(clean_table(table, rules)) == 1
