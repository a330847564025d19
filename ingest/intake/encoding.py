"""Bytes to text: strict UTF-8, UTF-16 by its mark, else the encoding that fits best.

The Arabic web of before 2010 is largely windows-1256, so what is not UTF-8 is tried as the Arabic
encodings by charset-normalizer. UTF-8 with a few broken bytes stays UTF-8: those become U+FFFD.
"""

import codecs
import re
from dataclasses import dataclass

from ingest.errors import BinaryError

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARABIC = ["cp1256", "iso8859_6", "utf_16_le", "utf_16_be", "cp720"]
_NAMES = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6", "utf_16_le": "utf-16", "utf_16_be": "utf-16"}
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 1 << 16  # bytes looked at to find an encoding
_BROKEN = 0.01  # share of U+FFFD up to which a text still counts as UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that gave it and, where that is not plain UTF-8, what to tell about it."""

    text: str
    encoding: str
    remark: str = ""


def decode(raw: bytes, *, stated: str | None = None) -> Decoded:
    """The text of ``raw``, without a byte order mark; empty gives empty. Raises ``BinaryError``.

    ``stated`` is the encoding that the document claims; it counts only where it fits and UTF-8 does not.
    """
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            return _decoded(raw, encoding)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(raw, stated)
    if _binary(raw):
        return _guessed(raw, stated)  # UTF-16 without a mark is valid UTF-8 where all is ASCII
    return Decoded(text, "utf-8")


def _decoded(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    if not encoding.startswith("utf-8"):
        return Decoded(text, encoding, f"read as {_NAMES.get(encoding, encoding)}")
    broken = text.count("\ufffd")
    return Decoded(text, encoding, f"{broken} broken UTF-8 bytes replaced" if broken else "")


def _guessed(raw: bytes, stated: str | None) -> Decoded:
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise BinaryError(f"{kind}, not text; save its text as UTF-8")
    replaced = _decoded(raw, "utf-8")
    if replaced.text.count("\ufffd") <= max(1, _BROKEN * len(replaced.text)) and not _binary(raw):
        return replaced
    encoding = _fitting(raw, stated) or _detected(raw)
    if encoding is None:
        raise BinaryError("binary, or text in no known encoding; save it as UTF-8")
    return _decoded(raw, encoding)


def _fitting(raw: bytes, stated: str | None) -> str | None:
    try:
        encoding = codecs.lookup(stated or "").name
        raw.decode(encoding)
    except (LookupError, ValueError):  # no such encoding, or one that is not for text
        return None
    return encoding if encoding in _ARABIC else None


def _detected(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    sample = raw[:_SAMPLE]
    wide = sample.count(0) > 0.02 * len(sample)  # Arabic in UTF-16 has its zero bytes in the spaces
    candidates = [name for name in _ARABIC if name.startswith("utf_16") == wide]
    best = from_bytes(sample[: len(sample) & ~1], cp_isolation=candidates, enable_fallback=False).best()
    return best.encoding if best else None


def _binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > 0.1 * len(sample)
