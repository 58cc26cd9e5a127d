"""Those who act without a name: which words denote them, and where their description ends."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.reading.mention import MentionReader

from .test_mention import found, plain_page


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kini ribuan sopir yang mogok menolak.", "ribuan sopir"),
        ("Kini warga yang bekerja itu menolak.", "warga yang bekerja itu"),
        ("Kini warga yang menolak rencana itu tiba.", "warga"),
        ("Kini sebanyak 20 terduga pembakaran menolak.", "sebanyak 20 terduga pembakaran"),
        ("Kini mayoritas warga menolak.", "mayoritas warga"),
        ("Kini sebagian besar warga menolak.", "sebagian besar warga"),
        ("Kini pelaku sebesar itu menolak.", "pelaku"),
        ("Kini pemegang saham menolak.", "pemegang saham"),
        ("Sutini meminta publik.", "publik"),
    ],
)
def test_groups(text: str, words: str) -> None:
    mentions = found(MentionReader(Lexicon()), plain_page(text))
    assert (words, "description") in [one[:2] for one in mentions]


def test_what_kind_a_thing_is_of_is_no_actor() -> None:
    page = plain_page("Kini informasi publik tiba.")
    assert not found(MentionReader(Lexicon()), page)


@pytest.mark.parametrize(
    "words",
    [
        "keluarga Sutini Wirakrama",
        "istri Sutini Wirakrama",
        "pendukung Sutini Wirakrama",
        "tim sukses Sutini Wirakrama",
        "dua pelaku pembunuhan keluarga Sutini Wirakrama",
    ],
)
def test_whose_they_are_belongs_to_them(words: str) -> None:
    page = plain_page(f"Kini {words} menolak.", ["Sutini Wirakrama"])
    mentions = found(MentionReader(Lexicon()), page)
    assert (words, "description") in [one[:2] for one in mentions]


def test_a_profession_before_a_name_is_no_description() -> None:
    page = plain_page("Kini pengacara senior Sutini Wirakrama menolak.", ["Sutini Wirakrama"])
    assert [one[0] for one in found(MentionReader(Lexicon()), page)] == ["Sutini Wirakrama"]


def test_people_of_a_body_are_not_the_body() -> None:
    reader = MentionReader(Lexicon())
    page = plain_page("Kini massa Partai Tenun menolak.", (), ["Partai Tenun"])
    assert ("massa Partai Tenun", "description", "GROUP") in found(reader, page)
    page = plain_page("Kini militan Laskar Tenun menolak.", (), ["Laskar Tenun"])
    assert [one[0] for one in found(reader, page)] == ["Laskar Tenun"]
