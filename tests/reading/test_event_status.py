"""What keeps an act from having been done, and what does not. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_cast
from reading.test_event import READER
from reading.test_event_frame import events
from reading.test_event_where import PARTANI, WIRYA, Entry, flat


def status(marked: str, *entries: Entry) -> str:
    """Return the status of the only event."""
    page = flat(marked)
    (event,) = READER.read(page, make_cast(page, *entries), [])
    return event.status


@pytest.mark.parametrize("adverb", ["Nanti", "Insyaallah", "Besok"])
def test_an_adverb_before_the_subject(adverb: str) -> None:
    told = f"{adverb}/ADV Partani/PROPN menemui/VERB! Wirya/PROPN ./PUNCT"
    assert status(told, PARTANI, WIRYA) == "planned"


def test_an_adverb_of_another_verb() -> None:
    told = "Nanti/ADV datang/VERB ,/PUNCT Partani/PROPN menemui/VERB! Wirya/PROPN ./PUNCT"
    assert status(told, PARTANI, WIRYA) == "actual"


@pytest.mark.parametrize(("chain", "found"), [("", "actual"), ("akan/ADV ", "planned")])
def test_a_demand_is_made_by_the_demonstration(chain: str, found: str) -> None:
    told = (
        f"Partani/PROPN {chain}turun/VERB ke/ADP jalan/NOUN untuk/ADP mengecam/VERB! Wirya/PROPN"
        " ./PUNCT"
    )
    page = flat(told)
    events = READER.read(page, make_cast(page, PARTANI, WIRYA), [])
    assert [one.status for one in events if one.type == "ACCUSE"] == [found]


@pytest.mark.parametrize(("verb", "found"), [("berniat", "planned"), ("mencoba", "hypothetical")])
def test_what_one_does_by_doing(verb: str, found: str) -> None:
    told = f"Partani/PROPN {verb}/VERB melawan/VERB dengan/ADP menyerang/VERB! Wirya/PROPN ./PUNCT"
    page = flat(told)
    events = READER.read(page, make_cast(page, PARTANI, WIRYA), [])
    assert found in [one.status for one in events if page.text[slice(*one.trigger)] == "menyerang"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bukan Tarumaya *menyerang Belgarde.", "denied"),
        ("Bukan Tarumaya yang telah *menyerang Belgarde.", "denied"),
        ("Bukan hanya Tarumaya yang *menyerang Belgarde.", "actual"),
    ],
)
def test_bukan_before_who_acts(sentence: str, expected: str) -> None:
    (event,) = events(sentence)
    assert (event.actors, event.recipients, event.status) == ((0,), (1,), expected)
