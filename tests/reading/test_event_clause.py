"""Parties, status, time and place of acts by the order of words. All names are invented."""

from __future__ import annotations

import pytest

from reading.page_maker import make_cast, make_page, statement
from reading.test_event import READER, only, read
from reading.test_event_frame import events


@pytest.mark.parametrize(
    "sentence",
    [
        "Partani *membantah kabar bahwa Tarumaya telah *menyerang Belgarde.",
        "Partani *menampik bahwa Tarumaya *menyerang Belgarde.",
        "tidak benar bahwa Tarumaya *menyerang Belgarde.",
        "Tarumaya tidak jadi *menyerang Belgarde.",
        "Tarumaya belum pernah *menyerang Belgarde.",
        "Tarumaya batal *menyerang Belgarde.",
        "Tarumaya gagal *menyerang Belgarde.",
        "Tarumaya urung *menyerang Belgarde.",
    ],
)
def test_what_is_denied_or_failed_is_not_told_as_done(sentence: str) -> None:
    (event,) = [one for one in events(sentence) if one.type == "ASSAULT"]
    assert event.status == "denied"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Tarumaya hendak *menyerang Belgarde.", "planned"),
        ("rencana serangan Tarumaya ke Belgarde.", "planned"),
        ("jika Tarumaya *menyerang Belgarde.", "hypothetical"),
        ("akankah Tarumaya *menyerang Belgarde ?", "hypothetical"),
        ("seolah-olah Tarumaya *menyerang Belgarde.", "hypothetical"),
        ("Tarumaya baru saja *menyerang Belgarde.", "actual"),
    ],
)
def test_what_is_not_done_yet(sentence: str, status: str) -> None:
    (event,) = events(sentence)
    assert event.status == status


def test_content_of_a_denial_is_denied() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 membantah/VERB/root/0 pasukannya/NOUN/nsubj/5 telah/AUX/aux/5"
        " menyerang/VERB/dep/2 Belgarde/PROPN/obj/5 ./PUNCT/punct/2"
    )
    said = statement(
        page, "membantah", "pasukannya telah menyerang Belgarde", source="Wirya", act="deny"
    )
    found = read(page, ("PER", "Wirya"), ("GROUP", "pasukannya"), ("GPE", "Belgarde"), said=(said,))
    assert [(one.type, one.actors, one.recipients, one.status) for one in found] == [
        ("REJECT", (0,), (), "actual"),
        ("ASSAULT", (1,), (2,), "denied"),
    ]


def test_a_denied_accusation_was_made() -> None:
    found = events("Wirya *membantah tuduhan Ratna terhadap Partani.")
    assert [one.status for one in found if one.type == "ACCUSE"] == ["actual"]


def test_denial_joined_to_an_act_leaves_it_done() -> None:
    found = events("Wirya *membantah bahwa Tarumaya *menyerang Belgarde, dan *menemui Ratna.")
    assert {(one.type, one.status) for one in found} == {
        ("ASSAULT", "denied"),
        ("CONSULT", "actual"),
    }


def test_object_voice_needs_its_pronoun() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/4 akan/AUX/aux/4 kami/PRON/nsubj/4 tangkap/VERB/root/0 ./PUNCT/punct/4"
    )
    event = only(page, ("PER", "Wirya"), ("ORG", "kami"))
    assert (event.type, event.actors, event.recipients) == ("COERCE", (1,), (0,))
    assert event.status == "planned"
    page = make_page("Wirya/PROPN/nsubj/3 siap/ADJ/aux/3 tangkap/VERB/root/0 Ratna/PROPN/obj/3")
    assert read(page, ("PER", "Wirya"), ("PER", "Ratna")) == []


def test_saling_makes_all_actors() -> None:
    (event,) = events("Tarumaya dan Belgarde saling *menyerang.")
    assert (event.type, len(event.actors), event.recipients) == ("ASSAULT", 2, ())
    assert events("Tarumaya saling *menyerang.") == []


def test_person_in_apposition_is_the_subject() -> None:
    page = make_page(
        "ketua/NOUN/nsubj/6 Partani/PROPN/nmod/1 ,/PUNCT/punct/4 Wirya/PROPN/appos/1"
        " ,/PUNCT/punct/4 dibekuk/VERB/root/0 Polresta/PROPN/obl/6 ./PUNCT/punct/6"
    )
    event = only(page, ("ORG", "Partani"), ("PER", "Wirya"), ("ORG", "Polresta"))
    assert (event.actors, event.recipients) == ((2,), (1,))


def test_list_of_subjects_with_commas() -> None:
    (event,) = events("Wirya, Ratna, dan Partani *mengunjungi Belgarde.")
    assert len(event.actors) == 3


