from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from simak.errors import LexiconError
from simak.gazetteer import PLACE_COLUMNS, Gazetteer, Position, fold
from simak.gazetteer.table import COLUMNS, by_key
from simak.lexicon import SHIPPED, Lexicon, read_rows
from simak.record import Link

HEADER = "\t".join(PLACE_COLUMNS)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def own(folder: Path, *rows: str) -> Gazetteer:
    (folder / "place.tsv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return Gazetteer(Lexicon(folder))


def test_fold_is_blind_to_case_accents_and_blanks() -> None:
    assert fold("São  Tomé") == "sao tome"
    assert fold("AL-Quds") == fold("al quds") == "al quds"


@pytest.mark.parametrize(
    ("name", "kind", "kind_of", "link"),
    [
        ("Indonesia", "country", "GPE", "iso3166:ID"),
        ("Jawa Barat", "province", "GPE", "kemendagri:32"),
        ("Jabar", "province", "GPE", "kemendagri:32"),
        ("Banyuwangi", "regency", "GPE", "kemendagri:35.10"),
        ("Jakarta Utara", "city", "GPE", "kemendagri:31.72"),
        ("Solo", "city", "GPE", "kemendagri:33.72"),
        ("Teheran", "city", "GPE", "geonames:112931"),
        ("Wina", "city", "GPE", "geonames:2761369"),
        ("Mekkah", "city", "GPE", "geonames:104515"),
        ("Kalifornia", "territory", "GPE", "iso3166:US-CA"),
        ("Timur Tengah", "region", "LOC", "wikidata:Q7204"),
        ("Laut Merah", "sea", "LOC", "wikidata:Q23406"),
        ("Pulau Pramuka", "island", "LOC", "kemendagri:31.01.40087"),
    ],
)
def test_well_known_places_are_found(
    gazetteer: Gazetteer, name: str, kind: str, kind_of: str, link: str
) -> None:
    place = gazetteer.known(name)
    assert place is not None
    assert (place.kind, place.type) == (kind, kind_of)
    assert f"{place.authority}:{place.id}" == link


def test_a_village_is_found_but_not_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Sukamaju")
    assert gazetteer.known("Sukamaju") is None
    assert gazetteer.find("Rawa Elok Sekali Jaya") == ()


def test_other_names_lead_to_one_place_with_its_own_name(gazetteer: Gazetteer) -> None:
    (mekah,) = {place.name for name in ("Mekkah", "Makkah") for place in gazetteer.find(name)[:1]}
    assert mekah == "Mekah"
    assert gazetteer.find("Jogja")[0].name == "Daerah Istimewa Yogyakarta"


def test_a_contested_place_lies_in_no_country(gazetteer: Gazetteer) -> None:
    for name in ("Yerusalem", "Al-Quds", "Krimea", "Kashmir", "Dataran Tinggi Golan"):
        place = gazetteer.find(name)[0]
        assert gazetteer.around(place) == ()


def test_an_identifier_leads_to_the_place_and_what_lies_around(gazetteer: Gazetteer) -> None:
    place = gazetteer.at(Link(authority="kemendagri", id="32.17.08", basis="lexicon"))
    assert place is not None
    assert place.title == "Kecamatan Padalarang"
    assert [unit.title for unit in gazetteer.around(place)] == [
        "Kabupaten Bandung Barat",
        "Provinsi Jawa Barat",
        "Indonesia",
    ]
    wina = gazetteer.get("geonames", "2761369")
    assert wina is not None
    assert [unit.name for unit in gazetteer.around(wina)] == ["Austria"]
    assert gazetteer.at(None) is None
    assert gazetteer.get("geonames", "") is None
    assert gazetteer.get("kemendagri", "99.99") is None


def test_city_and_regency_of_one_name_are_told_apart_by_title(gazetteer: Gazetteer) -> None:
    titles = [place.title for place in gazetteer.find("Bandung")[:2]]
    assert titles == ["Kota Bandung", "Kabupaten Bandung"]


def test_position_of_a_place_or_of_what_lies_around(gazetteer: Gazetteer) -> None:
    country = gazetteer.known("Indonesia")
    assert country is not None
    assert gazetteer.position(country) == Position(-5.0, 120.0, True)
    village = gazetteer.get("kemendagri", "31.71.06.1001")
    assert village is not None
    position = gazetteer.position(village)
    assert position is not None
    assert not position.exact
    assert abs(position.latitude + 6.18) < 0.1
    assert abs(position.longitude - 106.83) < 0.1


def test_every_regency_and_province_has_a_position(gazetteer: Gazetteer) -> None:
    for code in range(11, 97):
        for part in (None, *range(1, 30), *range(71, 80)):
            place = gazetteer.get("kemendagri", f"{code}" if part is None else f"{code}.{part:02}")
            if place is not None and place.kind != "island":
                assert place.latitude is not None, place
                assert -11.5 < place.latitude < 6.5, place
                assert place.longitude is not None
                assert 94.5 < place.longitude < 141.5, place


def test_our_rows_are_all_compiled(gazetteer: Gazetteer) -> None:
    for row in read_rows(SHIPPED / "place.tsv", PLACE_COLUMNS):
        found = by_key(fold(row["name"]))
        if row["link"]:
            assert row["link"] in {f"{place.authority}:{place.id}" for place in found}, row
        else:
            assert (row["name"], row["kind"]) in {(place.name, place.kind) for place in found}, row


def test_the_table_is_small_and_sorted() -> None:
    path = SHIPPED / "gazetteer.tsv.gz"
    assert path.stat().st_size < 3_000_000
    import gzip

    lines = gzip.decompress(path.read_bytes()).split(b"\n")
    assert lines[0].decode().split("\t") == list(COLUMNS)
    assert lines[1:-1] == sorted(lines[1:-1])


def test_lookups_are_quick(gazetteer: Gazetteer) -> None:
    gazetteer.find("Bali")
    start = time.perf_counter()
    for number in range(2000):
        gazetteer.find(f"Kota {number}")
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize("name", ["", " ", "\t", "a\tb", "\x00", "\U0001f600", "\ud800", "zzzz"])
def test_no_name_raises(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()
    assert gazetteer.get("kemendagri", name) is None


def test_a_user_gives_a_place_another_name(tmp_path: Path) -> None:
    places = own(tmp_path, "Kota Sejuk Elok\t\t\tkemendagri:32.73")
    place = places.known("Kota Sejuk Elok")
    assert place is not None
    assert (place.name, place.kind, place.id) == ("Bandung", "city", "32.73")


def test_a_user_adds_a_place_of_his_own(tmp_path: Path) -> None:
    places = own(
        tmp_path,
        "Teluk Sunyi Elok\tsea\tID",
        "Waduk Rawa Elok\tsite\t32.17\tgeonames:99999999\t-6.8\t107.4",
    )
    sea, lake = places.known("Teluk Sunyi Elok"), places.known("Waduk Rawa Elok")
    assert sea is not None
    assert (sea.type, sea.id) == ("LOC", "")
    assert lake is not None
    assert places.get("geonames", "99999999") == lake
    assert places.position(lake) == Position(-6.8, 107.4, True)
    assert [unit.name for unit in places.around(lake)] == [
        "Bandung Barat",
        "Jawa Barat",
        "Indonesia",
    ]


def test_a_users_row_takes_the_place_of_ours(tmp_path: Path) -> None:
    (place,) = own(tmp_path, "Wina\t\t\tkemendagri:95.04.07").find("Wina")
    assert place.kind == "district"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Rawa Elok\tlake\tID", r"place\.tsv:2: kind is 'lake'"),
        ("Rawa Elok", r"place\.tsv:2: give the kind of the place, or the link"),
        ("Rawa Elok\t\t\tosm:12", r"place\.tsv:2: link is 'osm:12'"),
        ("Rawa Elok\tcity\tID\t\tsouth", r"place\.tsv:2: latitude is 'south'"),
        ("Rawa Elok\tcity\tID\t\t6\t200", r"place\.tsv:2: longitude is '200'"),
        ("Rawa Elok\tcity\tID\t\tnan", r"place\.tsv:2: latitude is 'nan'"),
    ],
)
def test_a_wrong_row_says_where(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        own(tmp_path, row)


def test_an_identifier_that_leads_nowhere_says_where(tmp_path: Path) -> None:
    places = own(tmp_path, "Rawa Elok\t\t\tkemendagri:99.99")
    with pytest.raises(LexiconError, match=r"place\.tsv:2: no place has the identifier"):
        places.find("Rawa Elok")


def test_needs_no_spacy() -> None:
    code = "import simak.gazetteer, sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
