"""Keys of identity: which entities of two articles are one, told from their own rows."""

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.record import Article, Entity, Link, Mention, Record, Role, article_id
from simak.store.key import Keys
from simak.store.name import BodyNames, Spelling, form
from simak.store.office import Offices

LEXICON = Lexicon()
KEYS = Keys(LEXICON)
NUMBERS = iter(range(10_000))


def entity(name, kind="ORG", **more):
    return Entity(
        id="e0", type=kind, name=name, mentions=(Mention(span=(0, 3), kind="name"),), **more
    )


def keys(one, *others):
    """The keys of an entity in an article of its own."""
    text = f"Berita {next(NUMBERS)}"
    record = Record(article=Article(id=article_id(text), text=text), entities=(one, *others))
    return set(KEYS.of(record, one))


def same(one, other):
    return not keys(one).isdisjoint(keys(other))


def holder(name, title, body=None, kind="ORG"):
    """The keys of a person with an office."""
    roles = (Role(title=title, organization="e1" if body else None, span=(0, 3)),)
    bodies = ()
    if body:
        mentions = (Mention(span=(4, 6), kind="name"),)
        bodies = (Entity(id="e1", type=kind, name=body, mentions=mentions),)
    return keys(entity(name, "PER", roles=roles), *bodies)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sari Wulan", "SARI WULAN"),
        ("M. Sari Laut", "Muhammad Sari Laut"),
        ("Sari Laut", "Mohammad Sari Laut"),
        ("Soeparno Laoet", "Suparno Laut"),
        ("Syarif Djarot", "Sharif Jarot"),
        ("Budi M. Laut", "Budi Laut"),
        ("Ma'ruf Laut", "Maruf Laut"),
    ],
)
def test_spellings_of_a_person(one, other):
    assert same(entity(one, "PER"), entity(other, "PER"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sari Wulan", "Sari Wulan Dewi"), ("Sari", "Sari"), ("MA", "MA"), ("M. Laut", "M. Lama"),
        ("Budi Santosa", "Budi Santoso"),
    ],
)  # fmt: skip
def test_other_people(one, other):
    assert not same(entity(one, "PER"), entity(other, "PER"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Polda Jatim", "Polda Jawa Timur"),
        ("PT Melati Jaya Tbk", "Melati Jaya"),
        ("Badan Cuaca, Laut, dan Angin Melati", "Badan Cuaca Laut dan Angin Melati"),
        ("Kementerian PUPR", "Kementerian Pekerjaan Umum dan Perumahan Rakyat"),
        ("PN Rawa Elok", "Pengadilan Negeri Rawa Elok"),
        ("Bawaslu RI", "Bawaslu"),
        ("Dewan Melati RI", "Dewan Melati"),
    ],
)
def test_spellings_of_a_body(one, other):
    assert same(entity(one), entity(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Perhubungan", "Dinas Perhubungan"),
        ("Dinas Pariwisata dan Kebudayaan", "Dinas Pariwisata dan Kebudayaan"),
        ("PN", "PN"),
        ("Polres Melati", "Polres Rawa"),
        ("XQ", "XQ"),
    ],
)
def test_other_bodies(one, other):
    assert not same(entity(one), entity(other))


def test_an_acronym_joins_if_it_stands_for_one_thing():
    whole = entity("Koalisi Warga Melati", acronym="KWML")
    assert same(whole, entity("KWML"))
    assert same(entity("KWML", aliases=("Koalisi Warga Melati",)), entity("Koalisi Warga Melati"))
    # the table knows it under several expansions
    assert BodyNames(LEXICON, Spelling(LEXICON)).expansion("PMI") == ""
    assert not same(entity("Paguyuban Melati Indah", acronym="PMI"), entity("PMI"))
    # "Dinas PUPR" is not the ministry
    dinas = entity("Dinas Pekerjaan Umum dan Perumahan Rakyat Melati", acronym="PUPR")
    assert not same(dinas, entity("Kementerian PUPR"))
    # of one well-known body and another that only has its acronym
    assert not same(entity("Dewan Pimpinan Daerah Partai Melati", acronym="DPD"), entity("DPD"))


