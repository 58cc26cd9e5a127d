"""The same act told twice is one event. All parties are invented: numbers stand for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simak.lexicon import Lexicon
from simak.reading.event.frame import FrameLexicon
from simak.reading.event.merge import Telling, merge
from simak.reading.finding import EventFinding

WIRYA, RATNA, DAMAR = 0, 1, 2
FRAMES = FrameLexicon(Lexicon())


def act_of(words: str) -> str:
    """Return the short name of the act that the words tell, whatever stands around them."""
    lower = words.split()
    return next(one.frame.act for one in FRAMES.at(lower, 0, len(lower) - 1))


def told(
    act: str,
    type: str,
    at: int,
    recipients: tuple[int, ...] = (RATNA,),
    *,
    actors: tuple[int, ...] = (WIRYA,),
    status: str = "actual",
    mode: str | None = None,
    statement: int | None = None,
) -> Telling:
    """Return a telling whose trigger starts at a place in the text."""
    event = EventFinding(
        type=type,
        mode=mode,
        trigger=(at, at + 5),
        actors=actors,
        recipients=recipients,
        status=status,
        evidence=((at, at + 9),),
        statement=statement,
        confidence=0.5,
    )
    return Telling(act, event)


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("planned", "actual", "planned"),  # "akan diperiksa ... diperiksa sebagai saksi"
        ("actual", "planned", "actual"),
        ("hypothetical", "planned", "planned"),
    ],
)
def test_another_status_of_the_same_act_is_no_second_event(
    first: str, second: str, status: str
) -> None:
    one = told("periksa", "ACCUSE", 0, status=first)
    (event,) = merge([one, told("periksa", "ACCUSE", 30, status=second)])
    assert (event.status, event.evidence) == (status, ((0, 9), (30, 39)))


@pytest.mark.parametrize("statuses", [("actual", "hypothetical"), ("hypothetical", "actual")])
def test_what_is_left_open_is_not_done_because_another_telling_is(
    statuses: tuple[str, str],
) -> None:
    first, second = statuses
    one = told("periksa", "ACCUSE", 0, status=first)
    events = merge([one, told("periksa", "ACCUSE", 30, status=second)])
    assert [event.status for event in events] == [first, second]


def test_another_status_with_other_parties_is_another_act() -> None:
    one = told("periksa", "ACCUSE", 0, status="planned")
    assert len(merge([one, told("periksa", "ACCUSE", 30, (RATNA, DAMAR))])) == 2
    assert len(merge([one, told("periksa", "ACCUSE", 30, ())])) == 2


def test_talks_planned_behind_talks_held_are_the_next() -> None:
    held, next_ = told("runding", "CONSULT", 0), told("runding", "CONSULT", 30, status="planned")
    assert len(merge([held, next_])) == 2


def test_what_is_agreed_next_is_another_agreement() -> None:
    one = told("sepakat", "AGREE", 0, (), actors=(WIRYA, RATNA))
    two = told("sepakat", "AGREE", 30, (), actors=(WIRYA, RATNA), status="planned")
    assert len(merge([one, two])) == 2


@pytest.mark.parametrize("other", ["berdiskusi", "dialog", "koordinasi"])
def test_talks_of_the_same_have_many_names(other: str) -> None:
    one, act = told(act_of("menemui"), "CONSULT", 0), act_of(other)
    (event,) = merge([one, told(act, "CONSULT", 30)])
    assert event.evidence == ((0, 9), (30, 39))
    assert len(merge([one, told(act, "CONSULT", 30, (DAMAR,))])) == 2
    assert len(merge([one, told(act, "CONSULT", 30, ())])) == 2


def test_a_meeting_elsewhere_is_another() -> None:
    one, two = told("temu", "CONSULT", 0), told("temu", "CONSULT", 30)
    here, there = (
        replace(telling, event=replace(telling.event, place=place))
        for telling, place in ((one, 5), (two, 6))
    )
    assert len(merge([here, there])) == 2
    assert len(merge([one, there])) == len(merge([here, two])) == 1


def test_a_call_and_a_visit_are_no_meeting() -> None:
    one = told(act_of("menemui"), "CONSULT", 0)
    assert len(merge([one, told(act_of("menelepon"), "CONSULT", 30)])) == 2
    visit = told(act_of("mengunjungi"), "CONSULT", 30, mode="visit")
    assert len(merge([one, visit])) == 2


def test_an_act_told_and_said_is_one_and_keeps_its_statement() -> None:
    one = told("dakwa", "ACCUSE", 0)
    (event,) = merge([one, told("dakwa", "ACCUSE", 30, statement=3)])
    assert (event.statement, event.trigger) == (3, (0, 5))
    bare = replace(one, event=replace(one.event, recipients=()))
    assert len(merge([bare, told("dakwa", "ACCUSE", 30, (), statement=3)])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("menggeledah", "menyita"),
        ("penggeledahan", "penyitaan"),
        ("mendakwa", "menuntut"),
        ("memeriksa", "menyelidiki"),
    ],
)
def test_steps_of_a_case_are_several_acts(one: str, other: str) -> None:
    assert act_of(one) != act_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("menuntut", "tuntutan"), ("menyita", "penyitaan"), ("menyelidiki", "mengusut")],
)
def test_verb_and_noun_name_one_act(one: str, other: str) -> None:
    acts = {found.frame.act for found in FRAMES.at([other], 0, 0)}
    assert acts & {found.frame.act for found in FRAMES.at([one], 0, 0)}
