"""Text to record: whatever goes in, spans hold; what cannot be read says so."""

import contextlib
import datetime
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import simak
from simak.errors import InputError, LanguageError
from simak.reader import LONGEST, About, Reader, pieces
from simak.record import Record, check, encode, spans

ARTICLE = """\
Rawa Elok, Kabar Samudra -- Bupati Rawa Elok Sri Lampita bertemu Ketua Serikat Nelayan Muara \
(SNM) Badrun Wiguna pada Selasa (5/3/2024).
"Kami akan memperbaiki dermaga itu bulan depan," kata Sri kepada wartawan.
Ia mengatakan bahwa anggaran sudah disetujui.
Baca juga: Sepuluh Resep Ikan Bakar
Badrun menyebut janji itu "angin surga".
Sumber: Kabar Samudra"""

# Pieces that break offsets elsewhere: astral characters, marks, controls, odd quotation marks.
NASTY = st.lists(
    st.sampled_from(
        [
            "kata Sri.", "“", "”", '"', "'", "‘", "’", "\u200f", "\u202e", "\ufeff", "\x00", "🙂",
            "👩‍👩‍👧", "é", "e\u0301", "\r\n", "\r", "\n", "\u2028", "\u00a0", "\u00ad",
            "(5/3/2024)", "Rp1,5 triliun",
            "ia mengatakan bahwa", "menyetujuinya", "Bupati Rawa Elok", "(SNM)", "Baca juga: x\n",
            "[Gambas:Video]", "--", "...", "ﬁ", "𝕊", "ß", "İ", "ujarnya,", " ", "  ", "Sumber: ",
            "tidak bertemu", "pada 20 Juni", "مرحبا", "שלום", "@akun", "#tagar", "http://a.id/b",
        ]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


def words(record: Record, name: str) -> list[str]:
    return [record.words(span) for path, span in spans(record) if path.endswith(name)]


def test_reads_an_article(reader: Reader) -> None:
    record = reader.read(ARTICLE)
    assert record.article.text == ARTICLE
    assert "Kami akan memperbaiki dermaga itu bulan depan" in words(record, ".content")
    assert "anggaran sudah disetujui" in words(record, ".content")
    assert "Kabar Samudra" in words(record, "credited_sources")
    people = [entity for entity in record.entities if entity.type == "PER"]
    assert {entity.name for entity in people} == {"Sri Lampita", "Badrun Wiguna"}


def test_furniture_gives_no_row(reader: Reader) -> None:
    start = ARTICLE.index("Baca juga")
    end = ARTICLE.index("\n", start)
    record = reader.read(ARTICLE)
    assert not [(path, span) for path, span in spans(record) if span[0] < end and span[1] > start]


def test_the_same_text_gives_the_same_bytes(reader: Reader) -> None:
    first = encode(reader.read(ARTICLE, published="2024-03-06"))
    reader.read("Gubernur Tanjung Biru tiba di Rawa Elok kemarin.")
    assert encode(reader.read(ARTICLE, published="2024-03-06")) == first


def test_line_ends_become_one_and_spans_hold(reader: Reader) -> None:
    windows = reader.read(ARTICLE.replace("\n", "\r\n"))
    assert windows.article.text == ARTICLE
    assert encode(windows) == encode(reader.read(ARTICLE))


@pytest.mark.parametrize("date", ["2024-03-06", datetime.date(2024, 3, 6)])
def test_a_given_date_is_kept(reader: Reader, date: str | datetime.date) -> None:
    record = reader.read(ARTICLE, published=date)
    assert (record.article.published.value, record.article.published.basis) == (
        "2024-03-06",
        "given",
    )


def test_without_a_date_the_year_stays_unknown(reader: Reader) -> None:
    record = reader.read("Bupati Rawa Elok bertemu warga pada 20 Juni di balai desa.")
    assert [time.value for time in record.times] == ["XXXX-06-20"]
    assert record.article.published.value is None


def test_a_date_that_is_none_is_refused(reader: Reader) -> None:
    with pytest.raises(InputError, match="2023-06-21"):
        reader.read(ARTICLE, published="kemarin")


@pytest.mark.parametrize("text", ["", " ", "\n\t\n", "\r\n"])
def test_empty_text_is_refused(reader: Reader, text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        reader.read(text)


def test_a_text_in_english_is_refused_unless_forced(reader: Reader) -> None:
    text = "The minister said on Tuesday that the government would repair the harbour next month."
    with pytest.raises(LanguageError) as error:
        reader.read(text)
    assert error.value.language == "en"
    check(reader.read(text, force=True))


def test_lone_surrogates_are_refused(reader: Reader) -> None:
    with pytest.raises(InputError, match="surrogate"):
        reader.read("kata Sri \ud800 kepada warga")


def test_a_text_too_long_is_refused(reader: Reader) -> None:
    with pytest.raises(InputError, match="Split"):
        reader.read("kata " * (LONGEST // 5 + 1))


@given(NASTY)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_span_holds_on_any_text(reader: Reader, text: str) -> None:
    try:
        record = reader.read(text, force=True)
    except InputError:
        assert not text.strip()
        return
    check(record)
    assert record.article.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_read_or_refused(reader: Reader, text: str) -> None:
    with contextlib.suppress(InputError):
        check(reader.read(text, force=True))


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(1, 20), st.data())
def test_pieces_cover_the_text_without_gap(text: str, longest: int, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    skip = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    found = list(pieces(text, skip, longest))
    assert "".join(text[a:b] for a, b in found) == text
    assert all(b - a <= longest for a, b in found)
    edges = {edge for piece in found for edge in piece}
    assert {edge for span in skip for edge in span} <= edges or not text


def test_a_long_text_is_read_in_pieces(reader: Reader) -> None:
    text = ARTICLE + "\n" + "Warga Rawa Elok menunggu kabar tentang dermaga itu. " * 1500
    record = reader.read(text)
    assert record.article.text == text
    assert "anggaran sudah disetujui" in words(record, ".content")


def test_the_library_has_a_reader_of_its_own() -> None:
    record = simak.read(ARTICLE, published="2024-03-06")
    assert isinstance(record, Record)


def test_importing_simak_loads_no_spacy() -> None:
    code = "import sys, simak; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["False", "False"]


def test_the_spacy_component_sets_the_record() -> None:
    from simak import indonesian

    nlp = indonesian.load()
    nlp.add_pipe("simak")
    doc = nlp.make_doc(ARTICLE)
    doc._.about = About(published="2024-03-06", outlet="Kabar Samudra")
    record = nlp(doc)._.simak
    assert record.article.outlet == "Kabar Samudra"
    assert "anggaran sudah disetujui" in words(record, ".content")


def test_the_spacy_component_works_in_a_strange_pipeline() -> None:
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("simak")
    record = nlp(ARTICLE)._.simak
    assert "anggaran sudah disetujui" in words(record, ".content")


@pytest.mark.parametrize("holder", ["Sari Wulan", "Bima Aryadi", "Guntur Laut"])
def test_a_holder_behind_a_comma_keeps_a_name_that_begins_like_a_place(reader, holder):
    record = reader.read(f"Wali Kota Rawa Elok, {holder}, menolak rencana itu.", force=True)
    people = [entity for entity in record.entities if entity.type == "PER"]
    assert [(entity.name, entity.roles[0].title) for entity in people] == [(holder, "Wali Kota")]


def test_who_holds_the_office_in_front_is_the_subject(reader):
    record = reader.read(
        'Delapan orang ditahan, kata Rudi Maheswarno. "Mereka akan kami lepas," kata Rudi.\n'
        "Wali Kota Bandung Siti Halmahendra kemudian menemui buruh. Ia berjanji membantu mereka.",
        force=True,
    )
    siti = next(entity for entity in record.entities if "Siti" in entity.name)
    assert "Ia" in [record.words(mention.span) for mention in siti.mentions]
