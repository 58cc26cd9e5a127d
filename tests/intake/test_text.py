import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.errors import InputError
from simak.intake.text import decode

NEWS = "Wali Kota Melati, Sari Wulan, berkata, “Jembatan – itu – dibuka.”"


def test_utf8_and_line_ends():
    assert decode(b"a\r\nb\rc\n", "x") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_is_obeyed_and_dropped(mark, encoding):
    assert decode(mark + NEWS.encode(encoding), "x") == NEWS


def test_cp1252_keeps_typographic_quotes():
    assert decode((NEWS * 3).encode("cp1252"), "x") == NEWS * 3


@pytest.mark.parametrize(
    "data", [b"", b"  \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", b"\0"]
)
def test_nothing_to_read(data):
    with pytest.raises(InputError, match=r"^x: "):
        decode(data, "x")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04abc", "office"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08", "unpack"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (bytes(range(256)) * 20, "binary"),
        (NEWS.encode("utf-16-le"), "UTF-16"),
        (b"<!DOCTYPE html><html><body>Rapat</body></html>", "HTML"),
        (b'<?xml version="1.0"?>\n<html>', "HTML"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    with pytest.raises(InputError, match=what):
        decode(data, "x")


def test_broken_utf8_says_where():
    data = NEWS.encode() + b"\nbaris \xe2\x80 dua\n" + NEWS.encode()
    with pytest.raises(InputError, match="line 2"):
        decode(data, "x")


def test_a_stray_nul_stays():
    assert decode(b"Rapat \0dibuka.", "x") == "Rapat \0dibuka."


@given(st.text(min_size=1))
def test_utf8_text_is_never_changed_but_for_line_ends(text):
    data = text.encode("utf-8", "ignore")
    try:
        read = decode(data, "x")
    except InputError:
        return
    plain = data.decode().removeprefix("\ufeff")
    assert read == plain.replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary())
def test_any_bytes_give_text_or_an_input_error(data):
    try:
        assert "\r" not in decode(data, "x")
    except InputError as error:
        assert str(error).startswith("x: ")