def test_an_alias_that_has_nothing_of_the_name_ties_nothing():
    assert not same(entity("Tim Melati", aliases=("Budi Laut",)), entity("Budi Laut"))
    assert not same(entity("Sari Wulan", "PER", aliases=("Budi Laut",)), entity("Budi Laut", "PER"))
    assert same(entity("Sari Wulan", "PER", aliases=("Wulan Dewi",)), entity("Wulan Dewi", "PER"))


def test_offices_that_one_holds_tell_who_somebody_is():
    assert holder("Wulan", "Bupati", "Rawa Elok") & holder("Sari Wulan", "bupati", "Rawa Elok")
    assert holder("Wulan", "mantan Bupati", "Rawa Elok") & holder("Wulan", "Bupati", "Rawa Elok")
    assert holder("Wulan", "Menko Polhukam") & holder(
        "Sari Wulan", "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan"
    )
    assert holder("Wulan", "Menhub") & holder("Sari Wulan", "Menteri Perhubungan")
    assert not holder("Wulan", "Anggota", "DPR") & holder("Sari Wulan", "Anggota", "DPR")
    assert not holder("Wulan", "Wakil Ketua", "DPR") & holder("Sari Wulan", "Wakil Ketua", "DPR")
    assert not holder("Wulan", "pengacara") & holder("Sari Wulan", "pengacara")
    assert not holder("Wulan", "Menteri") & holder("Sari Wulan", "Menteri")
    kepala = "Kepala", "Dinas Perhubungan"
    assert not holder("Wulan", *kepala) & holder("Sari Wulan", *kepala)


def test_sites_of_one_name():
    assert same(entity("Gedung Melati", "LOC"), entity("Gedung Melati", "LOC"))
    assert not same(entity("Jalan Melati", "LOC"), entity("Jalan Melati", "LOC"))
    assert not same(entity("Masjid Nurul Melati", "LOC"), entity("Masjid Nurul Melati", "LOC"))


def test_what_the_lexicon_knows_has_its_name():
    link = Link(authority="kemendagri", id="32", basis="lexicon")
    assert KEYS.known_as(entity("Pemprov Jabar", "GPE", link=link)) == "Jawa Barat"
    assert KEYS.known_as(entity("KPK")) == "Komisi Pemberantasan Korupsi"
    assert KEYS.known_as(entity("Koalisi Melati")) is None


@pytest.mark.parametrize(
    "name", ["", "😀", "-", "RI", "PT", "republik indonesia", "\x00", "İ" * 50]
)
def test_any_name(name):
    assert form(form(name)) == form(name)
    for kind in ("PER", "ORG", "LOC", "GPE", "NORP", "POST"):
        assert keys(entity(name, kind, aliases=(name, "x"), acronym=name))


@pytest.mark.parametrize(
    ("file", "row", "maker"),
    [
        ("sole_office.tsv", "title\talone\nbupati\tno\n", lambda lexicon: Keys(lexicon)),
        ("name_form.tsv", "kind\twritten\tbecomes\nletter\ta\tb\n", Spelling),
        ("acronym.tsv", "acronym\texpansion\n\tRapat\n",
         lambda lexicon: BodyNames(lexicon, Spelling(lexicon)).expansion("R")),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named(tmp_path, file, row, maker):
    (tmp_path / file).write_text(row, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"{file}:2"):
        maker(Lexicon(tmp_path))


def test_offices_are_written_out():
    offices = Offices(LEXICON, Spelling(LEXICON))
    assert offices.normal("Menkeu") == offices.normal("menteri keuangan")
    assert list(offices.of("Wakil Ketua", "x")) == []
