"""When an act took place, by the words of its clause. All names are invented."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from reading.page_maker import make_cast, make_page, mention, statement
from reading.test_event import READER
from reading.test_event_where import PARTANI, WIRYA, Entry, flat
from simak.reading.page import Page
from simak.reading.time import TimeFinding


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


def test_an_act_of_words_is_done_when_they_are_spoken() -> None:
    page = make_page(
        "kami/PRON/nsubj/2 mengecam/VERB/root/0 Wirya/PROPN/obj/2 ,/PUNCT/punct/5"
        " kata/NOUN/parataxis/2 Ratna/PROPN/nsubj/5 Senin/PROPN/obl/5 ./PUNCT/punct/2",
        times=[("Senin", "2024-05-06")],
    )
    cast = make_cast(page, ("PER", "Ratna|kami"), WIRYA)
    outer = statement(page, "kata", "kami mengecam Wirya", source="Ratna", kind="direct", time=0)
    inner = statement(
        page, "mengecam", "Wirya", source="kami", act="condemn", kind="direct", within=0
    )
    (event,) = READER.read(page, cast, [outer, inner])
    assert (event.type, event.time) == ("ACCUSE", 0)


def test_words_that_are_told_of_in_a_sentence_of_their_own() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 mengecam/VERB/root/0 Wirya/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Pernyataan/NOUN/nsubj:pass/3 itu/DET/det/1 disampaikan/VERB/root/0 di/ADP/case/5"
        " Tirakarta/PROPN/obl/3 ,/PUNCT/punct/7 Senin/PROPN/obl/3 ./PUNCT/punct/3",
        times=[("Senin", "2024-05-06")],
    )
    (event,) = READER.read(page, make_cast(page, PARTANI, WIRYA, ("GPE", "Tirakarta")), [])
    assert (event.time, event.place) == (0, 2)


def test_a_promise_for_a_day_ahead_is_made_now() -> None:
    page = flat(
        "Partani/PROPN mendukung/VERB! Wirya/PROPN pada/ADP Senin/PROPN ./PUNCT",
        times=[("Senin", "2024-05-06")],
    )
    page = Page(page.doc, page.skip, page.times, published=datetime.date(2024, 5, 1))
    (event,) = READER.read(page, make_cast(page, PARTANI, WIRYA), [])
    assert (event.status, event.time) == ("actual", None)


def test_the_day_of_a_second_telling_in_the_month_of_the_first() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 pada/ADP/case/5"
        " Mei/PROPN/obl/2 ./PUNCT/punct/2\n"
        "Partani/PROPN/nsubj/2 menangkap/VERB/root/0 Wirya/PROPN/obj/2 pada/ADP/case/5"
        " Senin/PROPN/obl/2 ./PUNCT/punct/2",
        times=[("Mei", "2024-05-01"), ("Senin", "2024-05-06")],
    )
    month = TimeFinding(page.times[0].span, "DATE", "2024-05", "text")
    page = Page(page.doc, page.skip, (month, page.times[1]))
    cast = make_cast(page, ("ORG", "Partani"), WIRYA)
    repeated = tuple(
        replace(one, mentions=(*one.mentions, mention(page, one.name, type=one.type, number=1)))
        for one in cast.referents
    )
    (event,) = READER.read(page, replace(cast, referents=repeated), [])
    assert event.time == 1
