from __future__ import annotations

import time

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.place import Gazetteer, fold


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(Lexicon())


def test_fold_is_blind_to_case_accents_and_blanks() -> None:
    assert fold("São  Tomé") == "sao tome"
    assert fold("AL-Quds") == fold("al quds") == "al quds"


@pytest.mark.parametrize(
    ("name", "kind", "kind_of"),
    [
        ("Indonesia", "country", "GPE"),
        ("Jawa Barat", "province", "GPE"),
        ("Jabar", "province", "GPE"),
        ("Banyuwangi", "regency", "GPE"),
        ("Jakarta Utara", "city", "GPE"),
        ("Teheran", "city", "GPE"),
        ("Wina", "city", "GPE"),
        ("Timur Tengah", "region", "LOC"),
        ("Laut Merah", "sea", "LOC"),
    ],
)
def test_well_known_places_are_found(
    gazetteer: Gazetteer, name: str, kind: str, kind_of: str
) -> None:
    place = gazetteer.known(name)
    assert place is not None
    assert (place.kind, place.type) == (kind, kind_of)


def test_a_village_is_found_but_not_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Sukamaju")
    assert gazetteer.known("Sukamaju") is None


def test_links_only_where_one_place_fits(gazetteer: Gazetteer) -> None:
    link = gazetteer.link(["Jawa Tengah"])
    assert link is not None
    assert (link.authority, link.id) == ("kemendagri", "33")
    assert gazetteer.link(["Bandung"]) is None  # a city and a regency bear the name
    assert gazetteer.link(["Rawa Elok Jaya"]) is None
    assert gazetteer.link(["Sukamaju"], ["73.22"]) is not None


def test_lookups_are_quick(gazetteer: Gazetteer) -> None:
    gazetteer.find("Bali")
    start = time.perf_counter()
    for number in range(2000):
        gazetteer.find(f"Kota {number}")
    assert time.perf_counter() - start < 1.0


def test_a_users_place_is_known(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "place.tsv").write_text(
        "name\tkind\tparent\tenglish\nTeluk Sunyi Elok\tsea\tID\t\n", encoding="utf-8"
    )
    place = Gazetteer(Lexicon(tmp_path)).known("Teluk Sunyi Elok")
    assert place is not None
    assert place.type == "LOC"


def test_a_wrong_kind_says_where(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "place.tsv").write_text(
        "name\tkind\tparent\tenglish\nRawa Elok\tlake\tID\t\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"place\.tsv:2: kind is 'lake'"):
        Gazetteer(Lexicon(tmp_path))
