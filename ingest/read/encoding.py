"""Bytes to text: by mark, as declared, as UTF-8, else as detected; never with question marks in silence."""

import codecs
import gzip
import io
import re
from collections.abc import Iterator
from typing import Final

from ingest.language import guess

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Single-byte encodings that news is found in. Each can decode almost any bytes, so a reading counts only if it is
# language, and where several are (two encodings of one script), the one with most common words is taken.
_LEGACY: Final = (
    ("cp1256", frozenset({"ar", "fa", "ur"})),
    ("iso8859_6", frozenset({"ar"})),
    ("cp1255", frozenset({"he"})),
    ("cp1251", frozenset({"ru"})),
    ("koi8_r", frozenset({"ru"})),
    ("iso8859_5", frozenset({"ru"})),
    ("cp866", frozenset({"ru"})),
    ("cp1254", frozenset({"tr"})),
    ("cp1252", frozenset({"en", "fr", "es", "pt", "de", "it"})),
)
_COMMON: Final = {
    "ar": "في من على الى إلى عن أن ان التي الذي مع هذا هذه كما قال بعد",
    "fa": "در به از که این را با است برای آن",
    "ur": "کے کی ہے میں اور سے کو کا نے پر",
    "he": "של את על לא הוא גם כי עם זה היא",
    "ru": "и в не на что с по как из за",
}
_COMMON_WORDS: Final = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_LEAST_COMMON: Final = 1 / 40  # of the words; prose has one in ten
_SAMPLE: Final = 50_000  # bytes or code points: enough to tell a language by
# East Asian encodings are left to statistics, and what these give must hold the commonest characters of the language.
_EAST_ASIAN: Final = {"Chinese": "[的是在不一有]", "Japanese": "[のはをにがた]", "Korean": "[이다는에의을]"}
_TAG: Final = re.compile(rb"<(?:script|style)\b.*?(?:</(?:script|style)|\Z)|<[^>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_ASCII: Final = bytes(range(0x80))
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# No Latin text looks like this, but other encodings that are read as Latin do.
_NOT_LATIN: Final = re.compile("[ÃÂâ](?![A-Za-z])|[À-ÖØ-öø-ÿ]{3}|[¡-¿]{3}|[A-Za-z][¡-ª¬®-³µ¶¸-º¼-¿×÷][A-Za-z]")


class UndecodableError(ValueError):
    """Bytes that are no text in any encoding that can be told for certain."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes. A byte order mark is taken off; everything else stays, line ends too.

    Raises:
        UndecodableError: the bytes are neither UTF-8, nor what was declared, nor surely anything else.

    >>> decode("أعلن الوزير في بيان".encode("cp1256"))
    'أعلن الوزير في بيان'
    >>> decode("أعلن الوزير في بيان".encode()[:-1])
    Traceback (most recent call last):
    ingest.read.encoding.UndecodableError: broken UTF-8 at byte 33
    """
    mark, marked = _mark(data)
    if marked or declared:
        return _strict(data, marked or declared or "", len(mark))
    if data.count(0) > len(data) / 40 and (wide := _unmarked_utf16(data)):
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_damaged_utf8(data):
            raise UndecodableError(f"broken UTF-8 at byte {error.start}") from None
        if name := detect(data):
            return data.decode(name)
        raise UndecodableError(
            f"not UTF-8 (byte {error.start}), and the encoding cannot be told; name it with --encoding"
        ) from None
    controls = len(_CONTROLS.findall(text))
    if controls > 8 and controls > len(text) / 10:
        raise UndecodableError("binary data, not text")
    return text


def wide_encoding(start: bytes, declared: str | None = None) -> str | None:
    """The encoding of a stream that begins like this, if it is one whose line ends are more than one byte."""
    name = _mark(start)[1] or declared or ""
    return name if re.match("utf[-_]?(16|32)", name, re.IGNORECASE) else None


def lines(stream: io.BufferedReader | gzip.GzipFile, wide: str | None = None) -> Iterator[bytes]:
    """Lines of bytes without their line feed; a byte order mark before the first is taken off.

    A stream in a wide encoding is given as UTF-8, for its bytes cannot be cut into lines.

    Raises:
        OSError: the stream is not in the wide encoding.
    """
    stream.read(len(_mark(stream.peek(4)[:4])[0]))
    if wide is None:
        for line in stream:
            yield line.removesuffix(b"\n")
        return
    texts = io.TextIOWrapper(stream, wide, newline="\n")
    try:
        for text in texts:
            yield text.removesuffix("\n").encode("utf-8")
    except UnicodeError:
        raise OSError(f"not {wide}") from None
    finally:
        texts.detach()  # else it would close the stream, which is not ours


def _mark(data: bytes) -> tuple[bytes, str | None]:
    """The byte order mark at the start, and the encoding it stands for."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", None))


def _strict(data: bytes, name: str, skipped: int) -> str:
    try:
        return data[skipped:].decode(name)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"not {name} at byte {skipped + error.start}") from None
    except UnicodeError:  # a few codecs do not say where
        raise UndecodableError(f"not {name}") from None


def is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII belong to whole UTF-8 sequences: then it is UTF-8 with a hole, nothing else."""
    high = len(data.translate(None, _ASCII))
    whole = len(data.decode("utf-8", "ignore").encode("utf-8").translate(None, _ASCII))
    return whole > high / 2


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark. Its bytes are often valid UTF-8; what gives it away is a NUL in every blank."""
    for name in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, name)
        if text is not None and guess(text):
            return text
    return None


def detect(data: bytes) -> str | None:
    """The legacy encoding in which some bytes are language, or None where that is not certain; markup would hide it.

    >>> detect("أعلن الوزير في بيان".encode("cp1256"))
    'cp1256'
    """
    readings = [
        (score, name) for name, languages in _LEGACY if (text := _decoded(data, name)) and (score := _score(text, languages))
    ]
    return max(readings, key=lambda reading: reading[0])[1] if readings else _by_statistics(data)


def without_tags(data: bytes) -> bytes:
    """Markup without its tags and scripts, for `detect`."""
    return _TAG.sub(b" ", data)


def _decoded(data: bytes, name: str) -> str | None:
    """The bytes in an encoding, unless they are not in it or give control characters."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) else text


def _score(text: str, languages: frozenset[str]) -> float:
    """How sure it is that the text is one of the languages, not a heap of letters; 0 for not at all."""
    language = guess(text)
    if language not in languages:
        return 0.0
    if language not in _COMMON_WORDS:  # Latin script: the language was told by its common words already
        return 0.0 if _NOT_LATIN.search(text[:_SAMPLE]) else _LEAST_COMMON
    words = text[:_SAMPLE].split()
    share = sum(word in _COMMON_WORDS[language] for word in words) / len(words)
    return share if share >= _LEAST_COMMON else 0.0


def _by_statistics(data: bytes) -> str | None:
    """What charset-normalizer takes for an East Asian encoding, if it is right; its other guesses are too often wrong."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[: data.rfind(b"\n", 0, _SAMPLE) + 1] or data[:_SAMPLE]).best()
    if best is None or best.language not in _EAST_ASIAN:
        return None
    text = _decoded(data, best.encoding)
    common = re.findall(_EAST_ASIAN[best.language], text[:_SAMPLE]) if text else []
    return best.encoding if text and len(common) >= max(2, len(text[:_SAMPLE]) * _LEAST_COMMON) else None
