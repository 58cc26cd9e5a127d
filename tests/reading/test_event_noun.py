"""Who acts by a noun, and to whom, where it stands elsewhere. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page
from reading.test_event import only
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


@pytest.mark.parametrize(
    "sentence",
    ["Wirya *merupakan pelaku penusukan Ratna.", "Wirya *menjadi tersangka kasus penusukan Ratna."],
)
def test_who_is_called_the_one_that_did_it(sentence: str) -> None:
    (event,) = [one for one in events(sentence) if one.type == "ASSAULT"]
    assert (event.actors, event.recipients) == ((0,), (1,))


def test_who_tells_of_a_meeting_of_theirs() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 mengungkapkan/VERB/root/0 pertemuan/NOUN/obj/2 +nya/DET/det/3"
        " dengan/ADP/case/6 Ratna/PROPN/nmod/3 ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"))
    assert (event.type, event.actors, event.recipients) == ("CONSULT", (0,), (1,))


_TWO = (
    "Wirya/PROPN/nsubj/4 dan/CCONJ/cc/3 Ratna/PROPN/conj/1 datang/VERB/root/0 ./PUNCT/punct/4\n"
    "kedua/NUM/nummod/2 {who}/NOUN/nsubj/3 mengecam/VERB/root/0 Partani/PROPN/obj/3 ./PUNCT/punct/3"
)


@pytest.mark.parametrize(("who", "actors"), [("terdakwa", (0, 1)), ("negara", (3,))])
def test_two_people_named_before(who: str, actors: tuple[int, ...]) -> None:
    page = make_page(_TWO.format(who=who))
    group = ("GROUP", f"kedua {who}")
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"), ("ORG", "Partani"), group)
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", actors, (2,))


def test_an_agentless_passive_told_elsewhere_of_the_same() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/3 telah/ADV/advmod/3 dipuji/VERB/root/0 ./PUNCT/punct/3\n"
        "Partani/PROPN/nsubj/2 memuji/VERB/root/0 Wirya_Jaya/PROPN/obj/2 ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Partani"), ("PER", "Wirya|Wirya Jaya"))
    assert (event.actors, event.recipients) == ((0,), (1,))
    assert len(event.evidence) == 2


def test_a_prosecutor_by_name_is_taken_to_have_charged() -> None:
    page = make_page(
        "Jaksa/NOUN/nsubj/3 Ratna/PROPN/flat/1 hadir/VERB/root/0 ./PUNCT/punct/3\n"
        "Wirya/PROPN/nsubj/2 didakwa/VERB/root/0 menerima/VERB/xcomp/2 suap/NOUN/obj/3"
        " ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Jaksa Ratna"), ("PER", "Wirya"))
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (0,), (1,))
