"""Descriptions of groups: how far they go."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.reading.mention import MentionReader

from .test_mention import found, plain_page


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Kini ribuan sopir dan buruh menolak.", "ribuan sopir dan buruh"),
        ("Kini warga di Kota Lanang menolak.", "warga di Kota Lanang"),
        ("Kini kelompok bersenjata menolak.", "kelompok bersenjata"),
        ("Kini 43 pengunjuk rasa menolak.", "43 pengunjuk rasa"),
        ("Kini 2.300 warga mengungsi.", "2.300 warga"),
    ],
)
def test_groups(text: str, group: str) -> None:
    reader = MentionReader(Lexicon())
    assert (group, "description", "GROUP") in found(reader, plain_page(text))


def test_what_a_body_is_called_by_is_no_second_body() -> None:
    reader = MentionReader(Lexicon())
    names = found(reader, plain_page("Kini perusahaan tambang PT Tenun Jatayasa menolak."))
    assert names == [("PT Tenun Jatayasa", "name", "ORG")]


def test_capitals_make_no_pronoun_and_money_no_state() -> None:
    reader = MentionReader(Lexicon())
    page = plain_page("Kemarin IA - CEPA dan harga US$ 15 tiba. Kini ia menolak.")
    words = [words for words, _, _ in found(reader, page)]
    assert words.count("ia") == 1
    assert "IA" not in words
    assert "US" not in words


def test_what_an_acronym_stands_for_may_be_a_thing() -> None:
    page = plain_page("Kemarin Pajak Barang Tambahan (PBT) tiba. Kini PBT menolak.", (), ["PBT"])
    assert not [one for one in found(MentionReader(Lexicon()), page) if one[0] == "PBT"]
    page = plain_page("Kemarin Dewan Laut Tambahan (DLT) tiba. Kini DLT menolak.", (), ["DLT"])
    assert [one for one in found(MentionReader(Lexicon()), page) if one[0] == "DLT"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kemarin seratusan mahasiswa menolak.", "seratusan mahasiswa"),
        ("Kemarin penegak hukum menolak.", "penegak hukum"),
        ("Kemarin pelaku bom bunuh diri menolak.", "pelaku bom bunuh diri"),
    ],
)
def test_groups_without_a_name(text: str, words: str) -> None:
    mentions = found(MentionReader(Lexicon()), plain_page(text))
    assert (words, "description", "GROUP") in mentions
