"""When and where an act took place. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_cast, make_page
from reading.test_event import READER, only
from simak.reading.page import Page

_MONDAY = [("Senin", "2024-05-06")]


def place_of(page: Page, *entries: tuple[str, str]) -> tuple[int | None, int | None]:
    """Return time and place of the only event."""
    event = only(page, *entries)  # type: ignore[arg-type]
    return event.time, event.place


def test_place_and_time_behind_commas() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 ,/PUNCT/punct/6"
        " di/ADP/case/6 Tirakarta/PROPN/obl/2 ,/PUNCT/punct/8 Belgarde/PROPN/appos/6"
        " pada/ADP/case/10 Senin/PROPN/obl/2 ./PUNCT/punct/2",
        times=_MONDAY,
    )
    found = place_of(
        page, ("ORG", "Partani"), ("PER", "Wirya"), ("GPE", "Tirakarta"), ("GPE", "Belgarde")
    )
    assert found == (0, 2)


def test_the_town_behind_a_site_that_is_nobody() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 di/ADP/case/5"
        " Klinik/NOUN/obl/2 Melati/PROPN/flat/5 ,/PUNCT/punct/8 Tirakarta/PROPN/appos/5"
        " ./PUNCT/punct/2"
    )
    found = place_of(page, ("ORG", "Partani"), ("PER", "Wirya"), ("GPE", "Tirakarta"))
    assert found == (None, 2)


def test_the_time_with_which_a_sentence_ends_is_the_main_verbs() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj:pass/2 ditangkap/VERB/root/0 Partani/PROPN/obl/2 ,/PUNCT/punct/6"
        " gara-gara/SCONJ/mark/6 mencuri/VERB/advcl/2 kayu/NOUN/obj/6 ,/PUNCT/punct/9"
        " Senin/PROPN/obl/2 ./PUNCT/punct/2",
        times=_MONDAY,
    )
    assert place_of(page, ("PER", "Wirya"), ("ORG", "Partani"))[0] == 0


def test_the_end_of_something_is_not_when_it_happened() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menahan/VERB/root/0 Wirya/PROPN/obj/2 hingga/ADP/case/5"
        " Senin/PROPN/obl/2 ./PUNCT/punct/2",
        times=_MONDAY,
    )
    assert place_of(page, ("ORG", "Partani"), ("PER", "Wirya"))[0] is None


@pytest.mark.parametrize(("word", "time"), [("Atas", None), ("Pada", 0)])
def test_the_time_of_what_an_act_answers_is_not_its_own(word: str, time: int | None) -> None:
    noun = (
        "peluncuran/NOUN/obl/6 Senin/PROPN/nmod/2"
        if word == "Atas"
        else "hari/NOUN/obl/6 Senin/PROPN/nmod/2"
    )
    page = make_page(
        f"{word}/ADP/case/2 {noun} ,/PUNCT/punct/2 Partani/PROPN/nsubj/6 mengecam/VERB/root/0"
        " Belgarde/PROPN/obj/6 ./PUNCT/punct/6",
        times=_MONDAY,
    )
    assert place_of(page, ("ORG", "Partani"), ("GPE", "Belgarde"))[0] == time


@pytest.mark.parametrize(("verb", "time"), [("dibahas", None), ("digelar", 0)])
def test_the_time_of_a_verb_behind_a_noun(verb: str, time: int | None) -> None:
    page = make_page(
        "pertemuan/NOUN/nsubj/6 Partani/PROPN/nmod/1 dengan/ADP/case/4 Wirya/PROPN/nmod/1"
        f" itu/DET/det/1 {verb}/VERB/root/0 Senin/PROPN/obl/6 ./PUNCT/punct/6",
        times=_MONDAY,
    )
    assert place_of(page, ("ORG", "Partani"), ("PER", "Wirya"))[0] == time


def test_a_description_of_no_place_in_particular_is_no_scene() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 di/ADP/case/6"
        " sejumlah/DET/det/6 daerah/NOUN/obl/2 ./PUNCT/punct/2"
    )
    cast = make_cast(page, ("ORG", "Partani"), ("PER", "Wirya"), ("LOC", "sejumlah daerah"))
    (event,) = READER.read(page, cast, [])
    assert event.place is None


def test_the_place_of_an_aim_is_not_the_acts() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 untuk/ADP/mark/5"
        " mengamankan/VERB/advcl/2 rapat/NOUN/obj/5 di/ADP/case/8 Tirakarta/PROPN/obl/5"
        " ./PUNCT/punct/2"
    )
    found = place_of(page, ("ORG", "Partani"), ("PER", "Wirya"), ("GPE", "Tirakarta"))
    assert found == (None, None)


def test_the_party_of_an_arrest_does_not_hide_its_place() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 sebagai/ADP/case/5"
        " tersangka/NOUN/obl/2 di/ADP/case/7 Tirakarta/PROPN/nmod/5 ./PUNCT/punct/2"
    )
    found = place_of(page, ("ORG", "Partani"), ("PER", "Wirya"), ("GPE", "Tirakarta"))
    assert found == (None, 2)


def test_a_relative_without_a_verb_does_not_hide_the_time() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 yang/PRON/nsubj/5"
        " sama/ADJ/acl:relcl/3 pada/ADP/case/7 Senin/PROPN/obl/2 ./PUNCT/punct/2",
        times=_MONDAY,
    )
    assert place_of(page, ("ORG", "Partani"), ("PER", "Wirya"))[0] == 0
