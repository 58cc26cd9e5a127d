"""Who acts by a noun, and to whom, where it stands elsewhere. All names are invented."""

from __future__ import annotations

import pytest

from reading.test_event_frame import events


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya *menghadapi desakan Partani.",
        "Wirya *menanggapi kritik dari Partani.",
        "Wirya *mengabaikan ancaman Partani.",
    ],
)
def test_who_answers_what_is_said_is_to_whom_it_was_said(sentence: str) -> None:
    (event,) = [one for one in events(sentence) if one.actors == (1,)]
    assert event.recipients == (0,)
    assert event.status == "actual"


def test_what_is_refused_was_asked_of_who_refuses() -> None:
    page = {one.type: one for one in events("Wirya *menolak desakan Partani.")}
    assert (page["REJECT"].actors, page["REJECT"].recipients) == ((0,), (1,))
    assert (page["REQUEST"].actors, page["REQUEST"].recipients) == ((1,), (0,))
    assert page["REQUEST"].status == "actual"


def test_what_is_done_upon_a_request_was_asked_of_who_does_it() -> None:
    sentence = "Polresta *menangkap Wirya atas permintaan Belgarde."
    found = {one.type: one for one in events(sentence)}
    assert (found["REQUEST"].actors, found["REQUEST"].recipients) == ((0,), (2,))
