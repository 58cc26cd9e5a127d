"""Subjects that stand further before their verb. All people, bodies and places are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_page
from reading.test_event import only, read
from reading.test_event_frame import events
from simak.reader import Reader


def test_the_lead_sentence_is_read_without_its_dateline(reader: Reader) -> None:
    lead = "Ratusan buruh pabrik gula (SPG) di Rawa Elok menggelar unjuk rasa di Tirakarta."
    plain = reader.read(lead, force=True)
    headed = reader.read(f"Tirakarta, Kabar Kini -- {lead}", force=True)
    (event,) = headed.events
    assert event.type == "PROTEST"
    assert len(plain.events) == 1
    starts = [
        (event.trigger[0] - record.article.text.index(lead), len(event.actors))
        for record in (plain, headed)
        for event in record.events
    ]
    assert starts[0] == starts[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Partani , *menangkap Wirya.",
        "Partani melalui Polresta *menangkap Wirya.",
        "Partani yang *mendapat laporan *menangkap Wirya.",
        "Partani telah tiga kali *menangkap Wirya.",
    ],
)
def test_subject_that_opens_the_sentence(sentence: str) -> None:
    page = make_page(
        " ".join(
            f"{word.removeprefix('*')}/{_tag(word)}/{'root/0' if i == 0 else 'dep/1'}"
            for i, word in enumerate(sentence.replace(".", " .").split())
        )
    )
    parties = [("ORG", "Partani"), ("PER", "Wirya")]
    if "Polresta" in sentence:
        parties.append(("ORG", "Polresta"))
    event = only(page, *parties)  # type: ignore[arg-type]
    assert (event.mode, event.actors, event.recipients) == ("arrest", (0,), (1,))


def _tag(word: str) -> str:
    if word.startswith("*"):
        return "VERB"
    if word[0].isupper():
        return "PROPN"
    tags = {"melalui": "ADP", "yang": "PRON", "telah": "ADV", "tiga": "NUM", ".": "PUNCT"}
    return {**tags, ",": "PUNCT"}.get(word, "NOUN")


def test_a_clause_between_that_is_none_of_its_own_gives_no_subject() -> None:
    page = make_page(
        "Partani/PROPN/root/0 di/ADP/case/3 Labuhara/PROPN/obl/1 ,/PUNCT/punct/1 dan/CCONJ/cc/6"
        " pasukan/NOUN/conj/1 ,/PUNCT/punct/1 menangkap/VERB/dep/1 Wirya/PROPN/obj/8"
    )
    assert read(page, ("ORG", "Partani"), ("GPE", "Labuhara"), ("PER", "Wirya")) == []


def test_two_verbs_share_the_object_behind_the_second() -> None:
    found = events("Tarumaya *menangkap dan *mendeportasi Brawana.")
    assert [(one.mode, one.recipients) for one in found] == [("arrest", (1,)), ("deport", (1,))]


def test_a_document_acts_for_who_wrote_it() -> None:
    page = make_page(
        "resolusi/NOUN/nsubj/3 Partani/PROPN/nmod/1 mengecam/VERB/root/0 Belgarde/PROPN/obj/3"
    )
    event = only(page, ("ORG", "Partani"), ("GPE", "Belgarde"))
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (0,), (1,))
    page = make_page(
        "resolusi/NOUN/root/0 Partani/PROPN/nmod/1 yang/PRON/nsubj/4 mengecam/VERB/acl:relcl/1"
        " Belgarde/PROPN/obj/4"
    )
    event = only(page, ("ORG", "Partani"), ("GPE", "Belgarde"))
    assert (event.type, event.actors, event.recipients) == ("ACCUSE", (0,), (1,))


def test_what_somebody_gives_a_sign_to_do() -> None:
    page = make_page(
        "Partani/PROPN/nsubj/2 memberi/VERB/root/0 sinyal/NOUN/obj/2 akan/AUX/aux/5"
        " mengusung/VERB/acl/3 Wirya/PROPN/obj/5 ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Partani"), ("PER", "Wirya"))
    assert (event.type, event.actors, event.status) == ("SUPPORT", (0,), "planned")
