"""Bytes to text: what is told by mark, declared or detected, and what is turned down."""

import io
import random
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest.read.encoding import UndecodableError, decode, lines, wide_encoding

ARABIC = "أعلن الوزير في بيان صدر اليوم أن الحكومة ستبدأ العمل على الخطة الجديدة بعد أيام، وقال إن التنفيذ من مسؤولية البلديات.\r\n"
ENGLISH = "The minister said on Wednesday that the café is in the plan for the town and it was “ready”.\n"
FRENCH = "Le ministre a déclaré que la réforme créée par le gouvernement est prête pour la rentrée, c’est la règle à suivre.\n"
RUSSIAN = "Правительство сегодня объявило о новой программе и сказало, что она начнется в январе на всей территории страны.\n"
HEBREW = "ראש הממשלה אמר כי הוא לא יקבל את ההצעה של האופוזיציה גם אם היא תשתנה עם הזמן.\n"
PERSIAN = "رئیس جمهور امروز در تهران گفت که این برنامه را با همکاری مردم اجرا کرد و از دولت برای آن کمک است.\n"
TURKISH = "Bakan bu planın çok önemli olduğunu ve bir yıl içinde tamamlanacağını söyledi. Türkiye için daha iyi.\n"
JAPANESE = "日本の首相は今日、東京で記者会見を行った。新しい経済政策について説明した。\n"
CHINESE = "中国政府今天宣布新的经济政策，专家表示这是一个有利的决定。\n"
KOREAN = "정부는 오늘 새로운 경제 정책을 발표했다. 전문가들은 이 계획이 국민에게 도움이 될 것이라고 말했다.\n"
POLISH = "Premier powiedział dzisiaj, że rząd będzie pracować nad nową ustawą o świadczeniach społecznych.\n"
SOUNDS = "NUL \0, RLM \u200f, LRE \u202b, ZWNJ \u200c, forms ﻻ ﷲ ﺃ, LS \u2028, NEL \x85, CR \r, CRLF \r\n, BOM inside \ufeff."


@pytest.mark.parametrize("repeat", [1, 5])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "cp1256"),
        (ARABIC.replace("،", ","), "iso8859_6"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (ARABIC, "utf-32"),
        (ARABIC, "utf-8-sig"),
        (PERSIAN.replace("ی", "ي"), "cp1256"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (HEBREW, "cp1255"),
        (TURKISH, "cp1254"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc_kr"),
    ],
)
def test_detects(text: str, encoding: str, repeat: int) -> None:
    assert decode((text * repeat).encode(encoding)) == text * repeat


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(ARABIC.encode()[:40] + b"\xff" + ARABIC.encode()[40:], "broken UTF-8 at byte 40", id="a bad byte"),
        pytest.param(ARABIC.rstrip().rstrip(".").encode()[:-1], "broken UTF-8 at byte", id="cut in a letter"),
        pytest.param(
            ENGLISH.replace("“", "").replace("”", "").encode()[:-1] + b"\xe2\x80", "not UTF-8", id="English, cut in a mark"
        ),
        pytest.param(b"\xef\xbb\xbfab\xff", "not utf-8 at byte 5", id="broken behind a mark"),
        pytest.param(b"\xff\xfe\x00", "not utf-16-le at byte 2", id="half a unit"),
        pytest.param(POLISH.encode("cp1250"), "--encoding", id="Polish"),
        pytest.param(ARABIC.encode("mac_arabic"), "--encoding", id="Mac Arabic"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(100), "binary data, not text", id="binary that is UTF-8"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\xde\xad\xbe\xef" * 20, "--encoding", id="picture"),
        pytest.param(
            '{"title":"the price of the oil in the market","text":"العربية"}'.encode("cp1256"), "--encoding", id="little Arabic"
        ),
    ],
)
def test_turns_down(data: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason.replace("(", r"\(")):
        decode(data)


def test_turns_down_noise() -> None:
    dice = random.Random(7)
    for length in (100, 1000, 5000):
        for _ in range(5):
            with pytest.raises(UndecodableError):
                decode(dice.randbytes(length))


@pytest.mark.parametrize("text", ["", "a\0b", "\0", SOUNDS, "ا\0" * 3], ids=["empty", "NUL", "only NUL", "sounds", "many NULs"])
def test_keeps_what_is_utf8(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_declared_encoding_is_believed() -> None:
    assert decode("é".encode("cp1252"), "cp1252") == "é"
    assert decode("ن".encode("utf-16-be"), "utf-16-be") == "ن"
    with pytest.raises(UndecodableError, match="not ascii at byte 1"):
        decode("aé".encode(), "ascii")
    with pytest.raises(UndecodableError, match="not utf-7"):
        decode(b"+\xff", "utf-7")


def test_a_mark_goes_before_what_was_declared() -> None:
    assert decode("ن".encode("utf-16"), "cp1256") == "ن"


@given(st.text())
def test_utf8_round_trip(text: str) -> None:
    data = text.encode()
    if not text.startswith("\ufeff") and not any("\0" <= char < " " or "\x7f" <= char <= "\x9f" for char in text):
        assert decode(data) == text
    assert decode(b"\xef\xbb\xbf" + data) == text


@given(st.text(), st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]))
def test_marked_round_trip(text: str, encoding: str) -> None:
    assume(not text.startswith("\0"))  # behind the mark of UTF-16 it makes that of UTF-32
    assert decode(text.encode(encoding)) == text


@given(st.binary())
def test_raises_nothing_else(data: bytes) -> None:
    with suppress(UndecodableError):
        decode(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_lines_of_any_width(encoding: str) -> None:
    stream = io.BufferedReader(io.BytesIO("ن\r\n\u2028\n\nb".encode(encoding)))
    assert [line.decode() for line in lines(stream, wide_encoding(stream.peek(4)))] == ["ن\r", "\u2028", "", "b"]
    assert not stream.closed


def test_wide_by_declaration() -> None:
    assert wide_encoding(b"{}", "UTF-16LE") == "UTF-16LE"
    assert wide_encoding(b"{}", "cp1256") is None
    assert wide_encoding(b"\xef\xbb\xbf{", None) is None


def test_a_wide_stream_that_breaks_off() -> None:
    stream = io.BufferedReader(io.BytesIO("a\nb\n".encode("utf-16-le")[:-1]))
    found = lines(stream, "utf-16-le")
    with pytest.raises(OSError, match="not utf-16-le"):
        list(found)
