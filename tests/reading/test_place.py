"""Which place a name means. Bodies and people are invented, places are the gazetteer's."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from reading.page_maker import make_cast, make_page
from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.dateline import DatelineFinding
from simak.reading.page import Page
from simak.reading.place.resolution import PlaceReader
from simak.record import EntityType, Link

READER = PlaceReader(Lexicon())


def page_of(text: str) -> Page:
    """Return a page whose tree does not matter."""
    words = text.replace(",", " ,").replace("(", "( ").replace(")", " )").split()
    cells = [f"{word}/PROPN/{'root/0' if n == 0 else 'dep/1'}" for n, word in enumerate(words)]
    return make_page(" ".join(cells))


def links(page: Page, *entries: str, type: EntityType = "GPE") -> list[str | None]:
    cast = READER.read(page, make_cast(page, *((type, entry) for entry in entries)))
    return [
        f"{one.link.authority}:{one.link.id} {one.link.basis}" if one.link else None
        for one in cast.referents
    ]


def test_one_entry_of_a_name_is_the_place() -> None:
    page = page_of("Rapat di Banyuwangi dan Teheran")
    assert links(page, "Banyuwangi", "Teheran") == [
        "kemendagri:35.10 lexicon",
        "geonames:112931 lexicon",
    ]


def test_a_word_of_level_tells_regency_from_city() -> None:
    page = page_of("Rapat di Kabupaten Sukabumi")
    assert links(page, "Kabupaten Sukabumi") == ["kemendagri:32.02 text"]
    assert links(page, "Sukabumi") == ["kemendagri:32.02 text"]
    assert links(page_of("Rapat di Kota Sukabumi"), "Sukabumi") == ["kemendagri:32.72 text"]
    assert links(page_of("Rapat di Solok"), "Solok") == [None]  # two small ones


def test_an_office_elsewhere_tells_regency_from_city() -> None:
    page = page_of("Bupati Sukabumi hadir . Rapat di Sukabumi")
    assert links(page, "Sukabumi") == ["kemendagri:32.02 text"]
    page = page_of("Wali Kota Sukabumi hadir . Rapat di Sukabumi")
    assert links(page, "Sukabumi") == ["kemendagri:32.72 text"]


def test_a_metropolis_before_the_regency_of_its_name() -> None:
    assert links(page_of("Rapat di Bandung"), "Bandung") == ["kemendagri:32.73 prominence"]


def test_the_unit_behind_a_comma_or_in_brackets_tells_which() -> None:
    page = page_of("Rapat di Sukamaju, Kabupaten Luwu Utara")
    assert links(page, "Sukamaju", "Luwu Utara")[0] == "kemendagri:73.22.06 text"
    page = page_of("Rapat di Desa Sukamaju, Kecamatan Sukamaju, Luwu Utara (Sulsel)")
    named = links(page, "Desa Sukamaju", "Kecamatan Sukamaju", "Luwu Utara", "Sulsel")
    assert named[1:] == [
        "kemendagri:73.22.06 text",
        "kemendagri:73.22 text",
        "kemendagri:73 lexicon",
    ]
    assert named[0] is not None and named[0].startswith("kemendagri:73.22.06.")


def test_units_in_one_breath_tell_which() -> None:
    name = "Desa Sukamaju Kecamatan Sukamaju Kabupaten Luwu Utara"
    (link,) = links(page_of(f"Rapat di {name}"), name)
    assert link is not None and link.startswith("kemendagri:73.22.06.")
    page = page_of("Rapat di Purworejo, Jawa Tengah")
    assert links(page, "Purworejo", "Jawa Tengah")[0] == "kemendagri:33.06 text"


def test_a_unit_elsewhere_makes_a_name_no_place() -> None:
    name = "Pendopo Kota Bandung"  # a hall, and a district of Sumatra
    assert links(page_of(f"Rapat di {name}, Jakarta"), name) == [None]


def test_a_site_is_no_village_unless_the_text_says_in_which_unit() -> None:
    page = page_of("Acara di Canggu, Bali")
    assert links(page, "Canggu", type="LOC") == [None]
    cast = make_cast(page, ("LOC", "Canggu"), ("GPE", "Bali"))
    (canggu, _) = READER.read(page, cast).referents
    assert canggu.link is not None and canggu.link.id == "51.03.06.2005"


def test_a_district_before_a_village_of_its_name_elsewhere() -> None:
    page = page_of("Banjir di Arjasa dan Jember")
    assert links(page, "Arjasa", "Jember")[0] == "kemendagri:35.09.22 anchored"


def test_a_state_behind_a_comma_tells_which() -> None:
    page = page_of("Rapat di Birmingham, Belgarde")
    cast = make_cast(page, ("GPE", "Birmingham"), ("GPE", "Belgarde"))
    state = replace(cast.referents[1], link=Link(authority="iso3166", id="US", basis="lexicon"))
    cast = READER.read(page, replace(cast, referents=(cast.referents[0], state)))
    assert cast.referents[0].link is not None
    assert cast.referents[0].link.id == "4049979"


def test_what_else_the_article_names_tells_a_village_and_a_district() -> None:
    page = page_of("Rapat di Kecamatan Sukaraja . Warga Garut hadir")
    assert links(page, "Kecamatan Sukaraja") == [None]
    page = page_of("Rapat di Kecamatan Sukaraja . Warga Seluma hadir")
    assert links(page, "Kecamatan Sukaraja", "Seluma")[0] == "kemendagri:17.05.01 anchored"


def test_the_dateline_tells_which() -> None:
    page = page_of("Seluma -- Rapat di Kecamatan Sukaraja")
    page = replace(page, dateline=DatelineFinding((0, 9), "Seluma", (0, 6)))
    assert links(page, "Kecamatan Sukaraja") == ["kemendagri:17.05.01 anchored"]


def test_a_bare_village_among_many_stays_open() -> None:
    assert links(page_of("Rapat di Sukamaju dan Jakarta"), "Sukamaju") == [None]
    assert links(page_of("Rapat di Rawa Elok Sekali"), "Rawa Elok Sekali") == [None]


def test_a_street_is_no_village() -> None:
    assert links(page_of("Jalan Sukamaju rusak"), "Sukamaju", type="LOC") == [None]


def test_a_place_bears_its_name_and_not_its_epithet() -> None:
    page = page_of("Wirya tiba di Pulau Dewata . Bali ramai")
    cast = READER.read(page, make_cast(page, ("GPE", "Pulau Dewata|Bali")))
    assert cast.referents[0].name == "Pulau Dewata"  # aliases are not known yet
    epithet = replace(cast.referents[0], link=None, aliases=("Bali",))
    cast = READER.read(page, replace(cast, referents=(epithet,)))
    assert (cast.referents[0].name, cast.referents[0].aliases) == ("Bali", ("Pulau Dewata",))


def test_many_mentions_of_an_ambiguous_name_are_quick() -> None:
    page = page_of("Desa Sukamaju, " * 2000)
    spans = [(at, at + 8) for at in range(len(page.text)) if page.text.startswith("Sukamaju", at)]
    cast = make_cast(page, ("GPE", "Sukamaju"))
    one = cast.referents[0]
    many = tuple(replace(one.mentions[0], span=span) for span in spans)
    start = time.perf_counter()
    READER.read(page, replace(cast, referents=(replace(one, mentions=many),)))
    assert time.perf_counter() - start < 2


_MATCH = "Pelatih senang . Pemain itu mencetak gol di laga kedua liga . Skor imbang . "


def test_a_town_that_plays_is_a_club() -> None:
    assert links(page_of(_MATCH + "Manajer Liverpool diam"), "Liverpool") == [None]
    assert links(page_of(_MATCH + "Wirya lahir di Liverpool"), "Liverpool") != [None]
    assert links(page_of("Manajer Liverpool diam"), "Liverpool") != [None]


def test_a_village_of_another_district_is_not_meant() -> None:
    page = page_of("Banjir di Alausalo, Kecamatan Belawa, Kabupaten Wajo")
    named = links(page, "Alausalo", "Kecamatan Belawa", "Kabupaten Wajo")
    assert named[0] is None
    assert named[1] == "kemendagri:73.13.07 text"
    page = page_of("Banjir di Kecamatan Raba, Kecamatan Mpunda dan Kota Bima")
    assert links(page, "Kecamatan Raba", "Kecamatan Mpunda", "Kota Bima") == [
        "kemendagri:52.72.04 text",
        "kemendagri:52.72.05 text",
        "kemendagri:52.72 text",
    ]


def test_a_link_that_is_known_stays() -> None:
    page = page_of("Rapat di Teheran")
    cast = make_cast(page, ("GPE", "Teheran"))
    link = Link(authority="iso3166", id="IR", basis="lexicon")
    cast = replace(cast, referents=(replace(cast.referents[0], link=link),))
    assert READER.read(page, cast) == cast


def test_a_users_alias_holds_without_code(tmp_path: Path) -> None:
    (tmp_path / "place.tsv").write_text(
        "name\tkind\tparent\tlink\tlatitude\tlongitude\nKota Sejuk Elok\t\t\tkemendagri:32.73\n",
        encoding="utf-8",
    )
    page = page_of("Rapat di Kota Sejuk Elok")
    cast = PlaceReader(Lexicon(tmp_path)).read(page, make_cast(page, ("GPE", "Kota Sejuk Elok")))
    assert cast.referents[0].link == Link(authority="kemendagri", id="32.73", basis="text")


def test_a_wrong_level_says_where(tmp_path: Path) -> None:
    (tmp_path / "place_level.tsv").write_text(
        "word\tlevels\tuse\nBanjar\tward\tunit\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"place_level\.tsv:2: levels are 'ward'"):
        PlaceReader(Lexicon(tmp_path))
