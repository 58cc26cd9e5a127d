"""When an act took place, by the words of its clause. All names are invented."""

from __future__ import annotations

import datetime

import pytest

from reading.page_maker import make_cast, make_page, statement
from reading.test_event import READER
from reading.test_event_where import PARTANI, WIRYA, Entry, flat
from simak.reading.page import Page


def time(page: Page, *entries: Entry) -> str | None:
    """Return the words of the time of the only event."""
    (event,) = READER.read(page, make_cast(page, *entries), [])
    return None if event.time is None else page.text[slice(*page.times[event.time].span)]


@pytest.mark.parametrize("now", ["kini", "sekarang"])
def test_now_tells_no_time(now: str) -> None:
    page = flat(
        f"Wirya/PROPN {now}/ADV ditangkap/VERB! Partani/PROPN ./PUNCT", times=[(now, "2024-05-06")]
    )
    assert time(page, WIRYA, PARTANI) is None


@pytest.mark.parametrize(("tail", "found"), [("", None), (" lalu/ADJ", "2019 lalu")])
def test_the_year_of_an_election(tail: str, found: str | None) -> None:
    page = flat(
        f"Partani/PROPN mendukung/VERB! Wirya/PROPN pada/ADP pemilu/NOUN 2019/NUM{tail} ./PUNCT",
        times=[("2019 lalu" if tail else "2019", "2019-01-01")],
    )
    assert time(page, PARTANI, WIRYA) == found


def test_a_time_before_another_clause() -> None:
    page = flat(
        "Senin/PROPN ,/PUNCT meski/SCONJ Wirya/PROPN dikecam/VERB! Partani/PROPN ./PUNCT",
        times=[("Senin", "2024-05-06")],
    )
    assert time(page, WIRYA, PARTANI) is None


def test_a_time_in_a_clause_on_the_subject() -> None:
    page = flat(
        "Partani/PROPN ,/PUNCT yang/PRON ikut/ADV pemilihan/NOUN Senin/PROPN ,/PUNCT"
        " menuduh/VERB! Wirya/PROPN ./PUNCT",
        times=[("Senin", "2024-05-06")],
    )
    assert time(page, PARTANI, WIRYA) is None


def test_the_day_after_a_place_in_what_is_told() -> None:
    page = make_page(
        "Ratna/PROPN/nsubj/2 mengatakan/VERB/root/0 Partani/PROPN/nsubj/4 menangkap/VERB/ccomp/2"
        " Wirya/PROPN/obj/4 di/ADP/case/7 Tirakarta/PROPN/obl/4 ,/PUNCT/punct/9 Senin/PROPN/obl/2"
        " ./PUNCT/punct/2",
        times=[("Senin", "2024-05-06")],
    )
    cast = make_cast(page, PARTANI, WIRYA, ("GPE", "Tirakarta"), ("PER", "Ratna"))
    said = statement(
        page, "mengatakan", "Partani menangkap Wirya di Tirakarta", source="Ratna", time=0
    )
    (event,) = READER.read(page, cast, [said])
    assert (event.time, event.place) == (0, 2)


@pytest.mark.parametrize(("day", "status"), [(None, "planned"), (0, "actual")])
def test_a_day_on_which_something_was_said_lies_not_ahead(day: int | None, status: str) -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 ,/PUNCT/punct/5"
        " Senin/PROPN/obl/2 ./PUNCT/punct/2\n"
        "Ratna/PROPN/nsubj/2 berkata/VERB/root/0 begitu/ADV/advmod/2 Selasa/PROPN/obl/2"
        " ./PUNCT/punct/2",
        times=[("Selasa", "2024-05-06"), ("Senin", "2024-05-06")],
        published=datetime.date(2024, 5, 5),
    )
    cast = make_cast(page, PARTANI, WIRYA, ("PER", "Ratna"))
    said = statement(page, "berkata", "begitu", source="Ratna", time=day)
    (event,) = READER.read(page, cast, [said])
    assert event.status == status
