import pytest

from ingest.errors import BinaryError
from ingest.intake.encoding import decode

TEXT = "هدد زعيم الحركة بالرد على القوات الأجنبية، وقال إن رجاله لن يقفوا مكتوفي الأيدي أمام ما جرى.\n"


@pytest.mark.parametrize(
    ("encoding", "remark"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "read as utf-16"),
        ("utf-16-le", "read as utf-16"),
        ("utf-16-be", "read as utf-16"),
        ("cp1256", "read as windows-1256"),
        ("iso8859_6", "read as iso-8859-6"),
    ],
)
@pytest.mark.parametrize("copies", [1, 3000], ids=["short", "long"])
def test_encodings_of_the_arabic_press_come_back_whole(encoding: str, remark: str, copies: int) -> None:
    decoded = decode((TEXT * copies).encode(encoding))
    assert (decoded.text == TEXT * copies, decoded.remark) == (True, remark)


def test_utf8_with_a_broken_byte_stays_utf8_and_is_told() -> None:
    decoded = decode(TEXT.encode() + b"\xd9")
    assert decoded.text == TEXT + "\ufffd"
    assert decoded.remark == "1 broken UTF-8 bytes replaced"


def test_empty_bytes_are_empty_text() -> None:
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "a picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
    ],
    ids=["pdf", "picture", "every-byte", "zeros"],
)
def test_what_is_no_text_is_refused_by_what_it_is(raw: bytes, told: str) -> None:
    with pytest.raises(BinaryError, match=told):
        decode(raw)
