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


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Tarumaya *memberikan nasihat dan bantuan kepada Brawana.", "AID"),
        ("Tarumaya *menggencarkan serangan terhadap Brawana.", "ASSAULT"),
        ("Tarumaya *membuat kebijakan perlawanan terhadap Brawana.", "ASSAULT"),
        ("Tarumaya *menegaskan dukungan kepada Brawana.", "SUPPORT"),
    ],
)
def test_a_light_verb_further_off(sentence: str, type: str) -> None:
    (event,) = [one for one in events(sentence) if one.type == type]
    assert (event.actors, event.recipients) == ((0,), (1,))


def test_who_considers_a_request_did_not_make_it() -> None:
    (event,) = events("Tarumaya *mempertimbangkan permintaan Belgarde.")
    assert (event.type, event.actors, event.recipients) == ("REQUEST", (1,), (0,))


def test_brackets_do_not_end_both_sides() -> None:
    (event,) = events("Laporan itu *menyebut konflik antara Tarumaya ( TR ) dan Belgarde.")
    assert (event.type, event.actors) == ("ASSAULT", (0, 1))


def test_whose_words_they_are_tells_enough() -> None:
    (event,) = events("Itu *adalah instruksi Wirya.")
    assert (event.type, event.actors, event.recipients) == ("REQUEST", (0,), ())
