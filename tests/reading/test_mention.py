"""Names, descriptions, pronouns: on pages made by hand, whose labels stand in for the model's."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.indonesian.language import Indonesian, IndonesianTokenizer
from simak.lexicon import Lexicon
from simak.reading.acronym import abbreviates, is_acronym
from simak.reading.finding import Mention
from simak.reading.mention import MentionReader
from simak.reading.page import Page

TOKENIZER = IndonesianTokenizer(Indonesian().vocab)
WORDS = (
    "Menteri Kepala Badan Sutini Arga Bali ( ) , . - dan di KPK para warga itu nya mereka Presiden"
    " \n \" ' 😀 Polda Jalan berinisial 34 dari RI AS pemerintah yang kata"
)
VERBS = ("mengatakan", "bertemu", "menolak", "tiba", "bekerja", "menyatakan", "menang", "meminta")


@pytest.fixture(scope="module")
def reader() -> MentionReader:
    return MentionReader(Lexicon())


def plain_page(text: str, persons: Sequence[str] = (), bodies: Sequence[str] = ()) -> Page:
    """Return a page with one sentence a full stop, rough tags, ``persons`` PER, ``bodies`` ORG."""
    doc = TOKENIZER(text)
    start = True
    for token in doc:
        token.is_sent_start = start
        start = token.text == "."
        if token.text in VERBS:
            token.pos_ = "VERB"
        elif token.text[:1].isupper():
            token.pos_ = "PROPN"
        elif token.text[:1].isalpha():
            token.pos_ = "ADP" if token.text in ("di", "ke", "dari", "dan", "pada") else "NOUN"
    spans = []
    labelled = [(name, "PER") for name in persons] + [(name, "ORG") for name in bodies]
    for name, label in labelled:
        at = text.find(name)
        span = doc.char_span(at, at + len(name), label=label)
        assert span is not None
        spans.append(span)
    doc.ents = spans
    return Page(doc)


def found(reader: MentionReader, page: Page) -> list[tuple[str, str, str | None]]:
    return [
        (page.text[slice(*mention.span)], mention.kind, mention.type)
        for mention in reader.read(page)
    ]


def names(reader: MentionReader, page: Page) -> list[tuple[str, str | None]]:
    return [(w, t) for w, kind, t in found(reader, page) if kind in ("name", "acronym")]


def test_a_title_is_no_part_of_a_name(reader: MentionReader) -> None:
    page = plain_page("Menteri Kesehatan Sutini Arga tiba di Surabaya.", ["Sutini Arga"])
    assert names(reader, page) == [("Sutini Arga", "PER"), ("Surabaya", "GPE")]


def test_a_body_ends_where_the_person_begins(reader: MentionReader) -> None:
    page = plain_page(
        "Kepala Badan Pengelola Air Bersih Sutini Arga bertemu warga.", ["Sutini Arga"]
    )
    assert names(reader, page) == [
        ("Badan Pengelola Air Bersih", "ORG"),
        ("Sutini Arga", "PER"),
    ]


def test_a_place_inside_a_body_is_no_mention_but_behind_a_title_it_is(
    reader: MentionReader,
) -> None:
    page = plain_page("Polda Bali bekerja. Gubernur Bali Sutini Arga menolak.", ["Sutini Arga"])
    assert names(reader, page) == [
        ("Polda Bali", "ORG"),
        ("Bali", "GPE"),
        ("Sutini Arga", "PER"),
    ]


def test_an_acronym_is_typed_by_what_it_stands_for(reader: MentionReader) -> None:
    page = plain_page(
        "Dewan Nelayan Bersatu (DNB) menolak. DNB meminta waktu. Awak perahu kayu (APK) menolak."
        " APK bekerja."
    )
    result = found(reader, page)
    assert ("DNB", "acronym", "ORG") in result
    assert result.count(("APK", "acronym", "GROUP")) == 2


def test_the_government_belongs_to_the_name(reader: MentionReader) -> None:
    page = plain_page("Kemarin pemerintah Norwegia menolak. Pemerintah Norwegia meminta waktu.")
    assert names(reader, page) == [("pemerintah Norwegia", "GPE"), ("Pemerintah Norwegia", "GPE")]


def test_things_months_and_sentence_beginnings_are_no_names(reader: MentionReader) -> None:
    page = plain_page("Antara lain harga BBM naik. Kemudian KTP hilang. Hasil itu baik.")
    assert names(reader, page) == []


def test_a_line_in_capitals_gives_no_names(reader: MentionReader) -> None:
    page = plain_page("GUBERNUR MENOLAK RENCANA BESAR ITU LAGI")
    assert found(reader, page) == []


def test_the_article_itself_shows_a_place(reader: MentionReader) -> None:
    page = plain_page(
        "Warga bekerja di Rawaelokan. Bupati Rawaelokan Sutini Arga menolak.", ["Sutini Arga"]
    )
    assert names(reader, page) == [
        ("Rawaelokan", "GPE"),
        ("Rawaelokan", "GPE"),
        ("Sutini Arga", "PER"),
    ]


def test_a_short_name_is_found_again(reader: MentionReader) -> None:
    page = plain_page("Sutini Wirakrama menolak. Kini Wirakrama meminta.", ["Sutini Wirakrama"])
    assert ("Wirakrama", "PER") in names(reader, page)


def test_initials_with_an_age_are_persons(reader: MentionReader) -> None:
    page = plain_page("Seorang pria berinisial QZ (34) menolak. QZ meminta waktu.")
    assert names(reader, page) == [("QZ", "PER"), ("QZ", "PER")]


def test_descriptions_with_number_and_extent(reader: MentionReader) -> None:
    page = plain_page("Kemarin dua nelayan tua menolak. Perusahaan itu meminta waktu.")
    result = {m.span: m for m in reader.read(page)}
    texts = {page.text[slice(*span)]: mention for span, mention in result.items()}
    assert texts["dua nelayan tua"].type == "GROUP"
    assert texts["dua nelayan tua"].number == "plur"
    assert texts["Perusahaan itu"].type == "ORG"


def test_clitics_that_refer_and_those_that_do_not(reader: MentionReader) -> None:
    page = plain_page("Sutini menolak, ujarnya. Besarnya biaya, akibatnya. Kunjungannya batal.")
    clitics = [m.span for m in reader.read(page) if m.kind == "clitic"]
    assert [page.text[a - 4 : b] for a, b in clitics] == ["ujarnya", "ngannya"]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("DNB", "Dewan Nelayan Bersatu"),
        ("Kemenlu", "Kementerian Luar Negeri"),
        ("Polhukam", "Politik, Hukum, dan Keamanan"),
    ],
)
def test_abbreviations(short: str, long: str) -> None:
    assert is_acronym(short) or short[0].isupper()
    assert abbreviates(short, long)
    assert not abbreviates("XQ", long)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=40,
    )
)
def test_any_order_of_words_gives_spans_of_the_text(words: list[str]) -> None:
    page = plain_page(" ".join(words))
    mentions = MENTIONS.read(page)
    heads = [mention.head for mention in mentions]
    assert len(heads) == len(set(heads))
    for mention in mentions:
        start, end = mention.span
        assert 0 <= start < end <= len(page.text)
        assert page.text[start:end].strip() == page.text[start:end]


MENTIONS = MentionReader(Lexicon())


def test_long_texts_take_linear_time(reader: MentionReader) -> None:
    sentence = (
        "Menteri Kesehatan Sutini Arga dan Kepala Polda Bali bertemu para warga di Surabaya. "
    )

    def seconds(times: int) -> float:
        page = plain_page(sentence * times)
        start = time.perf_counter()
        reader.read(page)
        return time.perf_counter() - start

    seconds(20)
    assert seconds(1600) < 30 * max(seconds(200), 0.02)


def test_mentions_are_plain_values() -> None:
    assert Mention((0, 1), 0, "name") == Mention((0, 1), 0, "name")