def test_clause_goes_on_behind_an_apposition() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 menjual/VERB/root/0 saham/NOUN/obj/2 anak/NOUN/nmod/3"
        " usahanya/NOUN/nmod/4 ,/PUNCT/punct/7 Partani/PROPN/appos/4 ,/PUNCT/punct/7"
        " kepada/ADP/case/10 Tarumaya/PROPN/obl/2 ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Wirya"), ("ORG", "Partani"), ("GPE", "Tarumaya"))
    assert (event.type, event.recipients) == ("COOPERATE", (2,))


def test_recipient_at_the_beginning() -> None:
    (event,) = events("bagi Wirya, Partani *menjatuhkan vonis ringan.")
    assert (event.type, event.mode) == ("SANCTION", "convict")
    assert len(event.actors) == len(event.recipients) == 1


def test_a_place_is_party_only_through_its_deeds() -> None:
    assert events("Wirya *mendukung pemilihan di Belgarde.") == []
    (event,) = events("Wirya *mendukung kebijakan Belgarde.")
    assert event.type == "SUPPORT"


def test_only_named_body_is_taken_for_granted() -> None:
    page = make_page(
        "Polda/PROPN/nsubj/3 Cendana/PROPN/flat/1 bekerja/VERB/root/0 ./PUNCT/punct/3\n"
        "polisi/NOUN/nsubj/2 datang/VERB/root/0 ./PUNCT/punct/2\n"
        "Wirya/PROPN/nsubj/2 ditangkap/VERB/root/0 ./PUNCT/punct/2"
    )
    event = only(page, ("ORG", "Polda Cendana"), ("ORG", "polisi"), ("PER", "Wirya"))
    assert event.actors == (0,)


def test_joined_clauses_share_time_and_place() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 menemui/VERB/root/0 Ratna/PROPN/obj/2 dan/CCONJ/cc/5"
        " membahas/VERB/conj/2 tarif/NOUN/obj/5 di/ADP/case/8 Labuhara/PROPN/obl/5"
        " ,/PUNCT/punct/10 Senin/PROPN/obl/5 ./PUNCT/punct/2",
        times=[("Senin", "2024-05-06")],
    )
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"), ("GPE", "Labuhara"))
    assert (event.time, event.place) == (0, 2)


def test_place_before_tempat() -> None:
    page = make_page(
        "Labuhara/PROPN/root/0 ,/PUNCT/punct/1 tempat/NOUN/appos/1 Wirya/PROPN/nsubj/5"
        " menemui/VERB/acl/3 Ratna/PROPN/obj/5 ./PUNCT/punct/1"
    )
    event = only(page, ("GPE", "Labuhara"), ("PER", "Wirya"), ("PER", "Ratna"))
    assert event.place == 0


def test_refusal_answers_who_said_it() -> None:
    page = make_page(
        "Ratna/PROPN/nsubj/2 mengusulkan/VERB/root/0 jeda/NOUN/obj/2 ./PUNCT/punct/2\n"
        "Partani/PROPN/nsubj/2 menolak/VERB/root/0 usul/NOUN/obj/2 tersebut/DET/det/3"
        " ./PUNCT/punct/2"
    )
    said = (
        statement(page, "mengusulkan", "jeda", source="Ratna", act="propose"),
        statement(page, "menolak", "usul tersebut", source="Partani", act="reject"),
    )
    event = only(page, ("PER", "Ratna"), ("ORG", "Partani"), said=said)
    assert (event.type, event.actors, event.recipients) == ("REJECT", (1,), (0,))


def test_all_who_speak_act() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/4 dan/CCONJ/cc/3 Ratna/PROPN/conj/1 mengecam/VERB/root/0"
        " tindakan/NOUN/obj/4 Belgarde/PROPN/nmod/5 ./PUNCT/punct/4"
    )
    said = statement(page, "mengecam", "tindakan Belgarde", source="Wirya", act="condemn")
    cast = make_cast(page, ("PER", "Wirya"), ("PER", "Ratna"), ("GPE", "Belgarde"))
    (event,) = READER.read(page, cast, [said])
    assert (event.actors, event.recipients) == ((0, 1), (2,))


def test_oath_to_destroy_is_a_threat() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/2 bersumpah/VERB/root/0 akan/AUX/aux/4 menghancurkan/VERB/xcomp/2"
        " Belgarde/PROPN/obj/4 ./PUNCT/punct/2"
    )
    said = statement(
        page, "bersumpah", "akan menghancurkan Belgarde", source="Tarumaya", act="promise"
    )
    threat, attack = read(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"), said=(said,))
    assert (threat.type, threat.mode, threat.recipients) == ("THREATEN", "violence", (1,))
    assert (attack.type, attack.status) == ("ASSAULT", "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "jika perundingan gagal , Tarumaya akan *menyerang Belgarde.",
        "Tarumaya akan *menyerang Belgarde apabila perundingan gagal.",
    ],
)
def test_what_is_planned_on_a_condition_is_only_possible(sentence: str) -> None:
    found = [one for one in events(sentence) if one.type == "ASSAULT"]
    assert [one.status for one in found] == ["hypothetical"]
